#include "devices/DeviceConfiguration.h"

#include <QRegularExpression>
#include <QSet>

namespace yichuang {

namespace {

constexpr int mostDevices = 32;
constexpr int longestName = 60;

bool isWord(const QString &text, int longest)
{
    static const QRegularExpression word(QStringLiteral("\\A[a-z0-9-]+\\z"));
    return text.size() <= longest && word.match(text).hasMatch();
}

std::optional<DeviceConfiguration> deviceFromJson(const QJsonObject &json)
{
    static const QSet<QString> known{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("plugin"),
                                     QStringLiteral("settings")};
    const QStringList keys = json.keys();
    const DeviceConfiguration device{
        json.value(QLatin1String("id")).toString(), json.value(QLatin1String("name")).toString(),
        json.value(QLatin1String("plugin")).toString(), json.value(QLatin1String("settings")).toObject()};
    if (QSet<QString>(keys.begin(), keys.end()) != known ||
        !json.value(QLatin1String("settings")).isObject() || !isWord(device.id, 32) ||
        !isWord(device.plugin, 48) || device.name.isEmpty() || device.name.size() > longestName)
        return std::nullopt;
    return device;
}

std::optional<QList<DeviceConfiguration>> devicesFromJson(const QJsonArray &json)
{
    QList<DeviceConfiguration> devices;
    QSet<QString> ids;
    for (const QJsonValue &value : json) {
        const auto device = deviceFromJson(value.toObject());
        if (!device || ids.contains(device->id) || devices.size() == mostDevices)
            return std::nullopt;
        ids << device->id;
        devices << *device;
    }
    return devices;
}

} // namespace

Result<QList<DeviceConfiguration>> parseDeviceConfigurations(const QJsonArray &json)
{
    if (const auto devices = devicesFromJson(json))
        return *devices;
    return raise(ErrorCode::DeviceConfigurationMalformed);
}

QJsonArray toJson(const QList<DeviceConfiguration> &devices)
{
    QJsonArray json;
    for (const DeviceConfiguration &device : devices)
        json << QJsonObject{{QStringLiteral("id"), device.id},
                            {QStringLiteral("name"), device.name},
                            {QStringLiteral("plugin"), device.plugin},
                            {QStringLiteral("settings"), device.settings}};
    return json;
}

} // namespace yichuang
