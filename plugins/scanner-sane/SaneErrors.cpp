#include "SaneErrors.h"

#include "devices/DeviceErrors.h"

namespace yichuang::sane {

tl::unexpected<Error> scannerError(SANE_Status status, const QString &during)
{
    const QString detail = QStringLiteral("%1: %2").arg(during, QString::fromUtf8(sane_strstatus(status)));
    switch (status) {
    case SANE_STATUS_DEVICE_BUSY:
        return raise(ErrorCode::ScannerBusy, detail);
    case SANE_STATUS_JAMMED:
        return raise(ErrorCode::ScannerJammed, detail);
    case SANE_STATUS_NO_DOCS:
        return raise(ErrorCode::ScannerEmpty, detail);
    case SANE_STATUS_COVER_OPEN:
        return raise(ErrorCode::ScannerCoverOpen, detail);
    case SANE_STATUS_INVAL:
        return scannerOffline(detail);
    case SANE_STATUS_ACCESS_DENIED:
        return raise(ErrorCode::ScannerAccessDenied, detail);
    case SANE_STATUS_UNSUPPORTED:
        return settingsRefused(detail);
    case SANE_STATUS_EOF:
        return pageIncomplete(detail);
    case SANE_STATUS_CANCELLED: // at the scanner's own button
        return deviceStopped(detail);
    default:
        return raise(ErrorCode::ScannerFailed, detail);
    }
}

tl::unexpected<Error> pageIncomplete(const QString &detail)
{
    return raise(ErrorCode::ScannedPageIncomplete, detail);
}

tl::unexpected<Error> settingsRefused(const QString &setting)
{
    return raise(ErrorCode::ScanSettingsRefused, setting);
}

tl::unexpected<Error> scannerOffline(const QString &detail)
{
    return raise(ErrorCode::ScannerOffline, detail);
}

} // namespace yichuang::sane
