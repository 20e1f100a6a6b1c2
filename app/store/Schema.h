#pragma once

#include "store/Database.h"

namespace yichuang {

// The schema's version that this program writes; FORMAT.md lists them.
inline constexpr int schemaVersion = 3;
// The version of what is folded from the log. A store with another one rebuilds it from the log.
inline constexpr int projectionVersion = 4;

// StoreFromNewerVersion, or the version.
Result<int> knownVersion(Database &database);

// Brings an empty or older database to schemaVersion, each step in a transaction of its own.
// StoreFromNewerVersion where the database is newer.
// A lower target makes a store as an older program would have left it.
Result<void> migrate(Database &database, int target = schemaVersion);

// Drops the projections' tables and makes them anew, empty.
Result<void> recreateProjections(Database &database);

} // namespace yichuang
