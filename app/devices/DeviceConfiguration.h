#pragma once

#include "base/Result.h"
#include "devices/DeviceTypes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace yichuang {

// One device of this station: {"id": "reader", "name": "身份证阅读器", "plugin": "idcard-sdt", "settings":
// {…}}.
struct DeviceConfiguration
{
    QString id;     // [a-z0-9-]{1,32}, unique at the station
    QString name;   // for the person
    QString plugin; // the folder's name under plugins/: [a-z0-9-]{1,48}
    QJsonObject settings;
    bool operator==(const DeviceConfiguration &) const = default;
};

// DeviceConfigurationMalformed for an unknown key, a wrong value, an id that is used twice, over 32 devices.
Result<QList<DeviceConfiguration>> parseDeviceConfigurations(const QJsonArray &json);
QJsonArray toJson(const QList<DeviceConfiguration> &devices);

} // namespace yichuang
