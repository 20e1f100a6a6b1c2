#pragma once

#include "platform/ledger/Ledger.h"
#include "platform/postgres/PostgresConnection.h"

#include <span>

namespace yichuang {

// One group of batches in one transaction, a handful of statements however many events there are. For one
// attempt.
class PostgresGroup
{
public:
    PostgresGroup(PostgresConnection &connection, std::span<const PushBatch> batches, qint64 now /* ms */);

    // Inside a transaction. Fails where the database does; a batch's own failure is in its receipt.
    Result<void> take();
    std::vector<Result<PushReceipt>> &receipts() { return m_receipts; }

private:
    Result<void> lockDevices();
    Result<void> readKnownHashes();
    void settleAll();
    Result<void> raiseAlarms();
    Result<void> keepEvents();
    Result<void> nameBlobs();
    Result<void> moveDevices();
    Result<void> readManifests();
    Result<void> spread();

    PostgresConnection &m_connection;
    std::span<const PushBatch> m_batches;
    qint64 m_now;
    QHash<DeviceId, KnownDevice> m_devices;
    KnownHashes m_known;
    std::vector<Result<PushReceipt>> m_receipts;
    std::vector<std::pair<const PushBatch *, Settlement>> m_settled;
};

} // namespace yichuang
