#include "platform/postgres/PostgresSchema.h"

#include "platform/ledger/StoreFailure.h"

namespace yichuang {

namespace {

// `event` holds what is large and is cut by month; a table so cut cannot hold a UNIQUE over anything without
// the month, so the key of the log stands in `event_key`, which also answers everything that needs no bytes.
// `case_id` is set only where the event is folded.
constexpr const char *first = R"(
CREATE TABLE meta (key text PRIMARY KEY, value bytea NOT NULL);
CREATE TABLE invitation (code_hash text PRIMARY KEY, station bytea NOT NULL, made_at timestamptz NOT NULL,
  used_by uuid);
CREATE TABLE device (id uuid PRIMARY KEY, public_key bytea NOT NULL, station bytea NOT NULL,
  acknowledged bigint NOT NULL DEFAULT 0, backed_up bigint NOT NULL DEFAULT 0, tail bytea NOT NULL DEFAULT '',
  revoked boolean NOT NULL DEFAULT false, last_seen bigint NOT NULL DEFAULT 0,
  clock_offset bigint NOT NULL DEFAULT 0, ahead bigint NOT NULL DEFAULT 0) WITH (fillfactor = 70);
CREATE SEQUENCE event_number;
CREATE TABLE event (id bigint NOT NULL, device uuid NOT NULL, sequence bigint NOT NULL, bytes bytea NOT NULL,
  algorithm text NOT NULL, signature bytea NOT NULL, quarantine text NOT NULL, received_at timestamptz NOT NULL,
  device_time bigint NOT NULL, clock_offset bigint NOT NULL, PRIMARY KEY (received_at, id))
  PARTITION BY RANGE (received_at);
CREATE TABLE event_key (device uuid NOT NULL REFERENCES device (id), sequence bigint NOT NULL,
  hash bytea NOT NULL, event bigint NOT NULL, case_id uuid, quarantined boolean NOT NULL,
  received_at timestamptz NOT NULL, PRIMARY KEY (device, sequence));
CREATE INDEX event_key_case ON event_key (case_id, device) WHERE case_id IS NOT NULL;
CREATE INDEX event_key_quarantined ON event_key (device) WHERE quarantined;
CREATE TABLE alarm (device uuid NOT NULL, sequence bigint NOT NULL, hash bytea NOT NULL, bytes bytea NOT NULL,
  raised_at timestamptz NOT NULL, PRIMARY KEY (device, sequence, hash));
CREATE TABLE concern (case_id uuid NOT NULL, device uuid NOT NULL, PRIMARY KEY (case_id, device));
CREATE SEQUENCE feed_position;
CREATE TABLE feed (device uuid NOT NULL, position bigint NOT NULL, event bigint NOT NULL,
  received_at timestamptz NOT NULL, PRIMARY KEY (device, position));
CREATE TABLE named_blob (case_id uuid NOT NULL, device uuid NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (case_id, device, hash));
CREATE UNLOGGED TABLE nonce (device uuid NOT NULL, nonce bytea NOT NULL, used_at timestamptz NOT NULL,
  PRIMARY KEY (nonce, device));
CREATE INDEX nonce_age ON nonce (used_at);
)";

constexpr std::array migrations{first};
static_assert(migrations.size() == postgresSchemaVersion);

Result<void> step(PostgresConnection &connection, qint64 &version)
{
    return alone(connection, [&]() -> Result<void> {
        auto made = connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL);"
                                       "INSERT INTO schema_version SELECT 0"
                                       " WHERE NOT EXISTS (SELECT 1 FROM schema_version)");
        if (!made)
            return made;
        const auto there = connection.run("SELECT version FROM schema_version");
        if (!there)
            return passOn(there);
        version = there->number(0, 0);
        if (version >= postgresSchemaVersion)
            return {};
        if (auto done = connection.execute(migrations[static_cast<size_t>(version)]); !done)
            return done;
        const auto noted =
            connection.run("UPDATE schema_version SET version = $1", PostgresValues().number(++version));
        return noted ? Result<void>() : passOn(noted);
    });
}

QByteArray monthText(const QDate &month)
{
    return month.toString(QStringLiteral("yyyy-MM-dd")).toLatin1() + " 00:00:00+00";
}

} // namespace

Result<void> alone(PostgresConnection &connection, const std::function<Result<void>()> &work)
{
    return connection.transaction([&]() -> Result<void> {
        auto locked = connection.run("SELECT pg_advisory_xact_lock($1)",
                                     PostgresValues().number(postgreslock::migration));
        return locked ? work() : passOn(locked);
    });
}

Result<void> migrate(PostgresConnection &connection)
{
    qint64 version = -1;
    while (version < postgresSchemaVersion) {
        if (auto done = step(connection, version); !done)
            return done;
    }
    if (version > postgresSchemaVersion)
        return storeFailure(
            StoreFault::Newer,
            QStringLiteral("%1, this program knows %2").arg(version).arg(postgresSchemaVersion));
    return {};
}

Result<void> makePartitions(PostgresConnection &connection, qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date();
    for (int ahead = 0; ahead < 3; ++ahead) {
        const QDate month = QDate(today.year(), today.month(), 1).addMonths(ahead);
        const QString name = QStringLiteral("event_") + month.toString(QStringLiteral("yyyyMM"));
        const auto there = connection.run("SELECT to_regclass($1) IS NOT NULL", PostgresValues().text(name));
        if (!there)
            return passOn(there);
        if (there->flag(0, 0))
            continue;
        // Made beside the table and then attached: that lets everyone go on reading and writing it.
        const QByteArray table = name.toLatin1();
        auto made = alone(connection, [&] {
            return connection.execute(
                "CREATE TABLE IF NOT EXISTS " + table +
                " (LIKE event INCLUDING ALL);"
                "DO $$ BEGIN IF NOT (SELECT relispartition FROM pg_class WHERE oid = '" +
                table + "'::regclass) THEN ALTER TABLE event ATTACH PARTITION " + table +
                " FOR VALUES FROM ('" + monthText(month) + "') TO ('" + monthText(month.addMonths(1)) +
                "'); END IF; END $$");
        });
        if (!made)
            return made;
    }
    return {};
}

} // namespace yichuang
