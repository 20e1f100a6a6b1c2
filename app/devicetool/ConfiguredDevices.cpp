#include "ConfiguredDevices.h"

#include "ToolText.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

namespace yichuang {

namespace {

using Devices = tl::expected<QList<DeviceConfiguration>, QString>;
using Wrong = tl::unexpected<QString>;

constexpr qint64 largestFile = 1024 * 1024;

QString standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/yichuang/devices.json");
}

Devices fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Wrong(QString(QLatin1String(tooltext::fileUnreadable)).arg(path));
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isArray())
        return Wrong(QString(QLatin1String(tooltext::fileNotJson)).arg(path));
    const auto devices = parseDeviceConfigurations(json.array());
    if (!devices)
        return Wrong(logText(devices.error()));
    return *devices;
}

Devices fromPlugin(const QString &plugin, const QString &settings)
{
    const QJsonDocument json = QJsonDocument::fromJson(settings.isEmpty() ? "{}" : settings.toUtf8());
    if (!json.isObject())
        return Wrong(QString(QLatin1String(tooltext::wrongValue)).arg(QStringLiteral("settings"), settings));
    // Through the door of a file, so that the name of the plugin meets the same rules.
    const auto devices =
        parseDeviceConfigurations({QJsonObject{{QStringLiteral("id"), QStringLiteral("device")},
                                               {QStringLiteral("name"), plugin},
                                               {QStringLiteral("plugin"), plugin},
                                               {QStringLiteral("settings"), json.object()}}});
    if (!devices)
        return Wrong(QString(QLatin1String(tooltext::wrongValue)).arg(QStringLiteral("plugin"), plugin));
    return *devices;
}

} // namespace

Devices configuredDevices(const DeviceOrigin &origin)
{
    const bool one = !origin.plugin.isEmpty();
    if ((one && !origin.file.isEmpty()) || (!one && !origin.settings.isEmpty()))
        return Wrong(QLatin1String(tooltext::fileOrPlugin));
    if (one)
        return fromPlugin(origin.plugin, origin.settings);
    if (!origin.file.isEmpty())
        return fromFile(origin.file);
    return QFile::exists(standardFile()) ? fromFile(standardFile()) : Devices(QList<DeviceConfiguration>());
}

} // namespace yichuang
