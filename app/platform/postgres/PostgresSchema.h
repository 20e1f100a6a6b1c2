#pragma once

#include "platform/postgres/PostgresConnection.h"

namespace yichuang {

inline constexpr qint64 postgresSchemaVersion = 1;

// Advisory locks of the database, which all processes of the platform share.
namespace postgreslock {
inline constexpr qint64 migration = 0x79630001;
inline constexpr qint64 sequencer = 0x79630002;
} // namespace postgreslock

// Brings the database to this program's version, one migration a transaction, one process at a time.
// PlatformSchemaNewer where a newer program has been here.
Result<void> migrate(PostgresConnection &connection);

// Makes the partitions of `event` for the month of `now` (Unix ms) and the two after it, where they are not
// there.
Result<void> makePartitions(PostgresConnection &connection, qint64 now);

// `work` in a transaction, one process at a time.
Result<void> alone(PostgresConnection &connection, const std::function<Result<void>()> &work);

} // namespace yichuang
