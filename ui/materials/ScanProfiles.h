#pragma once

#include "devices/DeviceTypes.h"
#include "ui/materials/PageSource.h"

namespace yichuang {

// The named ways to scan that every scanner is offered with, the commonest first, and what each means. What a
// machine cannot do it refuses by itself.
QList<ScanProfile> scanProfiles();
ScanSettings settingsOf(const QString &profile);

} // namespace yichuang
