#include "sync/WireReplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang::wirereplies {

namespace {

tl::unexpected<Error> malformed(const char *part)
{
    return raise(ErrorCode::ReplyMalformed, QLatin1String(part));
}

// Reads members and remembers whether each was there and of its kind.
class Reader
{
public:
    explicit Reader(const QByteArray &body)
        : m_object(QJsonDocument::fromJson(body).object())
    {}
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {}

    qint64 number(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        const qint64 number = value.toInteger(-1);
        m_sound = m_sound && value.isDouble() && number >= 0;
        return number;
    }
    QString text(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        m_sound = m_sound && value.isString();
        return value.toString();
    }
    bool flag(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        m_sound = m_sound && value.isBool();
        return value.toBool();
    }
    QJsonArray array(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        m_sound = m_sound && value.isArray();
        return value.toArray();
    }
    Digest digest(const char *key) { return digestOf(m_object.value(QLatin1String(key))); }
    Digest digestOf(const QJsonValue &value)
    {
        const auto digest = Digest::fromHex(value.toString().toLatin1());
        m_sound = m_sound && digest;
        return digest.value_or(Digest());
    }
    void demand(bool condition) { m_sound = m_sound && condition; }
    bool isSound() const { return m_sound; }
    const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
    bool m_sound = true;
};

template <typename T>
Result<T> checked(const Reader &reader, T value, const char *what)
{
    if (!reader.isSound())
        return malformed(what);
    return value;
}

PushStatus statusOf(const QString &word, Reader &reader)
{
    static const QHash<QString, PushStatus> words{{QStringLiteral("accepted"), PushStatus::Accepted},
                                                  {QStringLiteral("duplicate"), PushStatus::Duplicate},
                                                  {QStringLiteral("quarantined"), PushStatus::Quarantined},
                                                  {QStringLiteral("conflict"), PushStatus::Conflict}};
    reader.demand(words.contains(word));
    return words.value(word, PushStatus::Quarantined);
}

CaseManifest manifestOf(const QJsonObject &object, Reader &outer)
{
    Reader reader(object);
    CaseManifest manifest;
    manifest.caseId = CaseId::fromString(reader.text("case"));
    manifest.eventsHash = reader.digest("events");
    const QJsonArray blobs = reader.array("blobs");
    for (const auto &entry : blobs) {
        Reader blob(entry.toObject());
        const Digest digest = blob.digest("hash");
        const bool present = blob.flag("present");
        manifest.blobs.append({digest, present});
        reader.demand(blob.isSound());
    }
    outer.demand(reader.isSound() && !manifest.caseId.isNull());
    return manifest;
}

} // namespace

Result<PlatformStatus> status(const QByteArray &body)
{
    Reader reader(body);
    PlatformStatus status;
    status.epoch = reader.text("epoch");
    status.acknowledged = reader.number("acknowledged");
    status.backedUp = reader.number("backedUp");
    return checked(reader, status, "status");
}

Result<PushReply> push(const QByteArray &body)
{
    Reader reader(body);
    PushReply reply;
    reply.epoch = reader.text("epoch");
    reply.acknowledged = reader.number("acknowledged");
    reply.backedUp = reader.number("backedUp");
    const QJsonArray results = reader.array("results");
    for (const auto &entry : results) {
        Reader one(entry.toObject());
        PushResult result;
        result.sequence = one.number("sequence");
        result.status = statusOf(one.text("status"), reader);
        result.hash = one.digest("hash");
        result.reason = one.object().value(QLatin1String("reason")).toString();
        reader.demand(one.isSound());
        reply.results.append(result);
    }
    const QJsonArray cases = reader.array("cases");
    for (const auto &entry : cases)
        reply.manifests.append(manifestOf(entry.toObject(), reader));
    return checked(reader, reply, "push");
}

Result<PullReply> pull(const QByteArray &body)
{
    Reader reader(body);
    PullReply reply;
    reply.epoch = reader.text("epoch");
    reply.cursor = reader.text("cursor").toLatin1();
    reply.more = reader.flag("more");
    if (reader.object().contains(QLatin1String("acknowledged")))
        reply.acknowledged = reader.number("acknowledged");
    const QJsonArray events = reader.array("events");
    for (const auto &entry : events) {
        const auto record = fromWire(entry.toObject());
        reader.demand(record.has_value());
        reply.events.append(record.value_or(SignedEvent()));
    }
    return checked(reader, reply, "feed");
}

Result<QList<Digest>> known(const QByteArray &body)
{
    Reader reader(body);
    QList<Digest> digests;
    const QJsonArray hashes = reader.array("known");
    for (const auto &hash : hashes)
        digests.append(reader.digestOf(hash));
    return checked(reader, digests, "known");
}

Result<QString> location(const QByteArray &body)
{
    Reader reader(body);
    const QString location = reader.text("location");
    // Never anywhere but this platform's own uploads.
    reader.demand(location.startsWith(QLatin1String("/v1/blobs/uploads/")));
    return checked(reader, location, "upload");
}

Result<CaseFold> fold(const QByteArray &body)
{
    Reader reader(body);
    CaseFold fold;
    fold.digest = reader.digest("digest");
    fold.canonicalJson = QByteArray::fromBase64(reader.text("json").toLatin1());
    reader.demand(Digest::of(fold.canonicalJson) == fold.digest);
    return checked(reader, fold, "fold");
}

Result<EnrolledStation> station(const QByteArray &body)
{
    Reader reader(body);
    EnrolledStation station;
    station.device = DeviceId::fromString(reader.text("device"));
    station.platformKey = QByteArray::fromBase64(reader.text("platformKey").toLatin1());
    station.epoch = reader.text("epoch");
    station.description = reader.object();
    reader.demand(!station.device.isNull() && station.platformKey.size() == 32);
    return checked(reader, station, "station");
}

} // namespace yichuang::wirereplies
