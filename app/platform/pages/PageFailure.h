#pragma once

#include "base/Result.h"

namespace yichuang {

// What a call of the system that failed means: PageStoreFull where it is the room, else PageStoreFailed.
// `what` names the step; never a path.
tl::unexpected<Error> pageFailure(int systemError, const char *what);
tl::unexpected<Error> pageStoreFull(const QString &what);
tl::unexpected<Error> pageStoreFailed(const QString &what);
tl::unexpected<Error> pageUnknown();

} // namespace yichuang
