#include "ui/materials/ScanProfiles.h"

#include <QCoreApplication>

namespace yichuang {

namespace {

struct Known
{
    const char *id;
    const char *name;
    ScanSettings settings;
};

const Known known[] = {
    {"flatbed-colour",
     QT_TRANSLATE_NOOP("materials", "Glass, colour 200 dpi"),
     {ScanSource::Flatbed, ScanColour::Colour, 200, true}},
    {"feeder-colour",
     QT_TRANSLATE_NOOP("materials", "Feeder, colour 200 dpi"),
     {ScanSource::Feeder, ScanColour::Colour, 200, false}},
    {"duplex-colour",
     QT_TRANSLATE_NOOP("materials", "Feeder, both sides, colour 200 dpi"),
     {ScanSource::FeederDuplex, ScanColour::Colour, 200, false}},
    {"feeder-gray",
     QT_TRANSLATE_NOOP("materials", "Feeder, gray 200 dpi"),
     {ScanSource::Feeder, ScanColour::Gray, 200, false}},
    {"feeder-text",
     QT_TRANSLATE_NOOP("materials", "Feeder, plain text 300 dpi"),
     {ScanSource::Feeder, ScanColour::BlackWhite, 300, false}},
};

} // namespace

QList<ScanProfile> scanProfiles()
{
    QList<ScanProfile> profiles;
    for (const Known &each : known)
        profiles << ScanProfile{QLatin1String(each.id), QCoreApplication::translate("materials", each.name)};
    return profiles;
}

ScanSettings settingsOf(const QString &profile)
{
    for (const Known &each : known) {
        if (profile == QLatin1String(each.id))
            return each.settings;
    }
    return known[0].settings;
}

} // namespace yichuang
