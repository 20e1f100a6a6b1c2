#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "domain/Case.h"
#include "domain/Event.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace yichuang {

// A fact that is to become an event; the store gives it its id, place in the log, time, parents and
// signature.
struct EventDraft
{
    CaseId caseId; // null for a fact about the workstation
    QString type;
    QJsonObject payload;
};

// Where case numbers come from: every `opened` event of the transaction that has no `number` gets the next
// serial of the day. Numbers are never given twice, also not after a transaction that failed.
struct NumberSeries
{
    QString region;
    QString segment;
    QDate day;
};

// One action of a person. Everything in it is on the disk when append finishes, or nothing is.
struct Transaction
{
    QList<EventDraft> events; // in this order; each builds on the one before it of the same case
    QString clerk;
    std::optional<NumberSeries> numbers;
    DraftId finishedDraft; // removed in the same step; null for none
};

struct AppendedCase
{
    CaseId caseId;
    QString number; // of an `opened` event; else empty
};

struct Appended
{
    QList<EventId> events;
    QList<AppendedCase> cases; // in the order in which they first appear
};

struct DraftRecord
{
    DraftId id;
    QByteArray json;
    QDateTime savedAt;
};

// The lists of the cases screen. Days are counted by the caller, who has the calendar.
enum class CaseFilter
{
    Open,       // not delivered, archived, withdrawn or voided
    Supplement, // 待补正
    Ready,      // 待出件
    DueBy,      // committed date on or before `today`
    Today,      // opened on `today`
    Unsent,     // 待上传
    All
};

struct CaseQuery
{
    CaseFilter filter = CaseFilter::Open;
    QString text; // of a name (from one character on), a number or a telephone's tail; empty for all
    QDate today;
    int limit = 200; // most rows
    int offset = 0;
};

enum class SendState
{
    OnlyHere,   // not acknowledged
    Sent,       // the platform has every event and every page of it
    EventsSent, // the events are acknowledged, pages are not
    SetAside    // an event was refused; a person must look
};

struct CaseRow
{
    CaseId id;
    QString number, item, itemName, applicant, phone;
    CaseState state = CaseState::Received;
    QDate committedDue, respondBy, opened;
    int visits = 0;
    bool conflicted = false;
    bool hasUnconfirmedPaper = false;
    SendState sending = SendState::OnlyHere;
    bool operator==(const CaseRow &) const = default;
};

struct CaseCounts
{
    int open = 0, supplement = 0, ready = 0, dueToday = 0, today = 0, unsent = 0, all = 0;
};

struct CaseDetail
{
    Case value;
    SendState sending = SendState::OnlyHere;
    int eventsToSend = 0;
    int pagesToSend = 0;
};

// --- What the client of the platform needs -----------------------------------------------------------

struct OutboxEvent
{
    qint64 sequence = 0;
    CaseId caseId;
    SignedEvent event;
};

struct OutboxStatus
{
    qint64 lastSequence = 0; // of this log
    qint64 acknowledged = 0; // all up to here is durable at the platform
    int unsentEvents = 0;
    int unsentPages = 0;
    qint64 unsentPageBytes = 0;
    int unsentCases = 0;  // cases that any of these events or pages are of
    int setAside = 0;     // own events that the platform refused
    int casesAside = 0;   // cases that these are of
    int foreignAside = 0; // of others, that could not be read or whose place was taken
    std::optional<QDateTime> oldestUnsent;
};

struct SyncState
{
    QString epoch;     // empty before the first reply that counted
    QByteArray cursor; // of the feed; empty to begin at the start
    qint64 acknowledged = 0;
    qint64 backedUp = 0;
    int failedAttempts = 0;
    std::optional<QDateTime> lastSuccess;
};

struct PendingPage
{
    Digest digest;
    QString mediaType;
    qint64 size = 0;
    QString location; // of an upload that was begun; empty for none
};

// One event's fate at the platform.
struct EventRefusal
{
    qint64 sequence = 0;
    QString reason;
};

struct PulledBatch
{
    QString epoch;
    QByteArray cursor; // stored in the same transaction as the events that it covers
    QList<SignedEvent> events;
    // The cursor moves only where it stands here; without it, always.
    std::optional<QByteArray> from = {};
};

// What could be brought out of a damaged database.
struct SalvageReport
{
    QString quarantine;    // the folder in which the damaged files lie as they were
    qint64 events = 0;     // read, and as they were signed or sent
    qint64 eventsLost = 0; // places of the log that could not be read
    qint64 unsent = 0;     // of this station, read, and not yet acknowledged
    int drafts = 0;
    // False where the end of this station's log is not certain: then nothing more is written to it, so that
    // no place is used twice. What was read can be looked at and sent; the workstation is to be enrolled
    // anew.
    bool logContinues = false;
};

struct LogReport
{
    qint64 events = 0;
    qint64 firstBroken = 0; // sequence of the first link that does not hold; 0 when all do
};

} // namespace yichuang
