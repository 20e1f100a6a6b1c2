#include "PrinterStatus.h"

#include "base/Result.h"

namespace yichuang::escpos {

bool isStatusByte(quint8 byte)
{
    return (byte & 0x93) == 0x12;
}

void addAnswer(PrinterStatus &status, int question, quint8 byte)
{
    switch (question) {
    case 1:
        status.offline |= (byte & 0x08) != 0;
        break;
    case 2:
        status.coverOpen |= (byte & 0x04) != 0;
        status.paperOut |= (byte & 0x20) != 0;
        status.fault |= (byte & 0x40) != 0;
        break;
    case 3:
        status.fault |= (byte & 0x68) != 0;
        break;
    case 4:
        status.paperNearEnd |= (byte & 0x0C) != 0;
        status.paperOut |= (byte & 0x60) != 0;
        break;
    default:
        break;
    }
}

bool isProofByte(quint8 byte)
{
    return (byte & 0x90) == 0;
}

bool saysPaperOut(quint8 proof)
{
    return (proof & 0x0C) != 0;
}

std::optional<Error> faultIn(const PrinterStatus &status)
{
    if (status.coverOpen)
        return raise(ErrorCode::PrinterCoverOpen).value();
    if (status.paperOut)
        return raise(ErrorCode::PrinterPaperOut).value();
    if (status.fault)
        return raise(ErrorCode::PrinterFault).value();
    if (status.offline)
        return raise(ErrorCode::PrinterOffline).value();
    return std::nullopt;
}

} // namespace yichuang::escpos
