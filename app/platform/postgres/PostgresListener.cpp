#include "platform/postgres/PostgresListener.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>

namespace yichuang {

namespace {

constexpr int tendEvery = 60000; // ms
constexpr int firstPause = 100;  // ms
constexpr int longestPause = 5000;
constexpr int devicesInOne = 200;
constexpr int mostTexts = 20;

} // namespace

namespace postgreschange {

QStringList told(const QList<DeviceId> &devices)
{
    if (devices.size() > devicesInOne * mostTexts)
        return {QStringLiteral("*")};
    QStringList texts;
    for (qsizetype i = 0; i < devices.size(); i += devicesInOne) {
        QStringList ids;
        for (const DeviceId &device : devices.mid(i, devicesInOne))
            ids.append(device.toString());
        texts.append(QStringLiteral("t:") + ids.join(QLatin1Char(',')));
    }
    return texts;
}

QString revoked(const DeviceId &device)
{
    return QStringLiteral("r:") + device.toString();
}

LedgerChange read(const QByteArray &payload)
{
    LedgerChange change;
    for (const QByteArray &id : payload.mid(2).split(',')) {
        const DeviceId device = DeviceId::fromString(QString::fromLatin1(id));
        if (device.isNull())
            change.unknown = true;
        else if (payload.startsWith("r:"))
            change.revoked.append(device);
        else
            change.told.append(device);
    }
    return change;
}

} // namespace postgreschange

PostgresListener::PostgresListener(PostgresTarget target, Tell tell, Tend tend)
    : m_target(std::move(target))
    , m_tell(std::move(tell))
    , m_tend(std::move(tend))
    , m_end(::eventfd(0, EFD_CLOEXEC))
    , m_thread([this] { run(); })
{}

PostgresListener::~PostgresListener()
{
    m_ends = true;
    ::eventfd_write(m_end, 1);
    m_thread.join();
    ::close(m_end);
}

void PostgresListener::run()
{
    int pause = 0;
    for (bool isFirst = true; waitFor(-1, pause); isFirst = false) {
        const auto connection = PostgresConnection::open({m_target.conninfo, {}});
        pause = qBound(firstPause, pause * 2, longestPause);
        if (!connection || !(*connection)->execute(QByteArray("LISTEN ") + postgreschange::channel))
            continue;
        pause = 0;
        if (!isFirst)
            m_tell({{}, {}, true});
        listen(**connection);
    }
}

void PostgresListener::listen(PostgresConnection &connection)
{
    using Steady = std::chrono::steady_clock;
    auto tended = Steady::now();
    while (waitFor(PQsocket(connection.native()), tendEvery)) {
        if (PQconsumeInput(connection.native()) == 0 || connection.isGone())
            return;
        tellAll(connection);
        if (Steady::now() - tended < std::chrono::milliseconds(tendEvery))
            continue;
        tended = Steady::now();
        if (auto done = m_tend(connection); !done)
            qWarning("%s", qPrintable(logText(done.error())));
        // Also what came in while that was done.
        tellAll(connection);
    }
}

void PostgresListener::tellAll(PostgresConnection &connection)
{
    while (PGnotify *notified = PQnotifies(connection.native())) {
        m_tell(postgreschange::read(notified->extra));
        PQfreemem(notified);
    }
}

bool PostgresListener::waitFor(int socket, int milliseconds) const
{
    std::array<pollfd, 2> waits{pollfd{m_end, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
    ::poll(waits.data(), waits.size(), milliseconds);
    return !m_ends;
}

} // namespace yichuang
