#pragma once

#include "base/Clock.h"
#include "base/Signing.h"
#include "platform/ledger/Judgement.h"

#include <QJsonObject>

#include <mutex>
#include <span>
#include <vector>

namespace yichuang {

// A page of a device's feed: other devices' events of the cases that concern it.
struct FeedPage
{
    qint64 position = 0; // of the last one
    bool more = false;
    QList<SignedEvent> events;
};

// A request's one-time word, and whose it is; null for an enrolment.
struct RequestNonce
{
    DeviceId device;
    QByteArray nonce; // 32 hexadecimal characters
};

struct Admission
{
    std::optional<KnownDevice> device; // as it is now
    bool replayed = false;             // the nonce was used before
};

// What others may now want to look at. `unknown` where the way to the database was interrupted, so that
// anything may have happened.
struct LedgerChange
{
    QList<DeviceId> told; // have something new in their feed
    QList<DeviceId> revoked;
    bool unknown = false;
};

// The platform's data: every station's log as it came, who is concerned with which case, and what is in the
// way. Any thread may call, and is held up until the answer is there. What was answered as done is on the
// disk. Positions of a feed become visible in their order, so no reader can skip one, whichever process reads
// or writes (SYNC.md rule 6).
//
// Every call may fail with PlatformFull (the disk took no more) or PlatformStoreFailed, and on PostgreSQL
// with PlatformDatabaseGone (it does not answer: come back later).
class Ledger
{
public:
    virtual ~Ledger() = default;
    Ledger() = default;
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    // Never change while the ledger is open.
    const SigningKey &key() const { return m_key; }
    QByteArray epoch() const { return m_epoch; }

    // A code for one workstation; `station` is what it will be told of itself.
    virtual Result<QString> invite(const QJsonObject &station) = 0;
    // What the station is told. EnrolmentCodeUnknown for a wrong code, EnrolmentCodeUsed for one that another
    // key has used. The same key with the same code again gets the same answer, because the first answer may
    // have been lost.
    virtual Result<QJsonObject> enrol(const QString &code, const QByteArray &publicKey) = 0;
    virtual Result<std::optional<KnownDevice>> device(const DeviceId &id) = 0;
    // The device and its nonce in one step: of any number of requests with one nonce, one is admitted,
    // whichever process they reach. Nonces are kept for twice the clock difference that the wire allows.
    virtual Result<Admission> admit(const RequestNonce &nonce) = 0;
    // DeviceUnknown.
    virtual Result<void> revoke(const DeviceId &id) = 0;
    virtual Result<void> sawDevice(const DeviceId &id,
                                   qint64 clockOffset /* ms, device minus platform */) = 0;

    // Batches that wait together share a commit; each has an answer of its own, in the same order. A batch
    // that cannot be taken (LogGap with the acknowledged sequence as detail, DeviceUnknown, DeviceRevoked)
    // leaves nothing behind.
    virtual std::vector<Result<PushReceipt>> push(std::span<const PushBatch> batches) = 0;

    virtual Result<FeedPage> feed(const DeviceId &device, qint64 after, int limit) = 0;
    virtual Result<QList<Event>> eventsOf(const CaseId &caseId) = 0;
    virtual Result<bool> isConcerned(const DeviceId &device, const CaseId &caseId) = 0;

    virtual Result<QJsonObject> summary() = 0;
    // Each device's chain and signatures, from the bytes.
    virtual Result<QJsonObject> verify() = 0;
    // A consistent copy beside the running service, read back and checked; then the mark moves on.
    // BackupUnsound.
    virtual Result<void> backup(const QString &target) = 0;

    // Called on any thread after the commit, and soon done: somebody waits for it.
    void onChanged(std::function<void(const LedgerChange &)> listener);

protected:
    void setIdentity(const Secret &seed, const QByteArray &epoch);
    void tell(const LedgerChange &change);
    // What every station is told beside its own description.
    QJsonObject introduction(const QByteArray &description, const QString &device) const;

private:
    SigningKey m_key;
    QByteArray m_epoch;
    std::mutex m_telling;
    std::function<void(const LedgerChange &)> m_listener;
};

} // namespace yichuang
