#include "SimulatedPrinter.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

namespace peer {

namespace {

// A slip without a cut and a question ends when nothing more comes.
constexpr int idleMilliseconds = 700;

const QStringList &plainStates()
{
    static const QStringList states{QStringLiteral("ok"),         QStringLiteral("paper-out"),
                                    QStringLiteral("cover-open"), QStringLiteral("offline"),
                                    QStringLiteral("fault"),      QStringLiteral("near-end"),
                                    QStringLiteral("mute"),       QStringLiteral("hold")};
    return states;
}

quint8 statusByte(const QString &state, int question)
{
    const bool out = state == u"paper-out";
    const bool cover = state == u"cover-open";
    const bool fault = state == u"fault";
    int byte = 0x12;
    if (question == 1 && (out || cover || fault || state == u"offline"))
        byte |= 0x08;
    if (question == 2)
        byte |= (cover ? 0x04 : 0) | (out ? 0x20 : 0) | (fault ? 0x40 : 0);
    if (question == 3 && fault)
        byte |= 0x08;
    if (question == 4)
        byte |= (out ? 0x6C : 0) | (state == u"near-end" ? 0x0C : 0);
    return quint8(byte);
}

} // namespace

SimulatedPrinter::SimulatedPrinter(int dots, QString folder, QObject *parent)
    : PeerDevice(parent)
    , m_reader(dots, {[this](int question) { answerStatus(question); }, [this](int) { prove(); }, [] {},
                      [this](const QByteArray &bytes) { printJob(bytes); }})
    , m_folder(std::move(folder))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMilliseconds);
    connect(&m_idle, &QTimer::timeout, this, &SimulatedPrinter::finishSlip);
    const QStringList before =
        QDir(m_folder).entryList({QStringLiteral("receipt-????.bin")}, QDir::Files, QDir::Name);
    m_slips = before.isEmpty() ? 0 : before.last().mid(8, 4).toInt();
}

QString SimulatedPrinter::answerTo(const QString &command)
{
    if (command == u"state")
        return QStringLiteral("%1 %2").arg(m_state).arg(m_slips);
    return obey(command) ? QStringLiteral("ok") : QStringLiteral("unknown");
}

bool SimulatedPrinter::obey(const QString &command)
{
    const QStringList words = command.simplified().split(u' ');
    bool isNumber = false;
    const qint64 number = words.value(1).toLongLong(&isNumber);
    const bool counts = words.first() == u"cut-off-after" || words.first() == u"paper-out-after";
    if (counts ? !isNumber || number < 0 || words.size() != 2 : !plainStates().contains(command))
        return false;
    m_limit = counts ? number : -1;
    m_breaks = words.first() == u"cut-off-after";
    m_state = counts ? QStringLiteral("ok") : command;
    Q_EMIT stateChanged();
    if (prints())
        receive(std::exchange(m_held, {}));
    return true;
}

bool SimulatedPrinter::prints() const
{
    return m_state == u"ok" || m_state == u"near-end" || isMute();
}

void SimulatedPrinter::receive(const QByteArray &bytes)
{
    // Status questions are answered in any state; what stands in the queue waits until it can be printed.
    if (bytes.startsWith("\x10\x04"))
        return m_reader.feed(bytes);
    if (!prints()) {
        m_held += bytes;
        return;
    }
    const qsizetype taken = m_limit < 0 ? bytes.size() : std::min<qsizetype>(m_limit, bytes.size());
    m_reader.feed(bytes.first(taken));
    if (m_limit < 0)
        return;
    m_limit -= taken;
    if (m_limit == 0)
        reachLimit(bytes.sliced(taken));
}

void SimulatedPrinter::reachLimit(const QByteArray &rest)
{
    m_limit = -1;
    if (std::exchange(m_breaks, false)) {
        Q_EMIT lineBroken();
    } else {
        m_state = QStringLiteral("paper-out");
        m_held = rest;
    }
    Q_EMIT stateChanged();
}

void SimulatedPrinter::printJob(const QByteArray &bytes)
{
    m_job += bytes;
    m_idle.start();
}

void SimulatedPrinter::answerStatus(int question)
{
    if (!isMute())
        Q_EMIT answered(QByteArray(1, char(statusByte(m_state, question))));
}

void SimulatedPrinter::prove()
{
    const bool proves = prints() && !isMute();
    finishSlip(); // the files are there before the answer
    if (proves)
        Q_EMIT answered(QByteArray(1, m_state == u"near-end" ? '\x03' : '\0'));
}

void SimulatedPrinter::lineClosed()
{
    finishSlip();
    m_reader.forget();
}

void SimulatedPrinter::finishSlip()
{
    m_idle.stop();
    if (m_job.isEmpty())
        return;
    const QString stem =
        QStringLiteral("%1/receipt-%2").arg(m_folder).arg(++m_slips, 4, 10, QLatin1Char('0'));
    const QImage picture = m_reader.paper().picture();
    for (const QString &unknown : m_reader.unknown())
        QTextStream(stderr) << "unknown command " << unknown << Qt::endl;
    picture.save(stem + QStringLiteral(".png"));
    QSaveFile file(stem + QStringLiteral(".bin"));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(m_job);
        file.commit();
    }
    m_job.clear();
    m_reader.startPaper();
    Q_EMIT slipPrinted(picture, stem + QStringLiteral(".png"));
}

} // namespace peer
