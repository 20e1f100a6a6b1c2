#pragma once

#include "platform/ledger/Ledger.h"
#include "platform/postgres/PostgresConnection.h"

#include <atomic>
#include <thread>

namespace yichuang {

// The words that processes send each other through the database.
namespace postgreschange {
inline constexpr const char *channel = "yichuang";
// As many texts as NOTIFY's limit of 8000 bytes asks for.
QStringList told(const QList<DeviceId> &devices);
QString revoked(const DeviceId &device);
LedgerChange read(const QByteArray &payload);
} // namespace postgreschange

// A thread with a connection of its own: hands on what is notified, and does now and then what somebody has
// to do. Where the connection is lost it comes back, and says that anything may have happened meanwhile.
class PostgresListener
{
public:
    using Tell = std::function<void(const LedgerChange &)>;
    using Tend = std::function<Result<void>(PostgresConnection &)>;

    PostgresListener(PostgresTarget target, Tell tell, Tend tend);
    ~PostgresListener();

private:
    void run();
    void listen(PostgresConnection &connection);
    bool waitFor(int socket, int milliseconds) const; // false when it is to end
    void tellAll(PostgresConnection &connection);

    PostgresTarget m_target;
    Tell m_tell;
    Tend m_tend;
    int m_end;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace yichuang
