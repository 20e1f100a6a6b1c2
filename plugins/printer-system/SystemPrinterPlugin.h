#pragma once

#include "devices/DevicePlugin.h"

#include <QObject>

namespace yichuang::systemprinter {

class SystemPrinterPlugin : public QObject, public DevicePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID YICHUANG_DEVICE_PLUGIN_IID FILE "metadata.json")
    Q_INTERFACES(yichuang::DevicePlugin)
public:
    DeviceKind kind() const override;
    QJsonObject settingsSchema() const override;
    Result<std::unique_ptr<Device>> open(const QJsonObject &settings) override;
    QList<QJsonObject> discover() override; // the queues of CUPS
};

} // namespace yichuang::systemprinter
