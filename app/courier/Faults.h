#pragma once

#include "base/Result.h"

namespace yichuang::courier {

// The one place that raises each failure of a package. Details name a part, never what it holds.
tl::unexpected<Error> malformed(const char *part);      // PackageMalformed
tl::unexpected<Error> damaged(const QString &part);     // PackageDamaged
tl::unexpected<Error> unsealed(const char *part);       // PackageSealBroken
tl::unexpected<Error> fromNewerVersion(qint64 version); // PackageFromNewerVersion
tl::unexpected<Error> forAnother(const char *whom);     // PackageForAnother
tl::unexpected<Error> stopped();                        // PackageStopped

} // namespace yichuang::courier
