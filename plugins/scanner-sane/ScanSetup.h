#pragma once

#include "SaneOptions.h"
#include "SaneProfile.h"

#include "devices/DevicePlugin.h"

namespace yichuang::sane {

// What the scanner offers, read from its options.
Scanner::Offer offerOf(const SaneOptions &options);

// Sets what a scan needs, in the order in which options depend on each other: source, sides, colour,
// resolution, depth, area. Gives the resolution that the scanner took. ScanSettingsRefused names the setting.
Result<int> setUp(SaneOptions &options, const ScanSettings &settings, const SaneProfile &profile);

} // namespace yichuang::sane
