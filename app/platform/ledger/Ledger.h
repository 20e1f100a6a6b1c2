#pragma once

#include "base/Clock.h"
#include "base/Signing.h"
#include "domain/Event.h"
#include "platform/ledger/PlatformDatabase.h"

#include <QJsonObject>

#include <optional>

namespace yichuang {

struct KnownDevice
{
    DeviceId id;
    QByteArray publicKey;
    qint64 acknowledged = 0;
    qint64 backedUp = 0;
    QString tail; // hash of the last event of the unbroken log
    bool revoked = false;
};

struct PushOutcome
{
    qint64 sequence = 0;
    QString status; // WIRE.md: accepted, duplicate, quarantined, conflict
    QString reason;
    QString hash;
};

struct FeedPage
{
    qint64 position = 0; // of the last one
    bool more = false;
    QList<SignedEvent> events;
};

// The platform's data: every station's log as it came, who is concerned with which case, and what is in the
// way. One thread; positions are given in the order of the commits, so no reader can skip one (SYNC.md rule
// 6).
class Ledger
{
public:
    Ledger(const Clock &clock, QString folder);

    // Makes the folder's database where there is none: an epoch and a key of its own.
    Result<void> open();
    const SigningKey &key() const { return m_key; }
    QByteArray epoch() const { return m_epoch; }

    // A code for one workstation; `station` is what it will be told of itself.
    Result<QString> invite(const QJsonObject &station);
    // CodeUnknown for a used or wrong one. The same key with the same code again gets the same answer,
    // because the first answer may have been lost.
    Result<QJsonObject> enrol(const QString &code, const QByteArray &publicKey);
    Result<std::optional<KnownDevice>> device(const DeviceId &id);
    Result<void> revoke(const DeviceId &id);
    Result<void> sawDevice(const DeviceId &id, qint64 clockOffset);

    // Takes the batch in one transaction; each event is answered alone. `acknowledged` and `tail` of the
    // device are moved on.
    Result<QList<PushOutcome>> push(KnownDevice &device, const QList<SignedEvent> &events);
    // The device's own events of the case, and the pages that they name.
    Result<QString> eventsHash(const DeviceId &device, const QString &caseId);
    Result<QStringList> blobsOf(const DeviceId &device, const QString &caseId);

    Result<FeedPage> feed(const DeviceId &device, qint64 after, int limit);
    Result<QList<Event>> eventsOf(const CaseId &caseId);
    Result<bool> isConcerned(const DeviceId &device, const CaseId &caseId);

    Result<QJsonObject> summary();
    // Each device's chain and signatures, from the bytes.
    Result<QJsonObject> verify();
    // A consistent copy beside the running service, read back and checked; then the mark moves on.
    Result<void> backup(const QString &target);

    // Several requests share one commit, and each may fail alone: `part` undoes what it did when it returns
    // false.
    Result<void> group(const std::function<Result<void>()> &work) { return m_database.transaction(work); }
    Result<void> part(const std::function<bool()> &work);

private:
    Result<void> makeIdentity();
    Result<void> readIdentity();
    Result<PushOutcome> take(KnownDevice &device, const SignedEvent &record, qint64 expected);
    Result<std::optional<QString>> knownHash(const DeviceId &device, qint64 sequence);
    QString faultOf(const KnownDevice &device, const SignedEvent &record, const Result<Event> &event) const;
    Result<void> store(const KnownDevice &device, qint64 sequence, const SignedEvent &record,
                       const QString &caseId, const QString &quarantine);
    Result<void> spread(const DeviceId &device, const Event &event, qint64 row);
    Result<void> concern(const QString &device, const QString &caseId);

    const Clock &m_clock;
    QString m_folder;
    PlatformDatabase m_database;
    SigningKey m_key;
    QByteArray m_epoch;
};

} // namespace yichuang
