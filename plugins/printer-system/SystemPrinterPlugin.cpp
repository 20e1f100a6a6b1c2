#include "SystemPrinterPlugin.h"

#include "FolderPrinter.h"
#include "QueuePrinter.h"

#include <QFile>
#include <QJsonDocument>

namespace yichuang::systemprinter {

DeviceKind SystemPrinterPlugin::kind() const
{
    return DeviceKind::DocumentPrinter;
}

QJsonObject SystemPrinterPlugin::settingsSchema() const
{
    QFile file(QStringLiteral(":/printer-system/settings.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<std::unique_ptr<Device>> SystemPrinterPlugin::open(const QJsonObject &settings)
{
    const auto profile = profileFromSettings(settings);
    if (!profile)
        return passOn(profile);
    if (!profile->folder.isEmpty())
        return std::make_unique<FolderPrinter>(profile->folder);
    return std::make_unique<QueuePrinter>(*profile);
}

QList<QJsonObject> SystemPrinterPlugin::discover()
{
    QList<QJsonObject> found;
    cups_dest_t *queues = nullptr;
    const int count = cupsGetDests(&queues);
    for (int index = 0; index < count; ++index) {
        const cups_dest_t &queue = queues[index];
        const QString name = QString::fromUtf8(queue.name);
        const char *info = cupsGetOption("printer-info", queue.num_options, queue.options);
        found << QJsonObject{{QStringLiteral("title"), info && *info ? QString::fromUtf8(info) : name},
                             {QStringLiteral("queue"), name}};
    }
    cupsFreeDests(count, queues);
    return found;
}

} // namespace yichuang::systemprinter
