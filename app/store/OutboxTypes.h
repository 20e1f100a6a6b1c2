#pragma once

#include "base/Digest.h"
#include "base/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace yichuang {

// A case of which the platform does not have everything, or has set a part aside. Bytes are those of pages;
// events are small and not counted.
struct OutboxCase
{
    CaseId id;
    QString number, itemName, applicant;
    int place = 0;         // in the queue, from 1; 0 where nothing is left to send
    int events = 0;        // of this station, not acknowledged
    int pages = 0;         // of the case on this machine, sent or not
    int pagesToSend = 0;   // of these
    qint64 bytes = 0;      // of all `pages`
    qint64 bytesThere = 0; // of these, by the platform's word: whole pages, and the part of one under way
    QString refusal;       // why a part was set aside, a word of WIRE.md; empty for none
    std::optional<QDateTime> waitingSince; // the oldest part that is not there
    bool operator==(const OutboxCase &) const = default;
};

struct OutboxQuery
{
    QString text; // a part of the applicant's name, the item's name or the number; empty for all
    int limit = 200;
    int offset = 0;
};

struct OutboxTotals
{
    int cases = 0;
    int needHand = 0; // of these
    int pages = 0, pagesToSend = 0;
    qint64 bytes = 0, bytesThere = 0; // a page that two cases name counts once
    std::optional<QDateTime> oldest;
    bool operator==(const OutboxTotals &) const = default;
};

struct OutboxList
{
    QList<OutboxCase> cases;
    OutboxTotals totals; // of everything, whatever the search
};

// What of one case is not at the platform.
struct OutboxParts
{
    struct Refused
    {
        EventId event;
        QString reason;
    };
    struct Page
    {
        Digest digest;
        qint64 bytes = 0;
        qint64 bytesThere = 0;
    };
    QList<EventId> events; // in the log's order
    QList<Refused> refused;
    QList<Page> pages; // in the order in which they are sent
};

} // namespace yichuang
