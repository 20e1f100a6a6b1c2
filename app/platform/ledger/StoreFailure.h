#pragma once

#include "base/Result.h"

namespace yichuang {

// The ways in which a database fails, whichever it is.
enum class StoreFault
{
    Full,   // PlatformFull
    Failed, // PlatformStoreFailed
    Gone,   // PlatformDatabaseGone
    Newer,  // PlatformSchemaNewer
};

// `detail` names the database's own code, never a value.
tl::unexpected<Error> storeFailure(StoreFault fault, const QString &detail);

// BackupUnsound.
tl::unexpected<Error> unsoundBackup(const QString &detail);
// PlatformFolderUnusable.
tl::unexpected<Error> unusableFolder();

} // namespace yichuang
