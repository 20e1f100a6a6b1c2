#pragma once

#include "devices/ReceiptPage.h"

namespace yichuang {

// A slip with every kind of line, marked as a sample (示例): what a printer garbles shows on it.
ReceiptPage testSlip();

} // namespace yichuang
