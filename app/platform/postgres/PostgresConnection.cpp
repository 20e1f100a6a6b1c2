#include "platform/postgres/PostgresConnection.h"

#include "platform/ledger/StoreFailure.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <sys/socket.h>

namespace yichuang {

namespace {

// What holds for every statement of this program: none may wait for ever or hold the sequencer while its
// process hangs, all are look-ups by key whatever the statistics of a young table say, and what is answered
// is on the disk (a stricter setting of the server stays).
constexpr const char *manners =
    "SET statement_timeout = '60s'; SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = "
    "'60s';"
    "SET client_min_messages = warning; SET TimeZone = 'UTC'; SET jit = off;"
    "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') = 'off'";

StoreFault faultOf(const QByteArray &state)
{
    if (state == "53100")
        return StoreFault::Full;
    // Shut down, too many connections, a line that broke, a statement that waited too long, a standby, and
    // what asks to begin again (which whoever asked has already done several times).
    for (const char *prefix : {"08", "53", "57", "55P03", "25006", "25P03", "40"}) {
        if (state.isEmpty() || state.startsWith(prefix))
            return StoreFault::Gone;
    }
    return StoreFault::Failed;
}

} // namespace

PostgresRows::PostgresRows(pg_result *result)
    : m_result(result, PQclear)
{}

int PostgresRows::count() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

bool PostgresRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray PostgresRows::bytes(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

qint64 PostgresRows::number(int row, int column) const
{
    return PQgetlength(m_result.get(), row, column) == sizeof(qint64)
               ? qFromBigEndian<qint64>(PQgetvalue(m_result.get(), row, column))
               : 0;
}

bool PostgresRows::flag(int row, int column) const
{
    return PQgetlength(m_result.get(), row, column) == 1 && *PQgetvalue(m_result.get(), row, column) != 0;
}

QUuid PostgresRows::uuid(int row, int column) const
{
    return QUuid::fromRfc4122(bytes(row, column));
}

PostgresConnection::PostgresConnection(pg_conn *connection, PostgresFaults faults)
    : m_connection(connection)
    , m_faults(std::move(faults))
{}

PostgresConnection::~PostgresConnection()
{
    PQfinish(m_connection);
}

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const PostgresTarget &target)
{
    // What the target says itself comes later and wins.
    const std::array keys{"connect_timeout",
                          "tcp_user_timeout",
                          "keepalives_idle",
                          "keepalives_interval",
                          "application_name",
                          "dbname",
                          static_cast<const char *>(nullptr)};
    const std::array values{"5",
                            "15000",
                            "10",
                            "5",
                            "yichuang-platform",
                            target.conninfo.constData(),
                            static_cast<const char *>(nullptr)};
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(PQconnectdbParams(keys.data(), values.data(), 1), target.faults));
    if (connection->isGone())
        return storeFailure(StoreFault::Gone, QStringLiteral("postgres does not answer"));
    // Nothing that the server has to say may reach the log, where it could name a value.
    PQsetNoticeProcessor(connection->m_connection, [](void *, const char *) {}, nullptr);
    if (auto set = connection->execute(manners); !set)
        return passOn(set);
    return connection;
}

bool PostgresConnection::isGone() const
{
    return PQstatus(m_connection) != CONNECTION_OK;
}

tl::unexpected<Error> PostgresConnection::failure(const pg_result *result)
{
    m_state = QByteArray(result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr);
    return storeFailure(isGone() ? StoreFault::Gone : faultOf(m_state),
                        QStringLiteral("postgres %1").arg(QString::fromLatin1(m_state)));
}

Result<PostgresRows> PostgresConnection::checked(pg_result *result)
{
    PostgresRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return failure(result);
    return rows;
}

void PostgresConnection::cut()
{
    ::shutdown(PQsocket(m_connection), SHUT_RDWR);
}

Result<void> PostgresConnection::disturb(PostgresFault fault)
{
    if (fault == PostgresFault::Cut)
        cut();
    if (fault != PostgresFault::DiskFull)
        return {};
    const auto refused =
        checked(PQexec(m_connection, "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$"));
    return refused ? Result<void>() : passOn(refused);
}

Result<PostgresRows> PostgresConnection::run(const char *statement, const PostgresValues &values)
{
    m_state.clear();
    const PostgresFault fault = m_faults ? m_faults(statement) : PostgresFault::None;
    if (auto disturbed = disturb(fault); !disturbed)
        return passOn(disturbed);
    QByteArray &name = m_prepared[statement];
    if (name.isEmpty()) {
        const QByteArray fresh = 's' + QByteArray::number(m_prepared.size());
        auto prepared = checked(
            PQprepare(m_connection, fresh.constData(), statement, values.count(), values.types().data()));
        if (!prepared)
            return passOn(prepared);
        name = fresh;
    }
    std::vector<const char *> contents;
    std::vector<int> lengths;
    for (const QByteArray &content : values.contents()) {
        contents.push_back(content.isNull() ? nullptr : content.constData());
        lengths.push_back(static_cast<int>(content.size()));
    }
    const std::vector<int> formats(contents.size(), 1);
    if (fault == PostgresFault::CutAfter) {
        // It reaches the server, whose answer finds nobody.
        PQsendQueryPrepared(m_connection, name.constData(), values.count(), contents.data(), lengths.data(),
                            formats.data(), 1);
        PQflush(m_connection);
        ::shutdown(PQsocket(m_connection), SHUT_RD);
        PostgresRows last(PQgetResult(m_connection));
        cut();
        PostgresRows none(PQgetResult(m_connection));
        m_prepared.clear();
        return storeFailure(StoreFault::Gone, QStringLiteral("postgres cut"));
    }
    return checked(PQexecPrepared(m_connection, name.constData(), values.count(), contents.data(),
                                  lengths.data(), formats.data(), 1));
}

Result<void> PostgresConnection::execute(const QByteArray &statements)
{
    const auto done = checked(PQexec(m_connection, statements.constData()));
    return done ? Result<void>() : passOn(done);
}

Result<void> PostgresConnection::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = run("BEGIN"); !begun)
        return passOn(begun);
    Result<void> done = work();
    if (done) {
        const auto committed = run("COMMIT");
        if (committed)
            return {};
        done = passOn(committed);
    }
    const QByteArray state = m_state;
    if (!isGone())
        (void)execute("ROLLBACK");
    m_state = state;
    return done;
}

} // namespace yichuang
