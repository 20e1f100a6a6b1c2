#pragma once

#include "store/BlobFiles.h"
#include "store/CaseQueries.h"
#include "store/Database.h"
#include "store/EventLog.h"
#include "store/ForeignEvents.h"
#include "store/Outbox.h"
#include "store/OutboxQueries.h"
#include "store/Projections.h"
#include "store/StationFolder.h"
#include "store/StationIdentity.h"
#include "store/Store.h"
#include "store/TransactionWriter.h"

namespace yichuang {

// The store as it is on its own thread: plain calls, one after the other.
class StoreEngine
{
public:
    StoreEngine(QString folder, const Clock &clock, RandomSource &random);

    Result<void> create(const Secret &dataKey, DeviceId device, const Secret &signingSeed);
    Result<void> open(const Secret &dataKey);
    Result<SalvageReport> salvage(const Secret &dataKey);
    bool isOpen() const { return m_database.isOpen() && m_blobs; }
    Result<void> demandOpen() const;
    DeviceId device() const { return m_log.device(); }
    const SigningKey &signingKey() const { return m_log.key(); }

    Result<Appended> append(const Transaction &transaction);
    Result<int> applyPulled(const PulledBatch &batch, QList<CaseId> &changed);
    Result<CaseDetail> loadCase(const CaseId &id);

    Result<void> saveDraft(DraftId id, const QByteArray &json);
    Result<QList<DraftRecord>> drafts();
    Result<void> discardDraft(DraftId id);

    Result<Digest> putBlob(const QByteArray &bytes, const QString &mediaType);
    Result<QByteArray> blob(const Digest &digest) const { return m_blobs->get(digest); }
    Result<QByteArray> blobPart(const Digest &digest, qint64 from, qint64 most) const
    {
        return m_blobs->part(digest, from, most);
    }

    Result<QByteArray> setting(const QString &key);
    Result<void> setSetting(const QString &key, const QByteArray &value);

    Result<int> dropUnusedPages(const QDateTime &storedBefore);

    Result<OutboxStatus> outboxStatus();
    Result<qint64> foreignEvents() { return m_foreign.count(); }
    Result<void> setSyncState(const SyncState &state);
    Outbox &outbox() { return m_outbox; }
    WorkItems &workItems() { return m_projections.workItems(); }
    CaseQueries &queries() { return m_queries; }
    OutboxQueries &outboxQueries() { return m_outboxQueries; }
    Result<void> acknowledge(qint64 upTo, qint64 backedUp, const QString &epoch,
                             const QList<EventRefusal> &refusals);

    Result<LogReport> verifyLog() { return m_log.verify(); }
    Result<int> rebuildProjections() { return m_projections.rebuild(); }
    Result<void> quickCheck();
    // When nobody waits: moves the write-ahead log into the database.
    void checkpoint();

private:
    Result<void> demandClosed() const;
    Result<SalvageReport> rescue(const Secret &dataKey, const StationIdentity &identity,
                                 const QString &aside);
    Result<void> orClosed(Result<void> done);
    Result<void> build(const Secret &dataKey, const StationIdentity &identity);
    static Result<void> writeMeta(Database &database, const StationIdentity &identity, bool logEnded = false);
    Result<StationIdentity> identity();
    Result<void> begin(const Secret &dataKey);
    Result<void> renew();

    StationFolder m_folder;
    const Clock &m_clock;
    Database m_database;
    EventLog m_log;
    Projections m_projections;
    TransactionWriter m_writer;
    ForeignEvents m_foreign;
    CaseQueries m_queries;
    Outbox m_outbox;
    OutboxQueries m_outboxQueries;
    std::unique_ptr<BlobFiles> m_blobs;
    bool m_logEnded = false; // see SalvageReport::logContinues
};

} // namespace yichuang
