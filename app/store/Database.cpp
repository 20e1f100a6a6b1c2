#include "store/Database.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace yichuang {

namespace {

constexpr size_t mostKept = 100;

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

// SQLite's primary result codes that a person can do something about.
ErrorCode codeFor(int primary)
{
    switch (primary) {
    case SQLITE_FULL:
        return ErrorCode::StoreDiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreDamaged;
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return ErrorCode::StoreWriteFailed;
    default:
        return ErrorCode::StoreQueryFailed;
    }
}

// To Qt an empty text may be null; in the tables 'nothing' is only ever an absent value.
QVariant stored(const QVariant &value)
{
    if (value.userType() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.userType() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

tl::unexpected<Error> raiseFor(ErrorCode code, const QString &native)
{
    switch (code) {
    case ErrorCode::StoreDiskFull:
        return raise(ErrorCode::StoreDiskFull, native);
    case ErrorCode::StoreDamaged:
        return raise(ErrorCode::StoreDamaged, native);
    case ErrorCode::StoreWriteFailed:
        return raise(ErrorCode::StoreWriteFailed, native);
    default:
        return raise(ErrorCode::StoreQueryFailed, native);
    }
}

} // namespace

Database::Database()
    : m_name(QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    m_kept.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::open(const QString &path, const Secret &key)
{
    if (auto ciphers = demandCipher(); !ciphers)
        return ciphers;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return failure(m_database.lastError());
    return applyKey(key).and_then([this] { return configure(); });
}

// The stock driver talks to whichever sqlite3_* the process resolved first. Unless that is the library with
// the ciphers, everything would lie open on the disk: it is asked on a connection that has no file yet.
Result<void> Database::demandCipher()
{
    const QString name = m_name + QStringLiteral("-probe");
    bool ciphers = false;
    {
        QSqlDatabase probe = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        probe.setDatabaseName(QStringLiteral(":memory:"));
        ciphers = probe.open() && QSqlQuery(probe).exec(QStringLiteral("SELECT sqlite3mc_version()"));
    }
    QSqlDatabase::removeDatabase(name);
    return ciphers ? Result<void>()
                   : raise(ErrorCode::StoreNotEncrypted, QString::fromUtf8(sqlite3_libversion()));
}

Result<void> Database::applyKey(const Secret &key)
{
    sqlite3 *handle = handleOf(m_database);
    sqlite3mc_config(handle, "cipher", sqlite3mc_cipher_index("aegis"));
    QByteArray raw = "raw:" + key.view().toByteArray().toHex();
    const int keyed = sqlite3_key_v2(handle, "main", raw.constData(), static_cast<int>(raw.size()));
    wipe(raw);
    QSqlQuery probe(m_database);
    if (keyed != SQLITE_OK || !probe.exec(QStringLiteral("SELECT count(*) FROM sqlite_schema")))
        return raise(ErrorCode::StoreKeyWrong, QString::number(sqlite3_extended_errcode(handle)));
    return {};
}

Result<void> Database::configure()
{
    for (const QString &pragma :
         {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
          QStringLiteral("PRAGMA temp_store=MEMORY"), QStringLiteral("PRAGMA foreign_keys=ON"),
          QStringLiteral("PRAGMA secure_delete=ON"),
          // Checkpoints are made when the clerk is not waiting (StoreEngine::checkpoint); this is the
          // backstop.
          QStringLiteral("PRAGMA wal_autocheckpoint=4000")}) {
        if (auto done = run(pragma); !done)
            return passOn(done);
    }
    return {};
}

tl::unexpected<Error> Database::failure(const QSqlError &error) const
{
    sqlite3 *handle = m_database.isOpen() ? handleOf(m_database) : nullptr;
    const int extended = handle ? sqlite3_extended_errcode(handle) : error.nativeErrorCode().toInt();
    // The statement's text and values could hold a person's data; the code cannot.
    return raiseFor(codeFor(extended & 0xff), QStringLiteral("sqlite %1").arg(extended));
}

Result<QSqlQuery> Database::prepare(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(query.lastError());
    return query;
}

Result<void> Database::execute(QSqlQuery &query, const QVariantList &values) const
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), stored(values[i]));
    return query.exec() ? Result<void>() : failure(query.lastError());
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    auto query = prepare(statement);
    if (query) {
        if (auto done = execute(*query, values); !done)
            return passOn(done);
    }
    return query;
}

Result<QSqlQuery *> Database::runKept(const QString &statement, const QVariantList &values)
{
    auto kept = m_kept.find(statement);
    if (kept == m_kept.end()) {
        auto made = prepare(statement);
        if (!made)
            return passOn(made);
        if (m_kept.size() >= mostKept)
            m_kept.clear();
        kept = m_kept.emplace(statement, std::move(*made)).first;
    }
    auto done = execute(kept->second, values);
    if (done)
        return &kept->second;
    m_kept.erase(kept);
    return passOn(done);
}

Result<int> Database::change(const QString &statement, const QVariantList &values)
{
    return runKept(statement, values).map([](QSqlQuery *query) { return query->numRowsAffected(); });
}

Result<QVariant> Database::value(const QString &statement, const QVariantList &values)
{
    return runKept(statement, values).map([](QSqlQuery *query) {
        const QVariant first = query->next() ? query->value(0) : QVariant();
        query->finish();
        return first;
    });
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = change(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return passOn(begun);
    Result<void> done = work();
    if (done) {
        if (auto committed = change(QStringLiteral("COMMIT")); committed)
            return {};
        else
            done = passOn(committed);
    }
    // Where SQLite has rolled back by itself this fails, and that is well.
    (void)change(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace yichuang
