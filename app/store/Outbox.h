#pragma once

#include "store/Database.h"
#include "store/StoreTypes.h"

namespace yichuang {

// What is to be sent and what the platform has said of it. One source of truth: an event is unsent when its
// sequence is above the acknowledged one, and nothing else says so.
class Outbox
{
public:
    explicit Outbox(Database &database)
        : m_database(database)
    {}

    Result<QList<OutboxEvent>> unsent(qint64 after, int mostEvents, qint64 mostBytes);
    Result<OutboxStatus> status(qint64 lastSequence);
    Result<SyncState> state();
    Result<void> setState(const SyncState &state);
    Result<void> acknowledge(qint64 upTo, qint64 backedUp, const QString &epoch,
                             const QList<EventRefusal> &refusals);
    Result<QList<PendingPage>> pages(int most);
    Result<void> rememberUpload(const Digest &digest, const QString &location);
    Result<void> pageSent(const Digest &digest);

private:
    Database &m_database;
};

} // namespace yichuang
