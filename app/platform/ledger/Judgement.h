#pragma once

#include "domain/Event.h"

#include <QHash>

#include <optional>

namespace yichuang {

// What the platform knows of a workstation and its log.
struct KnownDevice
{
    DeviceId id;
    QByteArray publicKey;
    qint64 acknowledged = 0; // everything up to here is durable; nothing after it is here
    qint64 backedUp = 0;
    Digest tail; // of the last event
    bool revoked = false;
    qint64 lastSeen = 0; // Unix ms; only so fresh as `sawDevice` and pushes keep it
};

// An event that was judged as far as that goes without knowing the log: read, checked for its size and form,
// its owner and its signature.
struct JudgedEvent
{
    SignedEvent record;
    Digest hash;
    qint64 sequence = 0;
    QString fault; // WIRE.md's reason to quarantine it; empty where it is sound
    bool isReadable = false;
    CaseId caseId; // this and what follows only of a readable one
    Digest previous;
    qint64 time = 0; // ms, the device's own
    DeviceId holder; // whom it makes the case's holder; null for none
    QString blob;    // the page that it names; empty for none
};

struct PushBatch
{
    DeviceId device;
    qint64 after = 0;       // the first event is the one after it
    qint64 clockOffset = 0; // ms, the device's clock minus the platform's
    QList<JudgedEvent> events;
};

// Pure and the costly part: any thread, before any transaction.
PushBatch judge(const KnownDevice &device, qint64 after, const QList<SignedEvent> &records);

struct PushOutcome
{
    qint64 sequence = 0;
    QString status; // WIRE.md: accepted, duplicate, quarantined, conflict
    QString reason;
    Digest hash;

    bool operator==(const PushOutcome &) const = default;
};

// WIRE.md, `cases`: what proves to the device that the case has arrived.
struct CaseManifest
{
    CaseId caseId;
    QString events;    // hash over the hashes of the device's own events of the case
    QStringList blobs; // the pages that they name, sorted
};

struct PushReceipt
{
    QList<PushOutcome> outcomes;
    qint64 acknowledged = 0;
    qint64 backedUp = 0;
    QList<CaseManifest> cases; // those that the batch touched
};

// The hashes of what is here already, by device and sequence.
using KnownHashes = QHash<std::pair<DeviceId, qint64>, Digest>;

// What is to be written for a batch.
struct Settlement
{
    struct Kept
    {
        const JudgedEvent *event = nullptr; // of the batch
        QString quarantine;                 // empty where it is folded
        CaseId caseId() const { return quarantine.isEmpty() ? event->caseId : CaseId(); }
    };
    QList<Kept> kept;
    QList<const JudgedEvent *> conflicts; // another content under a known key: kept beside it, with an alarm
    PushReceipt receipt;                  // without its cases
};

// Pure: the batch against the device's log as it stands in the transaction. `known` holds the hashes of those
// sequences of the batch that are acknowledged. On success the device and the hashes are moved on; on failure
// (DeviceRevoked, LogGap) they are as before.
Result<Settlement> settle(KnownDevice &device, const PushBatch &batch, KnownHashes &known);

// The cases of the batch, in their order.
QList<CaseId> touchedCases(const PushBatch &batch);

// How far the furthest of these events lies in the future, ms; 0 where none does.
qint64 aheadOf(const Settlement &settlement, qint64 receivedAt);
// Beyond this a device's clock is shown as running ahead (SYNC.md rule 5).
inline constexpr qint64 mostAhead = 5 * 60 * 1000; // ms

// The hash of `CaseManifest::events` over these hexadecimal hashes, which are sorted.
QString manifestHash(const QStringList &hashes);

} // namespace yichuang
