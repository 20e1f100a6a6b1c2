#include "courier/Faults.h"

namespace yichuang::courier {

tl::unexpected<Error> malformed(const char *part)
{
    return raise(ErrorCode::PackageMalformed, QLatin1String(part));
}

tl::unexpected<Error> damaged(const QString &part)
{
    return raise(ErrorCode::PackageDamaged, part);
}

tl::unexpected<Error> unsealed(const char *part)
{
    return raise(ErrorCode::PackageSealBroken, QLatin1String(part));
}

tl::unexpected<Error> fromNewerVersion(qint64 version)
{
    return raise(ErrorCode::PackageFromNewerVersion, QString::number(version));
}

tl::unexpected<Error> forAnother(const char *whom)
{
    return raise(ErrorCode::PackageForAnother, QLatin1String(whom));
}

tl::unexpected<Error> stopped()
{
    return raise(ErrorCode::PackageStopped);
}

} // namespace yichuang::courier
