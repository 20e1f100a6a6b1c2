#pragma once

#include "base/Result.h"

#include <QJsonObject>

namespace yichuang::sane {

struct SaneProfile
{
    QString device; // SANE's name; empty: the first that is found
    int quality = 80;
    int widthMm = 210;
    int heightMm = 297;
    int threshold = 140; // lighter is white
};

// DeviceSettingsWrong, naming the setting.
Result<SaneProfile> saneProfileFromSettings(const QJsonObject &settings);

} // namespace yichuang::sane
