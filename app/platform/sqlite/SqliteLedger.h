#pragma once

#include "platform/ledger/Ledger.h"
#include "platform/ledger/NonceMemory.h"
#include "platform/sqlite/SqliteReaders.h"

namespace yichuang {

// The ledger in one SQLite file, for one process that serves: one connection writes, several read beside it.
// Commands may write to the same file from a process of their own; what they change is then met at the next
// request, not told.
class SqliteLedger final : public Ledger
{
public:
    // `folder` and its platform.db are made where they are not there. PlatformFolderUnusable,
    // PlatformSchemaNewer.
    static Result<std::unique_ptr<Ledger>> open(const Clock &clock, const QString &folder, int readers);

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
    Result<void> backup(const QString &target) override;

private:
    SqliteLedger(const Clock &clock, QString path);
    Result<void> start(int readers);
    Result<void> makeIdentity();
    Result<void> readIdentity();
    static Result<std::optional<KnownDevice>> deviceOn(SqliteConnection &connection, const DeviceId &id);

    // SqlitePush.cpp; all inside the group's transaction.
    Result<PushReceipt> take(const PushBatch &batch, QSet<DeviceId> &told);
    Result<KnownHashes> knownHashes(const PushBatch &batch, qint64 acknowledged);
    Result<void> keep(const PushBatch &batch, const Settlement &settlement, QSet<DeviceId> &told);
    Result<void> spread(const DeviceId &writer, const Settlement::Kept &kept, qint64 row,
                        QSet<DeviceId> &told);
    Result<void> concern(const DeviceId &device, const CaseId &caseId, QSet<DeviceId> &told);
    Result<QList<CaseManifest>> manifests(const PushBatch &batch);
    qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    const Clock &m_clock;
    QString m_path;
    std::mutex m_writing; // guards m_writer
    SqliteConnection m_writer;
    SqliteReaders m_readers;
    NonceMemory m_nonces;
};

} // namespace yichuang
