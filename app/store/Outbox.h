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
    // Sets exactly this; another epoch first takes back what the old one had said.
    Result<void> setState(const SyncState &state);
    // With `from` only where the cursor stands there.
    Result<void> setCursor(const QString &epoch, const QByteArray &cursor,
                           const std::optional<QByteArray> &from = {});
    // One more exchange in a row that came to nothing; a success says so by setState.
    Result<void> countFailure();
    Result<void> acknowledge(qint64 upTo, qint64 backedUp, const QString &epoch,
                             const QList<EventRefusal> &refusals);
    Result<QList<PendingPage>> pages(int most);
    // `received`: how many of its bytes are at the platform, by the platform's word.
    Result<void> rememberUpload(const Digest &digest, const QString &location, qint64 received);
    Result<void> pageSent(const Digest &digest);

private:
    // A platform that was restored from a backup says so by another epoch, and may lack anything that it had
    // acknowledged (SYNC.md rule 7): everything counts as unsent again, pages included.
    Result<void> enterEpoch(const QString &epoch);

    Database &m_database;
};

} // namespace yichuang
