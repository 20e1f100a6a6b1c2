#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QStringList>

namespace yichuang {

// Reads a device's settings strictly, for plugins: a key that was never asked for, a value of another kind or
// beyond its limits makes wrong() name it. A setting that is missing has its default.
class DeviceSettings
{
public:
    explicit DeviceSettings(const QJsonObject &json)
        : m_json(json)
    {}

    QString text(const QString &key, const QString &otherwise, int longest = 200);
    QString word(const QString &key, const QStringList &allowed, const QString &otherwise);
    int number(const QString &key, int least, int most, int otherwise);
    int choice(const QString &key, const QList<int> &allowed, int otherwise);
    bool flag(const QString &key, bool otherwise);

    // The first setting that does not fit; empty where all do. Asked after the last setting.
    QString wrong() const;

private:
    QJsonValue take(const QString &key);
    void refuse(const QString &key);

    QJsonObject m_json;
    QStringList m_asked;
    QString m_wrong;
};

} // namespace yichuang
