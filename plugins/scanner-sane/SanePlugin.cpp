#include "SanePlugin.h"

#include "SaneScanner.h"

#include <QFile>
#include <QJsonDocument>

namespace yichuang::sane {

DeviceKind SanePlugin::kind() const
{
    return DeviceKind::Scanner;
}

QJsonObject SanePlugin::settingsSchema() const
{
    QFile file(QStringLiteral(":/scanner-sane/settings.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<std::unique_ptr<Device>> SanePlugin::open(const QJsonObject &settings)
{
    const auto profile = saneProfileFromSettings(settings);
    if (!profile)
        return passOn(profile);
    return std::make_unique<SaneScanner>(*profile);
}

QList<QJsonObject> SanePlugin::discover()
{
    QList<QJsonObject> found;
    const auto devices = SaneSession::share()->devices();
    for (const SaneSession::Found &device : devices)
        found << QJsonObject{{QStringLiteral("title"), device.title},
                             {QStringLiteral("device"), device.name}};
    return found;
}

} // namespace yichuang::sane
