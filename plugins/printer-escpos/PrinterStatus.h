#pragma once

#include "base/Error.h"

#include <QtGlobal>

#include <optional>

namespace yichuang::escpos {

// What a printer said of itself (DEVICES.md 2.2).
struct PrinterStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperNearEnd = false;
    bool fault = false;
    bool operator==(const PrinterStatus &) const = default;
};

// Whether the byte can be an answer to DLE EOT 1 to 4 at all.
bool isStatusByte(quint8 byte);
// Adds what the answer to question 1 to 4 says.
void addAnswer(PrinterStatus &status, int question, quint8 byte);
// Whether the byte can be the answer that stands behind a job (GS r 1), and whether it says that the paper
// ended.
bool isProofByte(quint8 byte);
bool saysPaperOut(quint8 proof);

// Why nothing can be printed now; nullopt where it can.
std::optional<Error> faultIn(const PrinterStatus &status);

} // namespace yichuang::escpos
