#include "EscPosPlugin.h"

#include "EscPosPrinter.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace yichuang::escpos {

DeviceKind EscPosPlugin::kind() const
{
    return DeviceKind::ReceiptPrinter;
}

QJsonObject EscPosPlugin::settingsSchema() const
{
    QFile file(QStringLiteral(":/printer-escpos/settings.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<std::unique_ptr<Device>> EscPosPlugin::open(const QJsonObject &settings)
{
    const auto profile = profileFromSettings(settings);
    if (!profile)
        return passOn(profile);
    return std::make_unique<EscPosPrinter>(*profile);
}

QList<QJsonObject> EscPosPlugin::discover()
{
    QList<QJsonObject> found;
    const QDir devices(QStringLiteral("/dev/usb"));
    const QStringList names = devices.entryList({QStringLiteral("lp*")}, QDir::System);
    for (const QString &name : names)
        found << QJsonObject{{QStringLiteral("title"), devices.filePath(name)},
                             {QStringLiteral("line"), QStringLiteral("file")},
                             {QStringLiteral("path"), devices.filePath(name)}};
    return found;
}

} // namespace yichuang::escpos
