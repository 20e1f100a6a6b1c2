#pragma once

#include "HostLink.h"
#include "devices/DevicePlugin.h"

#include <atomic>
#include <memory>

namespace yichuang {

// Does what the client asks of the one device, a call after the other, on the thread that it is called on.
class DeviceCalls
{
public:
    DeviceCalls(HostLink &link, DevicePlugin &plugin)
        : m_link(link)
        , m_plugin(plugin)
    {}

    // Answers the message; false where the client is gone.
    bool answer(const DeviceMessage &message);
    // From any thread.
    void stop(qint64 call) { m_stopped = call; }

private:
    using Answer = Result<DeviceMessage>; // the message without its `done`

    Answer open(const QJsonObject &settings);
    Answer doCall(const QString &what, const DeviceMessage &message, const Stop &stop);
    Answer scan(Scanner &scanner, const DeviceMessage &message, const Stop &stop);
    template <typename Kind>
    Kind *as() const
    {
        return dynamic_cast<Kind *>(m_device.get());
    }

    HostLink &m_link;
    DevicePlugin &m_plugin;
    std::unique_ptr<Device> m_device;
    std::atomic<qint64> m_stopped = -1;
};

} // namespace yichuang
