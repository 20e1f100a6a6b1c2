#pragma once

#include "platform/sqlite/SqliteConnection.h"

namespace yichuang {

inline constexpr qint64 sqliteSchemaVersion = 2;

// Brings the file to this program's version, one migration a transaction; a file without a version is the
// first one's. Two processes that start together do not collide. PlatformSchemaNewer for a file that a newer
// program has written.
Result<void> migrate(SqliteConnection &connection);

} // namespace yichuang
