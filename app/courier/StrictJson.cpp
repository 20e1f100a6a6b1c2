#include "courier/StrictJson.h"

namespace yichuang::courier {

qint64 StrictJson::number(const char *key, qint64 most)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    const qint64 number = value.toInteger(-1);
    demand(value.isDouble() && number >= 0 && number <= most);
    return number;
}

QString StrictJson::text(const char *key, qsizetype most)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    demand(value.isString() && value.toString().size() <= most);
    return value.toString().left(most);
}

QByteArray StrictJson::base64(const char *key, qsizetype most)
{
    const QByteArray encoded = text(key, (most + 2) / 3 * 4).toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    demand(decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok && decoded.decoded.size() <= most);
    return decoded.decoded;
}

bool StrictJson::flag(const char *key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    demand(value.isBool());
    return value.toBool();
}

QJsonArray StrictJson::array(const char *key, qsizetype most)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    demand(value.isArray() && value.toArray().size() <= most);
    return isSound() ? value.toArray() : QJsonArray();
}

Digest StrictJson::digestOf(const QJsonValue &value)
{
    const auto digest = Digest::fromHex(value.toString().toLatin1());
    demand(digest.has_value());
    return digest.value_or(Digest());
}

} // namespace yichuang::courier
