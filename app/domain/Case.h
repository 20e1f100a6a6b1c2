#pragma once

#include "base/Id.h"
#include "domain/Event.h"
#include "domain/TimeLimit.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <optional>
#include <span>

namespace yichuang {

// The states of a case (DOMAIN.md section 5).
enum class CaseState
{
    Received,
    AwaitSupplement,
    Accepted,
    DeemedAccepted,
    ToleratedAccepted,
    NotAccepted,
    NotRequired,
    Withdrawn,
    InProcess,
    Suspended,
    Decided,
    ResultReady,
    Delivered,
    Archived,
    Voided,
};

enum class LineState
{
    Missing,
    Complete,
    Reused,
    Exempted,
    Deferred
};

struct Party
{
    QString role; // "applicant", "agent", …
    QString kind; // "person", "enterprise"
    QString name;
    QString idType;   // GA/T 2000.156, "111" for the resident identity card
    QString idNumber; // or the credit code of an enterprise
    // sex: code of GB/T 2261.1; birth: 1986-03-02; nation: code of GB/T 3304; validUntil: Dates.h
    QString sex, birth, nation, address, phone, validUntil;
    QString source; // "card", "manual"
    bool operator==(const Party &) const = default;
};

struct CaseMaterial
{
    QString line;
    QString name;
    LineState state = LineState::Missing;
    QStringList blobs; // page hashes, in the order of the paper
    QString note;      // ground, or the date of a deferred one
    bool operator==(const CaseMaterial &) const = default;
};

struct PrintedPaper
{
    QString paper;
    QString number;
    int copy = 1;
    bool confirmed = false;
    bool refused = false; // nothing of this copy came out
    QString hash;
    QString checkCode;
    bool operator==(const PrintedPaper &) const = default;
};

struct Visit
{
    QString reason;
    QString at;
    bool operator==(const Visit &) const = default;
};

struct FieldConflict
{
    QString field;
    EventId kept;
    EventId other;
    bool operator==(const FieldConflict &) const = default;
};

// What a person said of this case and another one that looked like it (EVENTS.md, 'Twins').
struct TwinVerdict
{
    CaseId other;
    QString verdict; // "same", "different", "both", "held"
    QString reason, secondClerk;
    bool operator==(const TwinVerdict &) const = default;
};

// One line of the case's record, newest last; the ui words it.
struct HistoryEntry
{
    EventId event;
    HybridTime time;
    DeviceId device;
    QString type;
    QString clerk;
    QJsonObject payload;
    bool operator==(const HistoryEntry &) const = default;
};

// What a case is: the fold of its events (EVENTS.md, 'Fold').
struct Case
{
    CaseId id;
    QString number; // 430407-W03-261123-0022
    CaseState state = CaseState::Received;
    QString item, itemName, itemVersion;
    QString site, siteName, window, channel, caseKind;
    DeviceId holder;
    QList<Party> parties; // the applicant first
    QJsonObject answers;
    QJsonObject sources;
    QMap<QString, CaseMaterial> materials;
    QString handedOverAt, acceptedAt, receivedByAuthorityAt;
    QDate committedDue, statutoryDue, respondBy;
    TimeLimit committed;     // with its unit; count 0 until accepted
    QJsonArray explanation;  // how the committed date came about (TimeLimit.h, toJson)
    QStringList tolerated;   // lines that may come later
    QList<Suspension> stops; // special procedures; the last one may be open
    QString department, departmentName, decision, opinion;
    QString declinedReason, declinedGround;
    QString result, certificateNumber, resultValidUntil, shelf, deliveredAt;
    QList<Visit> visits;
    QList<PrintedPaper> papers;
    QList<FieldConflict> conflicts;
    QList<TwinVerdict> twins; // one for each other case, in the order in which they were first judged
    QList<EventId> heads;     // the events that nobody builds on yet: the parents of the next one
    QList<HistoryEntry> history;

    const Party *applicant() const;
    int visitCount() const { return static_cast<int>(visits.size()); }
    // Sorted compact JSON without the history's payloads; equal cases give equal bytes.
    QByteArray canonicalJson() const;
    Digest foldDigest() const { return Digest::of(canonicalJson()); }
};

// Any order, duplicates allowed; every event must be of one case. Unknown types only reach the history.
Case foldCase(std::span<const Event> events);

QString toString(CaseState state); // "accepted", the name in data
std::optional<CaseState> caseStateFromString(QStringView name);
QString toString(LineState state); // "missing", "complete", "reused", "exempted", "deferred"

// Which states may follow; the fold applies what happened, this says what a command may do.
bool mayFollow(CaseState from, CaseState to);

} // namespace yichuang
