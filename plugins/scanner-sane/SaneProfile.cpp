#include "SaneProfile.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceSettings.h"

namespace yichuang::sane {

Result<SaneProfile> saneProfileFromSettings(const QJsonObject &settings)
{
    DeviceSettings read(settings);
    SaneProfile profile;
    profile.device = read.text(QStringLiteral("device"), {});
    profile.quality = read.number(QStringLiteral("quality"), 50, 95, profile.quality);
    profile.widthMm = read.number(QStringLiteral("widthMm"), 50, 310, profile.widthMm);
    profile.heightMm = read.number(QStringLiteral("heightMm"), 50, 450, profile.heightMm);
    profile.threshold = read.number(QStringLiteral("threshold"), 1, 254, profile.threshold);
    if (const QString wrong = read.wrong(); !wrong.isEmpty())
        return deviceSettingsWrong(wrong);
    return profile;
}

} // namespace yichuang::sane
