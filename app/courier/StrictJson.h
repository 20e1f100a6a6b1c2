#pragma once

#include "base/Digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang::courier {

// Reads the members of an object and remembers whether each was there, of its kind and within its limit.
class StrictJson
{
public:
    explicit StrictJson(const QByteArray &json)
        : m_object(QJsonDocument::fromJson(json).object())
    {}
    explicit StrictJson(const QJsonValue &value)
        : m_object(value.toObject())
        , m_sound(value.isObject())
    {}

    qint64 number(const char *key, qint64 most = qint64(1) << 53);
    QString text(const char *key, qsizetype most);
    QByteArray base64(const char *key, qsizetype most); // bytes of what is encoded
    bool flag(const char *key);
    QJsonArray array(const char *key, qsizetype most);
    QJsonValue object(const char *key) const { return m_object.value(QLatin1String(key)); }
    Digest digest(const char *key) { return digestOf(m_object.value(QLatin1String(key))); }
    Digest digestOf(const QJsonValue &value);

    void demand(bool condition) { m_sound = m_sound && condition; }
    bool isSound() const { return m_sound; }

private:
    QJsonObject m_object;
    bool m_sound = true;
};

} // namespace yichuang::courier
