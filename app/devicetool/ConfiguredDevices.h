#pragma once

#include "devices/DeviceConfiguration.h"

namespace yichuang {

// Where the devices come from, as the command line says it; empty is not given.
struct DeviceOrigin
{
    QString file;
    QString plugin;   // one device, with
    QString settings; // these, a JSON object; none is {}
};

// The devices, or the sentence that says what is wrong. Without file and plugin: the station's own file in
// the configuration's folder, and no devices where there is no such file.
tl::expected<QList<DeviceConfiguration>, QString> configuredDevices(const DeviceOrigin &origin);

} // namespace yichuang
