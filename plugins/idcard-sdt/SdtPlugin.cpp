#include "SdtPlugin.h"

#include "SamReader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace yichuang::sdt {

DeviceKind SdtPlugin::kind() const
{
    return DeviceKind::IdCardReader;
}

QJsonObject SdtPlugin::settingsSchema() const
{
    QFile file(QStringLiteral(":/idcard-sdt/settings.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<std::unique_ptr<Device>> SdtPlugin::open(const QJsonObject &settings)
{
    const auto profile = profileFromSettings(settings);
    if (!profile)
        return passOn(profile);
    return std::make_unique<SamReader>(*profile);
}

QList<QJsonObject> SdtPlugin::discover()
{
    // These names stay the same when the reader is plugged into another socket.
    const QDir ports(QStringLiteral("/dev/serial/by-id"));
    QList<QJsonObject> found;
    const QStringList names = ports.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        found << QJsonObject{{QStringLiteral("title"), name},
                             {QStringLiteral("line"), QStringLiteral("serial")},
                             {QStringLiteral("path"), ports.filePath(name)}};
    return found;
}

} // namespace yichuang::sdt
