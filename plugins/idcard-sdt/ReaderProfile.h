#pragma once

#include "base/Result.h"
#include "devices/DeviceLine.h"

#include <QJsonObject>

namespace yichuang::sdt {

// What the settings say of one reader.
struct ReaderProfile
{
    LineAddress line;
    // Whether to ask for the address that was added to a card later. A setting, because the command for it is
    // documented less well than the rest and an old reader may not know it.
    bool extraAddress = true;
};

// DeviceSettingsWrong with the name of the first setting that does not fit settings.json.
Result<ReaderProfile> profileFromSettings(const QJsonObject &settings);

} // namespace yichuang::sdt
