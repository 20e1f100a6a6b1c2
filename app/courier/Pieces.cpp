#include "courier/Pieces.h"

#include "courier/Faults.h"
#include "courier/Pack.h"
#include "courier/StrictJson.h"

namespace yichuang::courier {

namespace {

constexpr qsizetype mostEpoch = 64;
constexpr qsizetype mostCursor = 512;
constexpr qsizetype mostPagesOfCase = 5000;

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray packedList(const QJsonArray &list)
{
    return pack(jsonOf({{QStringLiteral("list"), list}}));
}

template <typename T>
Result<T> checked(const StrictJson &reader, T value, const char *what)
{
    return reader.isSound() ? Result<T>(std::move(value)) : malformed(what);
}

// A packed list whose elements `one` reads.
template <typename T>
Result<QList<T>> readList(const QByteArray &payload, qsizetype most, const char *what,
                          T (*one)(const QJsonValue &, StrictJson &))
{
    const auto plain = unpack(payload);
    if (!plain)
        return passOn(plain);
    StrictJson reader(*plain);
    const QJsonArray entries = reader.array("list", most);
    QList<T> list;
    for (const QJsonValue &entry : entries)
        list.append(one(entry, reader));
    return checked(reader, std::move(list), what);
}

QJsonArray recordsOf(const QList<SignedEvent> &events)
{
    QJsonArray records;
    for (const SignedEvent &event : events)
        records.append(toWire(event));
    return records;
}

SignedEvent recordOf(const QJsonValue &value, StrictJson &outer)
{
    const auto record = fromWire(value.toObject());
    outer.demand(record.has_value());
    return record.value_or(SignedEvent());
}

Refused refusedOf(const QJsonValue &value, StrictJson &outer)
{
    StrictJson reader(value);
    const Refused refused{reader.number("sequence"), reader.text("reason", 64)};
    outer.demand(reader.isSound() && refused.sequence > 0);
    return refused;
}

CaseLine caseOf(const QJsonValue &value, StrictJson &outer)
{
    StrictJson reader(value);
    CaseLine line{CaseId::fromString(reader.text("case", 36)), reader.text("events", 64), {}};
    const QJsonArray pages = reader.array("blobs", mostPagesOfCase);
    for (const QJsonValue &entry : pages) {
        StrictJson page(entry);
        const Digest digest = page.digest("hash");
        line.pages.append({digest, page.flag("present")});
        reader.demand(page.isSound());
    }
    outer.demand(reader.isSound() && !line.caseId.isNull());
    return line;
}

Digest digestOf(const QJsonValue &value, StrictJson &outer)
{
    return outer.digestOf(value);
}

} // namespace

QByteArray write(const Request &request)
{
    return jsonOf({{QStringLiteral("cursor"), QString::fromLatin1(request.cursor)},
                   {QStringLiteral("epoch"), request.epoch}});
}

Result<Request> readRequest(const QByteArray &payload)
{
    StrictJson reader(payload);
    const Request request{reader.text("epoch", mostEpoch), reader.text("cursor", mostCursor).toLatin1()};
    return checked(reader, request, "request");
}

QByteArray write(const Reply &reply)
{
    return jsonOf({{QStringLiteral("acknowledged"), reply.acknowledged},
                   {QStringLiteral("backedUp"), reply.backedUp},
                   {QStringLiteral("epoch"), reply.epoch},
                   {QStringLiteral("tail"), reply.tail.toHex()}});
}

Result<Reply> readReply(const QByteArray &payload)
{
    StrictJson reader(payload);
    Reply reply;
    reply.epoch = reader.text("epoch", mostEpoch);
    reply.acknowledged = reader.number("acknowledged");
    reply.backedUp = reader.number("backedUp");
    const QString tail = reader.text("tail", 64);
    if (!tail.isEmpty())
        reply.tail = reader.digest("tail");
    reader.demand(!reply.epoch.isEmpty() && reply.tail.isNull() == (reply.acknowledged == 0));
    return checked(reader, reply, "reply");
}

QByteArray writeEvents(const QList<SignedEvent> &events)
{
    return packedList(recordsOf(events));
}

Result<QList<SignedEvent>> readEvents(const QByteArray &payload)
{
    return readList<SignedEvent>(payload, mostEvents, "events", recordOf);
}

QByteArray write(const PageHead &head)
{
    return jsonOf({{QStringLiteral("hash"), head.digest.toHex()},
                   {QStringLiteral("mediaType"), head.mediaType},
                   {QStringLiteral("size"), head.size}});
}

Result<PageHead> readPageHead(const QByteArray &payload)
{
    StrictJson reader(payload);
    const PageHead head{reader.digest("hash"), reader.number("size", mostPageBytes),
                        reader.text("mediaType", 100)};
    return checked(reader, head, "page");
}

QByteArray write(const QList<Refused> &refused)
{
    QJsonArray list;
    for (const Refused &one : refused)
        list.append(
            QJsonObject{{QStringLiteral("reason"), one.reason}, {QStringLiteral("sequence"), one.sequence}});
    return packedList(list);
}

Result<QList<Refused>> readRefused(const QByteArray &payload)
{
    return readList<Refused>(payload, mostRefused, "refusals", refusedOf);
}

QByteArray write(const QList<CaseLine> &cases)
{
    QJsonArray list;
    for (const CaseLine &line : cases) {
        QJsonArray pages;
        for (const auto &[digest, present] : line.pages)
            pages.append(
                QJsonObject{{QStringLiteral("hash"), digest.toHex()}, {QStringLiteral("present"), present}});
        list.append(QJsonObject{{QStringLiteral("blobs"), pages},
                                {QStringLiteral("case"), line.caseId.toString()},
                                {QStringLiteral("events"), line.events}});
    }
    return packedList(list);
}

Result<QList<CaseLine>> readCases(const QByteArray &payload)
{
    return readList<CaseLine>(payload, mostCases, "cases", caseOf);
}

QByteArray write(const QList<Digest> &known)
{
    QJsonArray list;
    for (const Digest &digest : known)
        list.append(digest.toHex());
    return packedList(list);
}

Result<QList<Digest>> readKnown(const QByteArray &payload)
{
    return readList<Digest>(payload, mostKnown, "pages", digestOf);
}

QByteArray write(const FeedPart &part)
{
    return pack(jsonOf({{QStringLiteral("events"), recordsOf(part.events)},
                        {QStringLiteral("from"), QString::fromLatin1(part.from)},
                        {QStringLiteral("to"), QString::fromLatin1(part.to)}}));
}

Result<FeedPart> readFeed(const QByteArray &payload)
{
    const auto plain = unpack(payload);
    if (!plain)
        return passOn(plain);
    StrictJson reader(*plain);
    FeedPart part{reader.text("from", mostCursor).toLatin1(), reader.text("to", mostCursor).toLatin1(), {}};
    const QJsonArray events = reader.array("events", mostEvents);
    for (const QJsonValue &event : events)
        part.events.append(recordOf(event, reader));
    return checked(reader, std::move(part), "feed");
}

QByteArray write(const End &end)
{
    return jsonOf({{QStringLiteral("events"), end.events}, {QStringLiteral("pages"), end.pages}});
}

Result<End> readEnd(const QByteArray &payload)
{
    StrictJson reader(payload);
    const End end{reader.number("events"), reader.number("pages")};
    return checked(reader, end, "end");
}

} // namespace yichuang::courier
