#pragma once

#include "devices/DeviceTypes.h"

#include <QImage>

namespace yichuang::sane {

// JPEG for colour and gray, PNG of one bit a dot for black and white: `threshold` and lighter is white.
ScannedPage encodePage(const QImage &image, ScanColour colour, int dpi, int quality, int threshold);

} // namespace yichuang::sane
