#pragma once

#include "base/Async.h"
#include "domain/ClockTrust.h"
#include "domain/Event.h"

#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace yichuang {

// What the platform says about each event of a push. Each is answered alone.
enum class PushStatus
{
    Accepted,
    Duplicate,
    Quarantined,
    Conflict
};

struct PushResult
{
    qint64 sequence = 0;
    PushStatus status = PushStatus::Accepted;
    QString reason; // a word of the wire contract, never a person's data
    Digest hash;    // of the event as the platform keeps it
};

// What the platform has of a case: the ground on which 'sent' may be shown (SYNC.md rule 8).
struct CaseManifest
{
    CaseId caseId;
    Digest eventsHash;
    QList<std::pair<Digest, bool>> blobs; // and whether the platform has each
};

struct PushReply
{
    QString epoch;
    qint64 acknowledged = 0; // all of this log up to here is durable at the platform
    qint64 backedUp = 0;     // and up to here in a backup: only below this may a station prune
    QList<PushResult> results;
    QList<CaseManifest> manifests;
};

struct PullReply
{
    QString epoch;
    QByteArray cursor;
    bool more = false;
    qint64 acknowledged = -1; // of this log, as in PushReply; -1 where an older platform does not say
    QList<SignedEvent> events;
};

struct BlobUpload
{
    Digest digest;
    QString mediaType;
    qint64 size = 0;
    // At most so many bytes from a place on; called on the client's thread, answered there.
    std::function<Pending<QByteArray>(qint64 from, qint64 most)> read;
    QString location; // where an earlier attempt was; empty for a new one
};

struct UploadProgress
{
    QString location;
    qint64 sent = 0;
};

struct PlatformStatus
{
    QString epoch;
    qint64 acknowledged = 0;
    qint64 backedUp = 0;
};

struct CaseFold
{
    QByteArray canonicalJson;
    Digest digest;
};

// The seam to a central platform. Another implementation joins a province's own platform. All calls are
// made on the owner's thread and finish there; destroying the client cancels what is under way.
class PlatformClient : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Pending<PlatformStatus> status() = 0;
    virtual Pending<PushReply> push(qint64 after, const QList<SignedEvent> &events) = 0;
    virtual Pending<PullReply> pull(const QByteArray &cursor, int limit) = 0;
    virtual Pending<QList<Digest>> knownBlobs(const QList<Digest> &digests) = 0;
    // Finished only when the platform has checked the hash and made the blob durable.
    virtual Pending<Digest> upload(const BlobUpload &upload) = 0;
    virtual Pending<CaseFold> foldOf(const CaseId &caseId) = 0;

    // Ends what is under way with a failure: nothing has come of it for too long.
    virtual void giveUp() {}

    // The epoch of the last reply that counted.
    virtual QString epoch() const = 0;
    // Platform time minus this machine's, from the last reply that counted.
    virtual std::chrono::milliseconds clockOffset() const = 0;
    // The platform's time in that reply as `wall`, and this machine's monotonic clock when it came; nothing
    // before the first.
    virtual std::optional<ClockReading> heard() const { return std::nullopt; }

Q_SIGNALS:
    void uploadProgressed(const yichuang::Digest &digest, const yichuang::UploadProgress &progress);
};

} // namespace yichuang
