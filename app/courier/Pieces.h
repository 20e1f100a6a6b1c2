#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "domain/Event.h"

namespace yichuang::courier {

// The payloads of the pieces. Each pair writes and reads; what is read is strict and limited, and fails with
// PackageMalformed. Every reader takes any bytes.

// What the station knows of the platform, as far as the answer depends on it.
struct Request
{
    QString epoch;     // empty before the first contact
    QByteArray cursor; // of its feed
    bool operator==(const Request &) const = default;
};
QByteArray write(const Request &request);
Result<Request> readRequest(const QByteArray &payload);

// What the platform has of this station's log.
struct Reply
{
    QString epoch;
    qint64 acknowledged = 0; // everything up to here is durable
    qint64 backedUp = 0;
    Digest tail; // of the event at `acknowledged`; through the chain it names all before it too. Null for 0
    bool operator==(const Reply &) const = default;
};
QByteArray write(const Reply &reply);
Result<Reply> readReply(const QByteArray &payload);

inline constexpr qsizetype mostEvents = 500; // of one piece
inline constexpr qint64 mostEventBytes = 700 * 1024;
// Records as they were signed.
QByteArray writeEvents(const QList<SignedEvent> &events);
Result<QList<SignedEvent>> readEvents(const QByteArray &payload);

// The pieces of data that follow are `size` bytes together.
struct PageHead
{
    Digest digest;
    qint64 size = 0;
    QString mediaType;
    bool operator==(const PageHead &) const = default;
};
inline constexpr qint64 mostPageBytes = 64 * 1024 * 1024;
QByteArray write(const PageHead &head);
Result<PageHead> readPageHead(const QByteArray &payload);

// Events that the platform keeps but has set aside; reasons are words of WIRE.md.
struct Refused
{
    qint64 sequence = 0;
    QString reason;
    bool operator==(const Refused &) const = default;
};
inline constexpr qsizetype mostRefused = 10000; // of one piece
QByteArray write(const QList<Refused> &refused);
Result<QList<Refused>> readRefused(const QByteArray &payload);

// WIRE.md, `cases`.
struct CaseLine
{
    CaseId caseId;
    QString events;                       // hash
    QList<std::pair<Digest, bool>> pages; // and whether it is here
    bool operator==(const CaseLine &) const = default;
};
inline constexpr qsizetype mostCases = 500; // of one piece
QByteArray write(const QList<CaseLine> &cases);
Result<QList<CaseLine>> readCases(const QByteArray &payload);

// Pages of the package that are here now.
inline constexpr qsizetype mostKnown = 10000; // of one piece
QByteArray write(const QList<Digest> &known);
Result<QList<Digest>> readKnown(const QByteArray &payload);

// A part of the feed: what stands between two places of it.
struct FeedPart
{
    QByteArray from; // cursors
    QByteArray to;
    QList<SignedEvent> events;
    bool operator==(const FeedPart &) const = default;
};
QByteArray write(const FeedPart &part);
Result<FeedPart> readFeed(const QByteArray &payload);

// What the content must have had, for a reader to hold against what it saw.
struct End
{
    qint64 events = 0;
    qint64 pages = 0;
    bool operator==(const End &) const = default;
};
QByteArray write(const End &end);
Result<End> readEnd(const QByteArray &payload);

} // namespace yichuang::courier
