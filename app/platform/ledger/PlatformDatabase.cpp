#include "platform/ledger/PlatformDatabase.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

namespace yichuang {

namespace {

const QStringList &schema()
{
    static const QStringList statements{
        QStringLiteral("PRAGMA journal_mode=WAL"),
        QStringLiteral("PRAGMA synchronous=FULL"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS invitation (code_hash TEXT PRIMARY KEY, station TEXT NOT NULL,"
            " made_at INTEGER NOT NULL, used_by TEXT)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS device (id TEXT PRIMARY KEY, public_key BLOB NOT NULL, "
                       "station TEXT NOT NULL,"
                       " acknowledged INTEGER NOT NULL DEFAULT 0, backed_up INTEGER NOT NULL DEFAULT 0, tail "
                       "TEXT NOT NULL DEFAULT '',"
                       " revoked INTEGER NOT NULL DEFAULT 0, last_seen INTEGER NOT NULL DEFAULT 0, "
                       "clock_offset INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS event (row INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence "
            "INTEGER NOT NULL,"
            " hash TEXT NOT NULL, case_id TEXT NOT NULL, bytes BLOB NOT NULL, algorithm TEXT NOT NULL,"
            " signature BLOB NOT NULL, quarantine TEXT NOT NULL DEFAULT '', received_at INTEGER NOT NULL,"
            " UNIQUE (device, sequence))"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS event_case ON event (case_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS alarm (row INTEGER PRIMARY KEY, device TEXT NOT NULL, "
                       "sequence INTEGER NOT NULL,"
                       " hash TEXT NOT NULL, bytes BLOB NOT NULL, raised_at INTEGER NOT NULL, UNIQUE "
                       "(device, sequence, hash))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS concern (device TEXT NOT NULL, case_id TEXT NOT NULL, "
                       "PRIMARY KEY (device, case_id))"
                       " WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS concern_case ON concern (case_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS feed (position INTEGER PRIMARY KEY AUTOINCREMENT, device "
                       "TEXT NOT NULL,"
                       " event INTEGER NOT NULL REFERENCES event (row))"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS feed_device ON feed (device, position)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS named_blob (hash TEXT NOT NULL, case_id TEXT NOT NULL, "
                       "device TEXT NOT NULL,"
                       " PRIMARY KEY (case_id, device, hash)) WITHOUT ROWID"),
    };
    return statements;
}

} // namespace

PlatformDatabase::PlatformDatabase()
    : m_name(QStringLiteral("platform-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

PlatformDatabase::~PlatformDatabase()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> PlatformDatabase::open(const QString &path)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!m_database.open())
        return failure();
    for (const QString &statement : schema()) {
        if (auto done = run(statement); !done)
            return passOn(done);
    }
    return {};
}

tl::unexpected<Error> PlatformDatabase::failure() const
{
    const QVariant handle = m_database.driver()->handle();
    sqlite3 *native = handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
    const int code = native ? sqlite3_errcode(native) & 0xff : SQLITE_CANTOPEN;
    // A file that may not grow says so as a failed write.
    if (code == SQLITE_FULL || code == SQLITE_IOERR)
        return raise(ErrorCode::PlatformFull, QStringLiteral("sqlite %1").arg(code));
    return raise(ErrorCode::PlatformStoreFailed, QStringLiteral("sqlite %1").arg(code));
}

Result<QSqlQuery> PlatformDatabase::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return failure();
    return query;
}

Result<QVariant> PlatformDatabase::value(const QString &statement, const QVariantList &values)
{
    return run(statement, values).map([](QSqlQuery query) {
        return query.next() ? query.value(0) : QVariant();
    });
}

Result<void> PlatformDatabase::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return passOn(begun);
    Result<void> done = work();
    if (done) {
        if (auto committed = run(QStringLiteral("COMMIT")); committed)
            return {};
        else
            done = passOn(committed);
    }
    (void)run(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace yichuang
