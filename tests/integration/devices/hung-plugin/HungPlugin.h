#pragma once

#include "devices/DevicePlugin.h"

#include <QObject>

namespace yichuang::test {

// A driver that never comes back from reading and never looks whether it should stop.
class HungPlugin : public QObject, public DevicePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID YICHUANG_DEVICE_PLUGIN_IID FILE "metadata.json")
    Q_INTERFACES(yichuang::DevicePlugin)
public:
    DeviceKind kind() const override { return DeviceKind::IdCardReader; }
    QJsonObject settingsSchema() const override { return {}; }
    Result<std::unique_ptr<Device>> open(const QJsonObject &settings) override;
};

} // namespace yichuang::test
