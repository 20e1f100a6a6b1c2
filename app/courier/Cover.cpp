#include "courier/Cover.h"

#include "courier/Faults.h"
#include "courier/StrictJson.h"

#include <QJsonArray>

namespace yichuang::courier {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype sealedKeyBytes = 80; // an ephemeral key, 32 bytes and their tag
const QByteArray signaturePrefix("yichuang-courier-1\n");

QJsonObject algorithms()
{
    return {{QStringLiteral("hash"), QStringLiteral("sha256")},
            {QStringLiteral("key"), QStringLiteral("x25519-sealedbox")},
            {QStringLiteral("pack"), QStringLiteral("zstd")},
            {QStringLiteral("sign"), QStringLiteral("ed25519")},
            {QStringLiteral("stream"), QStringLiteral("xchacha20poly1305-secretstream")}};
}

QLatin1String wordOf(Direction direction)
{
    return QLatin1String(direction == Direction::ToPlatform ? "platform" : "station");
}

QJsonObject objectOf(const Cover &cover)
{
    QJsonArray volumes;
    for (const Volume &volume : cover.volumes)
        volumes.append(QJsonObject{{QStringLiteral("hash"), volume.digest.toHex()},
                                   {QStringLiteral("size"), volume.size}});
    QJsonObject object{{QStringLiteral("algorithms"), algorithms()},
                       {QStringLiteral("device"), cover.device.toString()},
                       {QStringLiteral("first"), cover.first},
                       {QStringLiteral("format"), QStringLiteral("yichuang-courier")},
                       {QStringLiteral("key"), QString::fromLatin1(cover.sealedKey.toBase64())},
                       {QStringLiteral("last"), cover.last},
                       {QStringLiteral("made"), cover.made.toMSecsSinceEpoch()},
                       {QStringLiteral("platform"), cover.platform},
                       {QStringLiteral("serial"), cover.serial},
                       {QStringLiteral("to"), wordOf(cover.direction)},
                       {QStringLiteral("version"), formatVersion},
                       {QStringLiteral("volumes"), volumes}};
    if (cover.answered)
        object.insert(QStringLiteral("answers"),
                      QJsonObject{{QStringLiteral("cover"), cover.answered->cover.toHex()},
                                  {QStringLiteral("serial"), cover.answered->serial}});
    return object;
}

Volume volumeOf(const QJsonValue &value, StrictJson &outer)
{
    StrictJson reader(value);
    Volume volume;
    volume.size = reader.number("size", mostVolumeBytes);
    volume.digest = reader.digest("hash");
    reader.demand(volume.size > 0);
    outer.demand(reader.isSound());
    return volume;
}

Cover coverOf(StrictJson &reader)
{
    Cover cover;
    const QString to = reader.text("to", 16);
    cover.direction = to == wordOf(Direction::ToStation) ? Direction::ToStation : Direction::ToPlatform;
    cover.device = DeviceId::fromString(reader.text("device", 36));
    cover.serial = reader.number("serial");
    cover.made = QDateTime::fromMSecsSinceEpoch(reader.number("made"), Qt::UTC);
    cover.platform = reader.text("platform", 16);
    cover.first = reader.number("first");
    cover.last = reader.number("last");
    cover.sealedKey = reader.base64("key", sealedKeyBytes);
    const QJsonArray volumes = reader.array("volumes", mostVolumes);
    for (const QJsonValue &volume : volumes)
        cover.volumes.append(volumeOf(volume, reader));
    if (cover.direction == Direction::ToStation) {
        StrictJson answered(reader.object("answers"));
        cover.answered = Answered{answered.number("serial"), answered.digest("cover")};
        reader.demand(answered.isSound());
    }
    reader.demand(to == wordOf(cover.direction) && !cover.device.isNull() && cover.serial > 0 &&
                  cover.first <= cover.last && (cover.first > 0) == (cover.last > 0) &&
                  cover.platform.size() == 16 && cover.sealedKey.size() == sealedKeyBytes &&
                  !cover.volumes.isEmpty());
    return cover;
}

} // namespace

QString shortIdOf(const QByteArray &publicKey)
{
    return Digest::of(publicKey).toHex().first(16);
}

SignedCover sign(const Cover &cover, const SigningKey &key)
{
    SignedCover made;
    made.cover = cover;
    made.text = QJsonDocument(objectOf(cover)).toJson(QJsonDocument::Compact);
    made.signature = key.sign(signaturePrefix + made.text);
    made.bytes = made.text + '\n' + made.signature.toBase64() + '\n';
    return made;
}

// Two lines: the text in the one form that it can have, and the signature.
Result<SignedCover> readCover(const QByteArray &bytes)
{
    if (bytes.size() > mostCoverBytes)
        return malformed("cover size");
    const QByteArrayList lines = bytes.split('\n');
    if (lines.size() != 3 || !lines[2].isEmpty())
        return malformed("cover lines");
    StrictJson reader(lines[0]);
    const QString format = reader.text("format", 32);
    const qint64 version = reader.number("version");
    if (!reader.isSound() || format != QLatin1String("yichuang-courier"))
        return malformed("cover format");
    if (version > formatVersion)
        return fromNewerVersion(version);
    SignedCover read;
    read.cover = coverOf(reader);
    read.bytes = bytes;
    read.text = lines[0];
    read.signature = QByteArray::fromBase64(lines[1]);
    // Made anew it must be the same: no unknown member, no second spelling, no other algorithm.
    if (!reader.isSound() ||
        QJsonDocument(objectOf(read.cover)).toJson(QJsonDocument::Compact) != read.text ||
        read.signature.toBase64() != lines[1])
        return malformed("cover");
    return read;
}

Result<void> verify(const SignedCover &cover, const QByteArray &publicKey)
{
    return verifySignature(signaturePrefix + cover.text, cover.signature, publicKey);
}

QByteArray bindingOf(const Cover &cover)
{
    return QByteArrayList{signaturePrefix.chopped(1), QByteArray(wordOf(cover.direction).data()),
                          cover.device.toString().toLatin1(), QByteArray::number(cover.serial)}
        .join('|');
}

} // namespace yichuang::courier
