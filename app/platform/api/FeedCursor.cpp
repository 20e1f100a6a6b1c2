#include "platform/api/FeedCursor.h"

#include "base/Digest.h"

#include <QList>

namespace yichuang {

namespace {

QByteArray sealOf(const QByteArray &place, const SigningKey &key)
{
    return Digest::of(key.sign("yichuang-cursor-1\n" + place)).toHex().left(16).toLatin1();
}

} // namespace

QString cursorOf(const QByteArray &epoch, qint64 position, const SigningKey &key)
{
    const QByteArray place = epoch + '.' + QByteArray::number(position);
    return QString::fromLatin1((place + '.' + sealOf(place, key))
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<qint64> positionOf(const QString &cursor, const QByteArray &epoch, const SigningKey &key)
{
    if (cursor.isEmpty())
        return 0;
    const QByteArrayList parts =
        QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding).split('.');
    const QByteArray place = parts.value(0) + '.' + parts.value(1);
    const bool given = parts.size() == 3 && parts[0] == epoch && parts[2] == sealOf(place, key);
    return given ? std::optional(parts[1].toLongLong()) : std::nullopt;
}

} // namespace yichuang
