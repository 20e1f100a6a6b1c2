#pragma once

#include "devices/DeviceLine.h"

#include <QJsonObject>

namespace yichuang::escpos {

// How text reaches the paper.
enum class Characters
{
    Gbk,     // two-byte codes; a line with any other character is drawn
    Gb18030, // four-byte codes as well
    Picture  // every line is drawn: printers without a Chinese font
};

// What this printer can do. The font's cells are 12 dots wide and 24 high, a Chinese character is two cells.
struct PrinterProfile
{
    LineAddress line;
    int dots = 576; // 80 mm paper; 384 on 58 mm
    Characters characters = Characters::Gbk;
    bool answers = true; // the status questions; a mute printer's slips are never Confirmed
    bool drawsCodes = true;
    bool cuts = true;

    int cells() const { return dots / 12; }
};

// DeviceSettingsWrong, naming the setting.
Result<PrinterProfile> profileFromSettings(const QJsonObject &settings);

} // namespace yichuang::escpos
