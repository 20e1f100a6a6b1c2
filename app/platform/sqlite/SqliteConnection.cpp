#include "platform/sqlite/SqliteConnection.h"

#include "platform/ledger/StoreFailure.h"

#include <sqlite3.h>

namespace yichuang {

namespace {

constexpr int busyMilliseconds = 10000;

void bind(sqlite3_stmt *statement, int at, const SqliteValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(statement, at, *number);
    } else if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_bind_text(statement, at, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    } else {
        const auto &bytes = std::get<QByteArray>(value);
        // A null pointer would bind NULL.
        sqlite3_bind_blob(statement, at, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    }
}

} // namespace

bool SqliteRow::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqliteRow::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString SqliteRow::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray SqliteRow::bytes(int column) const
{
    const void *content = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(content), sqlite3_column_bytes(m_statement, column)};
}

SqliteConnection::~SqliteConnection()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

Result<void> SqliteConnection::open(const QString &path, Use use)
{
    const int flags = use == Use::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_database, flags | SQLITE_OPEN_NOMUTEX, nullptr) !=
        SQLITE_OK)
        return failure();
    sqlite3_busy_timeout(m_database, busyMilliseconds);
    return use == Use::Read ? Result<void>() : execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
}

tl::unexpected<Error> SqliteConnection::failure() const
{
    const int code = m_database ? sqlite3_errcode(m_database) & 0xff : SQLITE_NOMEM;
    // A file that may not grow says so as a failed write.
    return storeFailure(code == SQLITE_FULL || code == SQLITE_IOERR ? StoreFault::Full : StoreFault::Failed,
                        QStringLiteral("sqlite %1").arg(code));
}

Result<sqlite3_stmt *> SqliteConnection::prepared(const char *statement)
{
    sqlite3_stmt *&kept = m_statements[statement];
    if (!kept &&
        sqlite3_prepare_v3(m_database, statement, -1, SQLITE_PREPARE_PERSISTENT, &kept, nullptr) != SQLITE_OK)
        return failure();
    return kept;
}

Result<void> SqliteConnection::run(const char *statement, const std::vector<SqliteValue> &values,
                                   const std::function<void(const SqliteRow &)> &row)
{
    const auto compiled = prepared(statement);
    if (!compiled)
        return passOn(compiled);
    for (size_t i = 0; i < values.size(); ++i)
        bind(*compiled, static_cast<int>(i + 1), values[i]);
    int step = sqlite3_step(*compiled);
    for (; step == SQLITE_ROW; step = sqlite3_step(*compiled)) {
        if (row)
            row(SqliteRow(*compiled));
    }
    Result<void> done;
    if (step != SQLITE_DONE)
        done = failure();
    sqlite3_reset(*compiled);
    sqlite3_clear_bindings(*compiled);
    return done;
}

Result<void> SqliteConnection::execute(const char *statements)
{
    if (sqlite3_exec(m_database, statements, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure();
    return {};
}

Result<qint64> SqliteConnection::number(const char *statement, const std::vector<SqliteValue> &values)
{
    qint64 found = 0;
    auto done = run(statement, values, [&](const SqliteRow &row) { found = row.integer(0); });
    return done ? Result<qint64>(found) : passOn(done);
}

Result<void> SqliteConnection::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = run("BEGIN IMMEDIATE"); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = run("COMMIT");
    // A full disk may have ended the transaction by itself.
    if (!done && sqlite3_get_autocommit(m_database) == 0)
        (void)run("ROLLBACK");
    return done;
}

} // namespace yichuang
