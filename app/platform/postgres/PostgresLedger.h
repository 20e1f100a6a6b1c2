#pragma once

#include "platform/ledger/Ledger.h"
#include "platform/postgres/PostgresListener.h"
#include "platform/postgres/PostgresPool.h"

namespace yichuang {

// The ledger in a PostgreSQL database, for any number of processes side by side, any of which may be killed
// at any moment: nothing that the others need is kept in a process. PostgreSQL 15 or newer.
class PostgresLedger final : public Ledger
{
public:
    static Result<std::unique_ptr<Ledger>> open(const Clock &clock, const PostgresTarget &target,
                                                int connections);
    ~PostgresLedger() override;

    Result<QString> invite(const QJsonObject &station) override;
    Result<QJsonObject> enrol(const QString &code, const QByteArray &publicKey) override;
    Result<std::optional<KnownDevice>> device(const DeviceId &id) override;
    Result<Admission> admit(const RequestNonce &nonce) override;
    Result<void> revoke(const DeviceId &id) override;
    Result<void> sawDevice(const DeviceId &id, qint64 clockOffset) override;
    std::vector<Result<PushReceipt>> push(std::span<const PushBatch> batches) override;
    Result<FeedPage> feed(const DeviceId &device, qint64 after, int limit) override;
    Result<QList<Event>> eventsOf(const CaseId &caseId) override;
    Result<bool> isConcerned(const DeviceId &device, const CaseId &caseId) override;
    Result<QJsonObject> summary() override;
    Result<QJsonObject> verify() override;
    // With pg_dump and pg_restore, which must be there in the server's version.
    Result<void> backup(const QString &target) override;

private:
    PostgresLedger(const Clock &clock, PostgresTarget target, int connections);
    Result<void> start();
    Result<void> makeIdentity(PostgresConnection &connection);
    Result<void> readIdentity(PostgresConnection &connection);
    Result<void> tend(PostgresConnection &connection) const;
    Result<PostgresRows> read(PostgresPool::Again again, const char *statement,
                              const PostgresValues &values = {});
    qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    const Clock &m_clock;
    PostgresPool m_writers; // so that those who read never wait for the pushes' connections
    PostgresPool m_readers;
    std::unique_ptr<PostgresListener> m_listener;
};

} // namespace yichuang
