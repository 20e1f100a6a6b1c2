#include "domain/Event.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yichuang {

namespace {

constexpr int envelopeVersion = 1;
constexpr int maximumParents = 64;
constexpr int maximumText = 64;

tl::unexpected<Error> malformed(const char *key)
{
    return raise(ErrorCode::EventMalformed, QString::fromLatin1(key));
}

Result<QString> text(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isString() || value.toString().size() > maximumText)
        return malformed(key);
    return value.toString();
}

Result<qint64> integer(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    const qint64 number = value.toInteger(-1);
    if (!value.isDouble() || number < 1 || static_cast<double>(number) != value.toDouble())
        return malformed(key);
    return number;
}

template <typename T>
Result<T> identity(const QJsonObject &object, const char *key)
{
    const T id = T::fromString(object.value(QLatin1String(key)).toString());
    if (id.isNull())
        return malformed(key);
    return id;
}

Result<QList<EventId>> parentsOf(const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("parents"));
    if (!value.isArray() || value.toArray().size() > maximumParents)
        return malformed("parents");
    QList<EventId> parents;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const EventId parent = EventId::fromString(entry.toString());
        if (parent.isNull())
            return malformed("parents");
        parents.append(parent);
    }
    return parents;
}

Result<void> readIdentity(const QJsonObject &object, Event &event)
{
    const auto id = identity<EventId>(object, "id");
    const auto device = identity<DeviceId>(object, "device");
    const auto sequence = integer(object, "sequence");
    const auto caseText = text(object, "case");
    const auto parents = parentsOf(object);
    if (!id || !device || !sequence || !caseText || !parents)
        return malformed("identity");
    event.id = *id;
    event.device = *device;
    event.sequence = *sequence;
    event.caseId = CaseId::fromString(*caseText);
    event.parents = *parents;
    if (event.caseId.isNull() && !caseText->isEmpty())
        return malformed("case");
    return {};
}

Result<void> readContent(const QJsonObject &object, Event &event)
{
    const auto type = text(object, "type");
    const auto typeVersion = integer(object, "tv");
    const auto time = HybridTime::fromString(object.value(QLatin1String("time")).toString());
    const auto clerk = text(object, "clerk");
    if (!type || type->isEmpty() || !typeVersion || !time || !clerk)
        return malformed("content");
    if (!object.value(QLatin1String("payload")).isObject())
        return malformed("payload");
    event.type = *type;
    event.typeVersion = static_cast<int>(*typeVersion);
    event.time = *time;
    event.clerk = *clerk;
    event.payload = object.value(QLatin1String("payload")).toObject();
    return {};
}

Result<void> readChain(const QJsonObject &object, Event &event)
{
    const QJsonValue previous = object.value(QLatin1String("previous"));
    if (!previous.isString())
        return malformed("previous");
    if (previous.toString().isEmpty())
        return event.sequence == 1 ? Result<void>() : malformed("previous");
    const auto digest = Digest::fromHex(previous.toString().toLatin1());
    if (!digest || event.sequence == 1)
        return malformed("previous");
    event.previous = *digest;
    return {};
}

Result<QByteArray> base64(const QJsonObject &object, const char *key, qsizetype limit)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isString() || value.toString().size() > limit)
        return malformed(key);
    const auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return malformed(key);
    return *decoded;
}

} // namespace

QByteArray serialise(const Event &event)
{
    QJsonArray parents;
    QList<EventId> sorted = event.parents;
    std::sort(sorted.begin(), sorted.end(),
              [](const EventId &a, const EventId &b) { return a.toString() < b.toString(); });
    for (const EventId &parent : sorted)
        parents.append(parent.toString());
    const QJsonObject object{
        {QStringLiteral("v"), envelopeVersion},
        {QStringLiteral("id"), event.id.toString()},
        {QStringLiteral("device"), event.device.toString()},
        {QStringLiteral("sequence"), event.sequence},
        {QStringLiteral("case"), event.caseId.isNull() ? QString() : event.caseId.toString()},
        {QStringLiteral("parents"), parents},
        {QStringLiteral("type"), event.type},
        {QStringLiteral("tv"), event.typeVersion},
        {QStringLiteral("time"), event.time.toString()},
        {QStringLiteral("clerk"), event.clerk},
        {QStringLiteral("payload"), event.payload},
        {QStringLiteral("previous"), event.previous.toHex()},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Event> parseEvent(const QByteArray &bytes)
{
    if (bytes.size() > maximumEventBytes)
        return malformed("size");
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (const QJsonValue version = object.value(QLatin1String("v")); version.toInt() > envelopeVersion)
        return raise(ErrorCode::EventFromNewerVersion, QString::number(version.toInt()));
    else if (version.toInt() != envelopeVersion)
        return malformed("v");
    Event event;
    if (const auto read = readIdentity(object, event); !read)
        return passOn(read);
    if (const auto read = readContent(object, event); !read)
        return passOn(read);
    if (const auto read = readChain(object, event); !read)
        return passOn(read);
    return event;
}

QJsonObject toWire(const SignedEvent &event)
{
    return {{QStringLiteral("bytes"), QString::fromLatin1(event.bytes.toBase64())},
            {QStringLiteral("algorithm"), event.algorithm},
            {QStringLiteral("signature"), QString::fromLatin1(event.signature.toBase64())}};
}

Result<SignedEvent> fromWire(const QJsonObject &object)
{
    const auto bytes = base64(object, "bytes", maximumEventBytes * 4 / 3 + 4);
    const auto signature = base64(object, "signature", 1024);
    const auto algorithm = text(object, "algorithm");
    if (!bytes || !signature || !algorithm)
        return malformed("record");
    return SignedEvent{*bytes, *algorithm, *signature};
}

} // namespace yichuang
