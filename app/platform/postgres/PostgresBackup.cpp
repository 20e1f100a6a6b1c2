#include "platform/ledger/StoreFailure.h"
#include "platform/postgres/PostgresLedger.h"

#include <QFile>
#include <QProcess>

#include <libpq-fe.h>

namespace yichuang {

namespace {

// The target in the words of libpq's environment, where no other user's `ps` reads a password.
QProcessEnvironment environmentOf(const QByteArray &conninfo)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    PQconninfoOption *options = PQconninfoParse(conninfo.constData(), nullptr);
    for (const PQconninfoOption *option = options; option && option->keyword; ++option) {
        if (option->val && option->envvar)
            environment.insert(QString::fromLatin1(option->envvar), QString::fromUtf8(option->val));
    }
    PQconninfoFree(options);
    return environment;
}

bool succeeds(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments, QIODevice::ReadOnly);
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

} // namespace

Result<void> PostgresLedger::backup(const QString &target)
{
    if (QFile::exists(target))
        return unsoundBackup(QStringLiteral("the file is there already"));
    const QProcessEnvironment environment = environmentOf(m_writers.target().conninfo);
    QList<QUuid> devices;
    QList<qint64> marks;
    // A connection of its own, so that nobody waits; the marks are those of the very state that is dumped.
    auto connection = PostgresConnection::open(m_writers.target());
    if (!connection)
        return passOn(connection);
    auto dumped = (*connection)->transaction([&]() -> Result<void> {
        auto set = (*connection)
                       ->execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;"
                                 "SET LOCAL idle_in_transaction_session_timeout = 0");
        const auto snapshot = set ? (*connection)->run("SELECT pg_export_snapshot()") : passOn(set);
        const auto rows =
            snapshot ? (*connection)->run("SELECT id, acknowledged FROM device ORDER BY id") : snapshot;
        if (!rows)
            return passOn(rows);
        for (int i = 0; i < rows->count(); ++i) {
            devices.append(rows->uuid(i, 0));
            marks.append(rows->number(i, 1));
        }
        const bool done =
            succeeds(QStringLiteral("pg_dump"),
                     {QStringLiteral("--format=custom"), QStringLiteral("--no-owner"),
                      QStringLiteral("--exclude-table-data=nonce"), QStringLiteral("--snapshot"),
                      snapshot->text(0, 0), QStringLiteral("--file"), target},
                     environment);
        return done ? Result<void>() : unsoundBackup(QStringLiteral("pg_dump"));
    });
    if (!dumped)
        return dumped;
    // Reads it to its end.
    if (!succeeds(QStringLiteral("pg_restore"), {QStringLiteral("--file=/dev/null"), target}, environment))
        return unsoundBackup(QStringLiteral("pg_restore"));
    return m_writers.with(PostgresPool::Again::May, [&](PostgresConnection &writer) -> Result<void> {
        const auto moved =
            writer.run("UPDATE device d SET backed_up = greatest(d.backed_up, n.mark)"
                       " FROM unnest($1::uuid[], $2::int8[]) AS n (id, mark) WHERE d.id = n.id",
                       PostgresValues().uuids(devices).numbers(marks));
        return moved ? Result<void>() : passOn(moved);
    });
}

} // namespace yichuang
