#include "ScriptedIppPrinter.h"

#include <QtEndian>

namespace {

constexpr int printJob = 0x0002;
constexpr int cancelJob = 0x0008;
constexpr int getJob = 0x0009;
constexpr int notFound = 0x0406;
constexpr int notPossible = 0x0404;

QByteArray bigEndian(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray bigEndian32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray attribute(int tag, const QByteArray &name, const QByteArray &value)
{
    return char(tag) + bigEndian(quint16(name.size())) + name + bigEndian(quint16(value.size())) + value;
}

quint16 numberAt(const QByteArray &bytes, qsizetype place)
{
    return qFromBigEndian<quint16>(bytes.constData() + place);
}

// Where the document begins; the attributes with a name are put into `found`.
qsizetype readAttributes(const QByteArray &body, QHash<QByteArray, QByteArray> &found)
{
    qsizetype place = 8;
    while (place < body.size() && body.at(place) != 3) {
        if (body.at(place) < 0x10) {
            ++place;
            continue;
        }
        const qsizetype nameSize = numberAt(body, place + 1);
        const QByteArray name = body.mid(place + 3, nameSize);
        const qsizetype valueSize = numberAt(body, place + 3 + nameSize);
        found.insert(name, body.mid(place + 5 + nameSize, valueSize));
        place += 5 + nameSize + valueSize;
    }
    return place + 1;
}

} // namespace

ScriptedIppPrinter::ScriptedIppPrinter()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *line = m_server.nextPendingConnection();
        connect(line, &QTcpSocket::readyRead, this, [this, line] { read(line); });
    });
    m_server.listen(QHostAddress::LocalHost);
}

void ScriptedIppPrinter::read(QTcpSocket *line)
{
    QByteArray &received = m_received[line];
    received += line->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArrayList head = received.left(end).split('\n');
    qsizetype length = 0;
    for (const QByteArray &field : head) {
        if (field.toLower().startsWith("content-length:"))
            length = field.mid(15).trimmed().toLongLong();
    }
    if (script.invites && !std::exchange(m_wasContinued[line], true))
        line->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (received.size() < end + 4 + length)
        return;
    const QByteArray body = received.mid(end + 4, length);
    received.remove(0, end + 4 + length);
    m_wasContinued[line] = false;
    answer(line, head.first().split(' ').value(1), body);
}

void ScriptedIppPrinter::answer(QTcpSocket *line, const QByteArray &resource, const QByteArray &body)
{
    const int operation = numberAt(body, 2);
    QHash<QByteArray, QByteArray> attributes;
    const qsizetype document = readAttributes(body, attributes);
    if (operation == printJob && script.answerToJob == 0) {
        ++m_jobs;
        m_document = body.mid(document);
        m_jobAttributes = attributes;
        if (script.hangsUpInJob)
            return line->disconnectFromHost();
        if (script.isSilentInJob)
            return;
    }
    QByteArray groups;
    int status = operation == printJob ? script.answerToJob : 0;
    if (resource != script.resource)
        status = notFound;
    else if (operation == cancelJob && !script.cancels)
        status = notPossible;
    else
        groups = answerTo(operation);
    const QByteArray reply = QByteArray("\x02\x00", 2) + bigEndian(quint16(status)) + body.mid(4, 4) +
                             '\x01' + attribute(0x47, "attributes-charset", "utf-8") +
                             attribute(0x48, "attributes-natural-language", "en") + groups + '\x03';
    line->write("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " +
                QByteArray::number(reply.size()) + "\r\n\r\n" + reply);
}

QByteArray ScriptedIppPrinter::answerTo(int operation)
{
    if (operation == printJob)
        return '\x02' + attribute(0x21, "job-id", bigEndian32(17)) +
               attribute(0x23, "job-state", bigEndian32(Pending));
    if (operation == getJob)
        return jobNow();
    if (operation == cancelJob) {
        ++m_cancellations;
        script.jobStates = {Cancelled};
        return {};
    }
    return '\x04' + attribute(0x22, "printer-is-accepting-jobs", QByteArray(1, char(script.accepts))) +
           attribute(0x23, "printer-state", bigEndian32(quint32(script.state))) +
           attribute(0x44, "printer-state-reasons", script.reason);
}

QByteArray ScriptedIppPrinter::jobNow()
{
    const int state = script.jobStates.first();
    if (script.jobStates.size() > 1)
        script.jobStates.removeFirst();
    m_wasBegun |= state == Processing || state == Stopped || state == Completed || state == Aborted;
    return '\x02' + attribute(0x23, "job-state", bigEndian32(quint32(state))) +
           attribute(0x44, "job-state-reasons", script.jobReason) +
           (m_wasBegun ? attribute(0x21, "time-at-processing", bigEndian32(5))
                       : attribute(0x13, "time-at-processing", {}));
}
