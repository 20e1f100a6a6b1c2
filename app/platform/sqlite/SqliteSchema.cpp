#include "platform/sqlite/SqliteSchema.h"

#include "platform/ledger/StoreFailure.h"

#include <array>

namespace yichuang {

namespace {

// What the first programs made without writing a version: so it is met half there, and must not mind.
constexpr const char *first = R"(
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS invitation (code_hash TEXT PRIMARY KEY, station TEXT NOT NULL,
  made_at INTEGER NOT NULL, used_by TEXT);
CREATE TABLE IF NOT EXISTS device (id TEXT PRIMARY KEY, public_key BLOB NOT NULL, station TEXT NOT NULL,
  acknowledged INTEGER NOT NULL DEFAULT 0, backed_up INTEGER NOT NULL DEFAULT 0, tail TEXT NOT NULL DEFAULT '',
  revoked INTEGER NOT NULL DEFAULT 0, last_seen INTEGER NOT NULL DEFAULT 0,
  clock_offset INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS event (row INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL,
  hash TEXT NOT NULL, case_id TEXT NOT NULL, bytes BLOB NOT NULL, algorithm TEXT NOT NULL,
  signature BLOB NOT NULL, quarantine TEXT NOT NULL DEFAULT '', received_at INTEGER NOT NULL,
  UNIQUE (device, sequence));
CREATE INDEX IF NOT EXISTS event_case ON event (case_id);
CREATE TABLE IF NOT EXISTS alarm (row INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL,
  hash TEXT NOT NULL, bytes BLOB NOT NULL, raised_at INTEGER NOT NULL, UNIQUE (device, sequence, hash));
CREATE TABLE IF NOT EXISTS concern (device TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (device, case_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS concern_case ON concern (case_id);
CREATE TABLE IF NOT EXISTS feed (position INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (row));
CREATE INDEX IF NOT EXISTS feed_device ON feed (device, position);
CREATE TABLE IF NOT EXISTS named_blob (hash TEXT NOT NULL, case_id TEXT NOT NULL, device TEXT NOT NULL,
  PRIMARY KEY (case_id, device, hash)) WITHOUT ROWID;
)";

// The device's own time and its measured difference, beside ours (SYNC.md rule 5); the manifest of a case is
// read from an index instead of the rows, which hold the bytes.
constexpr const char *second = R"(
ALTER TABLE event ADD COLUMN device_time INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN clock_offset INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;
DROP INDEX event_case;
CREATE INDEX event_case ON event (case_id, device, hash, quarantine);
CREATE INDEX event_quarantine ON event (device) WHERE quarantine <> '';
)";

constexpr std::array migrations{first, second};
static_assert(migrations.size() == sqliteSchemaVersion);

Result<void> step(SqliteConnection &connection, qint64 &version)
{
    return connection.transaction([&]() -> Result<void> {
        const auto there = connection.number("SELECT version FROM schema_version");
        if (!there)
            return passOn(there);
        version = *there;
        if (version >= sqliteSchemaVersion)
            return {};
        if (auto done = connection.execute(migrations[static_cast<size_t>(version)]); !done)
            return done;
        return connection.run("UPDATE schema_version SET version = ?", {++version});
    });
}

} // namespace

Result<void> migrate(SqliteConnection &connection)
{
    auto begun = connection.execute("BEGIN IMMEDIATE;"
                                    "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL);"
                                    "INSERT INTO schema_version SELECT 0"
                                    " WHERE NOT EXISTS (SELECT 1 FROM schema_version);"
                                    "COMMIT");
    if (!begun)
        return begun;
    qint64 version = -1;
    while (version < sqliteSchemaVersion) {
        if (auto done = step(connection, version); !done)
            return done;
    }
    if (version > sqliteSchemaVersion)
        return storeFailure(
            StoreFault::Newer,
            QStringLiteral("%1, this program knows %2").arg(version).arg(sqliteSchemaVersion));
    return {};
}

} // namespace yichuang
