#pragma once

#include "devices/DevicePlugin.h"

#include <QImage>

#include <sane/sane.h>

namespace yichuang::sane {

// One page, taken only where every byte of it came. `stop` is asked between the pieces so that the host is
// seen to live; the sheet is read to its end all the same.
Result<QImage> readPage(SANE_Handle handle, const Stop &stop);

} // namespace yichuang::sane
