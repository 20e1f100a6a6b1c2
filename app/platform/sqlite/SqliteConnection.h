#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace yichuang {

using SqliteValue = std::variant<qint64, QString, QByteArray>;

// The row that a statement stands on.
class SqliteRow
{
public:
    explicit SqliteRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {}
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    sqlite3_stmt *m_statement;
};

// One connection to an SQLite file, with its statements kept prepared. One thread at a time.
class SqliteConnection
{
public:
    enum class Use
    {
        Write,
        Read
    };
    SqliteConnection() = default;
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Result<void> open(const QString &path, Use use);
    // Hands each row to `row`. PlatformFull where the disk took no more, PlatformStoreFailed for anything
    // else.
    Result<void> run(const char *statement, const std::vector<SqliteValue> &values = {},
                     const std::function<void(const SqliteRow &)> &row = {});
    // Several statements without values.
    Result<void> execute(const char *statements);
    // The first column of the only row; 0 where there is none.
    Result<qint64> number(const char *statement, const std::vector<SqliteValue> &values = {});
    // Nothing stays of `work` where it fails.
    Result<void> transaction(const std::function<Result<void>()> &work);

private:
    Result<sqlite3_stmt *> prepared(const char *statement);
    tl::unexpected<Error> failure() const;

    sqlite3 *m_database = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
};

} // namespace yichuang
