#include "devices/DeviceSettings.h"

#include <algorithm>

namespace yichuang {

QString DeviceSettings::text(const QString &key, const QString &otherwise, int longest)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    if (!value.isString() || value.toString().size() > longest)
        refuse(key);
    return value.toString();
}

QString DeviceSettings::word(const QString &key, const QStringList &allowed, const QString &otherwise)
{
    const QString word = text(key, otherwise);
    if (!allowed.contains(word))
        refuse(key);
    return word;
}

int DeviceSettings::number(const QString &key, int least, int most, int otherwise)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    const int number = value.toInt(least - 1);
    if (number < least || number > most)
        refuse(key);
    return number;
}

int DeviceSettings::choice(const QString &key, const QList<int> &allowed, int otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() &&
        (!value.isDouble() || !std::count(allowed.begin(), allowed.end(), value.toDouble())))
        refuse(key);
    return value.toInt(otherwise);
}

bool DeviceSettings::flag(const QString &key, bool otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        refuse(key);
    return value.toBool(otherwise);
}

QString DeviceSettings::wrong() const
{
    if (!m_wrong.isEmpty())
        return m_wrong;
    const QStringList keys = m_json.keys();
    for (const QString &key : keys) {
        if (!m_asked.contains(key))
            return key;
    }
    return {};
}

QJsonValue DeviceSettings::take(const QString &key)
{
    m_asked << key;
    return m_json.value(key);
}

void DeviceSettings::refuse(const QString &key)
{
    if (m_wrong.isEmpty())
        m_wrong = key;
}

} // namespace yichuang
