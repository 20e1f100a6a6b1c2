#pragma once

#include "base/Async.h"
#include "base/Digest.h"
#include "base/Id.h"

#include <QJsonObject>
#include <QList>

namespace yichuang {

// A fact that is to become an event: what it says, without the place in the log that the store gives it.
struct Fact
{
    CaseId caseId;
    QString type;
    QJsonObject payload; // an `opened` comes without its number: the store puts it in
    bool operator==(const Fact &) const = default;
};

struct StoredDraft
{
    DraftId id;
    QByteArray json;
    QString savedAt; // ISO 8601, UTC
};

// A case as it was committed.
struct CommittedCase
{
    CaseId caseId;
    QString number;
    bool operator==(const CommittedCase &) const = default;
};

// What the flow needs of the store. Every call is safe to make from the screen's thread and returns at once.
class IntakeStore
{
public:
    virtual ~IntakeStore() = default;

    // Finishes when the draft is on the disk.
    virtual Pending<void> saveDraft(DraftId id, const QByteArray &json) = 0;
    virtual Pending<void> removeDraft(DraftId id) = 0;
    virtual Pending<QList<StoredDraft>> drafts() = 0;

    // Encrypts and keeps the bytes under their digest.
    virtual Pending<Digest> putBlob(const QByteArray &bytes, const QString &mediaType) = 0;
    virtual Pending<QByteArray> blob(const Digest &digest) = 0;

    // One transaction: gives every case that is opened here its number, appends all facts in this order and
    // removes the draft. Either all of it is on the disk or nothing is.
    virtual Pending<QList<CommittedCase>> commit(const QList<Fact> &facts, DraftId consumedDraft,
                                                 const QString &clerk) = 0;
    // Further facts of cases that exist.
    virtual Pending<void> append(const QList<Fact> &facts, const QString &clerk) = 0;
};

} // namespace yichuang
