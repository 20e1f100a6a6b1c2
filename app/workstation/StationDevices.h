#pragma once

#include "devices/DeviceHost.h"

#include <QJsonArray>
#include <QObject>

#include <memory>
#include <vector>

namespace yichuang {

class StatusModel;

// The devices of this station, each in a process of its own, and their lamps in the frame of the screens.
class StationDevices final : public QObject
{
    Q_OBJECT
public:
    // The status outlives it. A configuration that cannot be read leaves the station without devices, and
    // says so.
    StationDevices(const QJsonArray &configuration, const DeviceHostPrograms &programs, StatusModel &status,
                   QObject *parent = nullptr);
    ~StationDevices() override;

    const std::optional<Error> &fault() const { return m_fault; }
    QList<DeviceHost *> ofKind(DeviceKind kind) const;
    // The first that is not broken, else the first; DeviceNotConfigured.
    Result<DeviceHost *> first(DeviceKind kind) const;
    Result<DeviceHost *> named(const QString &id, DeviceKind kind) const;
    void askAll(); // their lamps anew

Q_SIGNALS:
    void changed();

private:
    void show(const DeviceHost &host);

    StatusModel &m_status;
    std::optional<Error> m_fault;
    std::vector<std::unique_ptr<DeviceHost>> m_hosts;
};

} // namespace yichuang
