#include "platform/ledger/StoreFailure.h"

namespace yichuang {

tl::unexpected<Error> storeFailure(StoreFault fault, const QString &detail)
{
    switch (fault) {
    case StoreFault::Full:
        return raise(ErrorCode::PlatformFull, detail);
    case StoreFault::Gone:
        return raise(ErrorCode::PlatformDatabaseGone, detail);
    case StoreFault::Newer:
        return raise(ErrorCode::PlatformSchemaNewer, detail);
    case StoreFault::Failed:
        break;
    }
    return raise(ErrorCode::PlatformStoreFailed, detail);
}

tl::unexpected<Error> unsoundBackup(const QString &detail)
{
    return raise(ErrorCode::BackupUnsound, detail);
}

tl::unexpected<Error> unusableFolder()
{
    return raise(ErrorCode::PlatformFolderUnusable);
}

} // namespace yichuang
