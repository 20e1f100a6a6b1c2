#pragma once

#include "devices/DevicePlugin.h"

#include <QObject>

namespace yichuang::sdt {

class SdtPlugin : public QObject, public DevicePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID YICHUANG_DEVICE_PLUGIN_IID FILE "metadata.json")
    Q_INTERFACES(yichuang::DevicePlugin)
public:
    DeviceKind kind() const override;
    QJsonObject settingsSchema() const override;
    Result<std::unique_ptr<Device>> open(const QJsonObject &settings) override;
    // Serial ports that are plugged in: whether a card reader is behind one shows when it is asked.
    QList<QJsonObject> discover() override;
};

} // namespace yichuang::sdt
