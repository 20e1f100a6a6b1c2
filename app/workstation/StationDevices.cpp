#include "workstation/StationDevices.h"

#include "ui/shell/StatusModel.h"
#include "ui/shell/StatusWords.h"

#include <algorithm>

namespace yichuang {

StationDevices::StationDevices(const QJsonArray &configuration, const DeviceHostPrograms &programs,
                               StatusModel &status, QObject *parent)
    : QObject(parent)
    , m_status(status)
{
    const auto devices = parseDeviceConfigurations(configuration);
    if (!devices) {
        m_fault = devices.error();
        return;
    }
    for (const DeviceConfiguration &device : *devices) {
        auto host = std::make_unique<DeviceHost>(device, programs);
        const DeviceHost &made = *host;
        m_hosts.push_back(std::move(host));
        connect(&made, &DeviceHost::conditionChanged, this, [this, &made] { show(made); });
        show(made);
    }
}

StationDevices::~StationDevices() = default;

QList<DeviceHost *> StationDevices::ofKind(DeviceKind kind) const
{
    QList<DeviceHost *> found;
    for (const auto &host : m_hosts) {
        if (host->kind() == kind)
            found.append(host.get());
    }
    return found;
}

Result<DeviceHost *> StationDevices::first(DeviceKind kind) const
{
    const QList<DeviceHost *> hosts = ofKind(kind);
    const auto good = std::find_if(hosts.begin(), hosts.end(), [](const DeviceHost *host) {
        return host->condition().lamp != DeviceLamp::Broken;
    });
    return named(good != hosts.end() ? (*good)->device().id
                 : hosts.isEmpty()   ? QString()
                                     : hosts.first()->device().id,
                 kind);
}

Result<DeviceHost *> StationDevices::named(const QString &id, DeviceKind kind) const
{
    const QList<DeviceHost *> hosts = ofKind(kind);
    const auto found = std::find_if(hosts.begin(), hosts.end(),
                                    [&id](const DeviceHost *host) { return host->device().id == id; });
    if (found == hosts.end())
        return raise(ErrorCode::DeviceNotConfigured, nameOf(kind));
    return *found;
}

void StationDevices::askAll()
{
    for (const auto &host : m_hosts)
        host->ask();
}

void StationDevices::show(const DeviceHost &host)
{
    m_status.setDevice(deviceState(host.device().id, host.device().name, host.condition()));
    Q_EMIT changed();
}

} // namespace yichuang
