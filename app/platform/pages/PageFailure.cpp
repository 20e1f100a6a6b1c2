#include "platform/pages/PageFailure.h"

#include <cerrno>

namespace yichuang {

tl::unexpected<Error> pageFailure(int systemError, const char *what)
{
    const QString detail = QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(systemError);
    // EFBIG is a limit of the account on the size of files: to the sender the same.
    const bool full = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return full ? pageStoreFull(detail) : pageStoreFailed(detail);
}

tl::unexpected<Error> pageStoreFull(const QString &what)
{
    return raise(ErrorCode::PageStoreFull, what);
}

tl::unexpected<Error> pageStoreFailed(const QString &what)
{
    return raise(ErrorCode::PageStoreFailed, what);
}

tl::unexpected<Error> pageUnknown()
{
    return raise(ErrorCode::PageUnknown);
}

} // namespace yichuang
