#pragma once

#include "base/Result.h"
#include "devices/DeviceTypes.h"

namespace yichuang::systemprinter {

// Where the papers would go is not there.
inline tl::unexpected<Error> printerMissing(const QString &detail)
{
    return raise(ErrorCode::DocumentPrinterMissing, detail);
}

// No paper came out, and none will.
inline tl::unexpected<Error> printerRefused(const QString &detail)
{
    return raise(ErrorCode::DocumentPrinterRefused, detail);
}

inline DeviceCondition broken(const Error &error)
{
    return {DeviceLamp::Broken, shortCode(error.code), error.detail};
}

inline bool isPdf(const PrintDocument &document)
{
    return document.pdf.startsWith("%PDF-");
}

} // namespace yichuang::systemprinter
