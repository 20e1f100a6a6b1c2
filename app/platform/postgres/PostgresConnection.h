#pragma once

#include "base/Result.h"
#include "platform/postgres/PostgresValues.h"

#include <QHash>

#include <functional>
#include <memory>

struct pg_conn;
struct pg_result;

namespace yichuang {

// What a statement returned; columns in binary form.
class PostgresRows
{
public:
    PostgresRows() = default;
    explicit PostgresRows(pg_result *result);

    int count() const;
    bool isNull(int row, int column) const;
    QByteArray bytes(int row, int column) const;
    QString text(int row, int column) const { return QString::fromUtf8(bytes(row, column)); }
    qint64 number(int row, int column) const; // int8
    bool flag(int row, int column) const;
    QUuid uuid(int row, int column) const;

private:
    std::shared_ptr<pg_result> m_result;
};

// What a test makes of a statement.
enum class PostgresFault
{
    None,
    DiskFull, // the server refuses it with 53100
    Cut,      // the line is cut before it is sent
    CutAfter  // the line is cut before the answer: nobody knows whether it was done
};
using PostgresFaults = std::function<PostgresFault(const char *statement)>;

struct PostgresTarget
{
    QByteArray conninfo; // postgres://… or keywords
    PostgresFaults faults;
};

// One connection. One thread at a time. Failures: PlatformDatabaseGone, PlatformFull, PlatformStoreFailed,
// each with the SQLSTATE as detail.
class PostgresConnection
{
public:
    // Connects, within five seconds.
    static Result<std::unique_ptr<PostgresConnection>> open(const PostgresTarget &target);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    Result<PostgresRows> run(const char *statement, const PostgresValues &values = {});
    // Several statements without values.
    Result<void> execute(const QByteArray &statements);
    // Nothing stays of `work` where it fails, but where the line is cut at the commit it may have been done.
    Result<void> transaction(const std::function<Result<void>()> &work);

    bool isGone() const;
    // Why the last statement failed: five characters, or empty where the line was cut.
    const QByteArray &state() const { return m_state; }
    pg_conn *native() const { return m_connection; }

private:
    PostgresConnection(pg_conn *connection, PostgresFaults faults);
    Result<void> disturb(PostgresFault fault);
    void cut();
    Result<PostgresRows> checked(pg_result *result);
    tl::unexpected<Error> failure(const pg_result *result);

    pg_conn *m_connection;
    PostgresFaults m_faults;
    QHash<QByteArray, QByteArray> m_prepared; // names by statement
    QByteArray m_state;
};

} // namespace yichuang
