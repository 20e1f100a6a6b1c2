#pragma once

#include "base/Result.h"

#include <sane/sane.h>

// SANE's statuses as codes of the catalogue, after NAPS2's reading of them: an invalid argument to open or
// start is what a scanner that was switched off gives.

namespace yichuang::sane {

tl::unexpected<Error> scannerError(SANE_Status status, const QString &during);
tl::unexpected<Error> pageIncomplete(const QString &detail);
tl::unexpected<Error> settingsRefused(const QString &setting);
tl::unexpected<Error> scannerOffline(const QString &detail);

} // namespace yichuang::sane
