#include "SimulatedReader.h"

#include <QStringList>

namespace peer {

namespace {

constexpr int slowness = 200; // milliseconds before each reply
const QByteArray head = QByteArray::fromHex("aaaaaa9669");

const QStringList &faults()
{
    static const QStringList names{
        QStringLiteral("badsum"),     QStringLiteral("garbage"),     QStringLiteral("truncate"),
        QStringLiteral("split"),      QStringLiteral("slow"),        QStringLiteral("stuck"),
        QStringLiteral("noauth"),     QStringLiteral("selffail"),    QStringLiteral("nocard"),
        QStringLiteral("nofp"),       QStringLiteral("cardauth"),    QStringLiteral("readfail"),
        QStringLiteral("selectfail"), QStringLiteral("finds-again"), QStringLiteral("no-extra")};
    return names;
}

char sumOf(const QByteArray &bytes)
{
    int sum = 0;
    for (const char byte : bytes)
        sum ^= quint8(byte);
    return char(sum);
}

QByteArray wordOf(int value)
{
    QByteArray bytes;
    bytes += char(value >> 8);
    bytes += char(value & 0xFF);
    return bytes;
}

// 05.01-20160715-0001234567-0000000089, each part in little-endian order.
QByteArray moduleId()
{
    return QByteArray::fromHex("05000100"
                               "cba03301"
                               "87d61200"
                               "59000000");
}

QByteArray fingerprints()
{
    QByteArray both(1024, '\0');
    both[0] = both[512] = 'C';
    both[5] = '\x0B';
    both[517] = '\x10';
    return both;
}

} // namespace

SimulatedReader::SimulatedReader(QObject *parent)
    : PeerDevice(parent)
{
    connect(&m_pieces, &QTimer::timeout, this, [this] {
        Q_EMIT answered(m_outgoing.left(1));
        m_outgoing.remove(0, 1);
        if (m_outgoing.isEmpty())
            m_pieces.stop();
    });
}

bool SimulatedReader::obey(const QString &command)
{
    const QStringList words = command.simplified().split(u' ');
    const Card *const placed = words.first() == u"place" ? cardNamed(words.value(1)) : nullptr;
    bool isNumber = words.size() < 3;
    const int replies = isNumber ? -1 : words.at(2).toInt(&isNumber);
    const bool isFault = words.first() == u"fault" && faults().contains(words.value(1)) && isNumber;
    if (!placed && !isFault && command != u"remove" && command != u"ok")
        return false;
    if (placed || command == u"remove") {
        m_card = placed;
        m_found = m_selected = m_done = false;
    } else {
        m_fault = isFault ? words.at(1) : QString();
        m_faultyReplies = isFault ? replies : -1;
    }
    return true;
}

QString SimulatedReader::answerTo(const QString &command)
{
    if (command == u"state")
        return QStringLiteral("%1 %2").arg(m_card ? m_card->key : QStringLiteral("none"),
                                           m_fault.isEmpty() ? QStringLiteral("ok") : m_fault);
    return obey(command) ? QStringLiteral("ok") : QStringLiteral("unknown");
}

void SimulatedReader::lineClosed()
{
    m_received.clear();
    m_outgoing.clear();
    m_pieces.stop();
}

void SimulatedReader::receive(const QByteArray &bytes)
{
    m_received += bytes;
    while (true) {
        const qsizetype begin = m_received.indexOf(head);
        if (begin < 0)
            return;
        m_received.remove(0, begin);
        if (m_received.size() < 7)
            return;
        const int length = (quint8(m_received[5]) << 8) + quint8(m_received[6]);
        if (m_received.size() < 7 + length)
            return;
        const QByteArray counted = m_received.mid(5, 1 + length);
        const bool isRight = length >= 3 && sumOf(counted) == m_received[6 + length];
        m_received.remove(0, 7 + length);
        if (isRight)
            dispatch(counted.mid(2));
        else
            send({0x10});
    }
}

void SimulatedReader::dispatch(const QByteArray &content)
{
    const int command = (quint8(content[0]) << 8) + quint8(content[1]);
    ++m_questions;
    Q_EMIT asked(quint8(content[0]), quint8(content[1]));
    const bool isUnsupported = has("no-extra") && command == 0x3003;
    if (has("stuck") || isUnsupported)
        return;
    if (has("noauth") || has("selffail"))
        return send({quint8(has("noauth") ? 0x66 : 0x60)});
    switch (command) {
    case 0x2001:
        return send(find());
    case 0x2002:
        return send(select());
    case 0x3001:
    case 0x3010:
        return send(read(command == 0x3010));
    default:
        return send(answerFor(command).value_or(Answer{0x21}));
    }
}

std::optional<SimulatedReader::Answer> SimulatedReader::answerFor(int command) const
{
    switch (command) {
    case 0x10FF:
    case 0x11FF:
    case 0x61FF:
        return Answer{};
    case 0x12FF:
        return Answer{0x90, moduleId()};
    case 0x3003:
        return readExtra();
    default:
        return std::nullopt;
    }
}

SimulatedReader::Answer SimulatedReader::find()
{
    m_selected = false;
    m_found = m_card && !has("nocard") && (!m_done || has("finds-again"));
    return m_found ? Answer{0x9F, QByteArray(4, '\0')} : Answer{0x80};
}

SimulatedReader::Answer SimulatedReader::select()
{
    m_selected = m_found && !has("selectfail");
    return m_selected ? Answer{0x90, QByteArray(8, '\0')} : Answer{0x81};
}

SimulatedReader::Answer SimulatedReader::read(bool withFingerprints)
{
    if (has("cardauth"))
        return {0x31};
    if (!m_selected || has("readfail"))
        return {0x41};
    m_done = true;
    ++m_readings;
    const QByteArray prints = withFingerprints && !has("nofp") ? fingerprints() : QByteArray();
    const QByteArray sizes = wordOf(int(m_card->text.size())) + wordOf(int(m_card->photo.size()));
    const QByteArray printSize = withFingerprints ? wordOf(int(prints.size())) : QByteArray();
    return {0x90, sizes + printSize + m_card->text + m_card->photo + prints};
}

SimulatedReader::Answer SimulatedReader::readExtra() const
{
    if (!m_selected)
        return {0x41};
    return m_card->extra.isEmpty() ? Answer{0x91} : Answer{0x90, m_card->extra};
}

void SimulatedReader::send(const Answer &answer)
{
    const QByteArray content = QByteArray(2, '\0') + char(answer.status) + answer.data;
    const QByteArray counted = wordOf(int(content.size()) + 1) + content;
    QByteArray frame = head + counted + sumOf(counted);
    if (has("badsum"))
        frame.back() = char(~frame.back());
    if (has("garbage"))
        frame.prepend(QByteArray::fromHex("00ffaaaa0d0a9669aa7f55aaaaaa"));
    if (has("truncate"))
        frame.truncate(frame.size() / 2);
    if (has("split"))
        sendInPieces(frame);
    else if (has("slow"))
        QTimer::singleShot(slowness, this, [this, frame] { Q_EMIT answered(frame); });
    else
        Q_EMIT answered(frame);
    if (m_faultyReplies > 0 && --m_faultyReplies == 0)
        m_fault.clear();
}

void SimulatedReader::sendInPieces(const QByteArray &frame)
{
    m_outgoing += frame;
    m_pieces.start(0);
}

} // namespace peer
