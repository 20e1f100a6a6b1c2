#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <libpq-fe.h>
#include <unistd.h>

#include <csignal>

namespace yichuang::test {

// A PostgreSQL server of its own in a temporary folder, reached by a socket in that folder, with fsync on as
// in earnest. Run as root it becomes nobody, because the server refuses root. It dies with the test.
class PostgresCluster
{
public:
    explicit PostgresCluster(const QStringList &settings = {})
        : m_settings(settings)
    {
        if (::geteuid() == 0)
            m_prefix = {QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                        QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
                        QStringLiteral("--pdeathsig=QUIT")};
        if (::geteuid() == 0 && ::chown(m_folder.path().toUtf8().constData(), 65534, 65534) != 0)
            qFatal("the server's folder could not be given away");
        const auto made = run({program("initdb"), QStringLiteral("--no-sync"), QStringLiteral("-U"),
                               QStringLiteral("yichuang"), QStringLiteral("-A"), QStringLiteral("trust"),
                               QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C"),
                               QStringLiteral("-D"), data()});
        if (!made)
            qFatal("initdb failed");
        start();
    }
    ~PostgresCluster() { stop(SIGQUIT); }

    // SIGKILL of the whole server is the power cut of its memory; SIGINT ends it in order.
    void stop(int signal)
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_server.processId()), signal);
        m_server.waitForFinished();
    }
    void start()
    {
        QStringList command{program("postgres"), QStringLiteral("-D"), data(),   QStringLiteral("-k"),
                            m_folder.path(),     QStringLiteral("-h"), QString()};
        for (const QString &setting : m_settings + QStringList{QStringLiteral("fsync=on")})
            command << QStringLiteral("-c") << setting;
        const QStringList whole = m_prefix + command;
        m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
        m_server.start(whole.first(), whole.mid(1));
        for (int i = 0; i < 1000 && PQping(conninfo("postgres").constData()) != PQPING_OK; ++i)
            m_server.waitForFinished(20);
        if (m_server.state() != QProcess::Running)
            qFatal("the server did not start");
    }

    QByteArray conninfo(const QByteArray &database) const
    {
        return "host=" + m_folder.path().toUtf8() + " user=yichuang dbname=" + database;
    }
    // An empty database.
    QByteArray makeDatabase()
    {
        const QByteArray name = "platform" + QByteArray::number(++m_databases);
        query("postgres", "CREATE DATABASE " + name);
        return conninfo(name);
    }
    // The first column of the first row.
    QByteArray query(const QByteArray &database, const QByteArray &sql) const
    {
        return ask(conninfo(database), sql);
    }
    static QByteArray ask(const QByteArray &target, const QByteArray &sql)
    {
        PGconn *connection = PQconnectdb(target.constData());
        PGresult *result = PQexec(connection, sql.constData());
        if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
            qFatal("%s: %s", sql.constData(), PQerrorMessage(connection));
        const QByteArray value = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
        PQclear(result);
        PQfinish(connection);
        return value;
    }
    QString folder() const { return m_folder.path(); }

private:
    static QString program(const char *name)
    {
        return QStringLiteral("/usr/lib/postgresql/15/bin/") + QLatin1String(name);
    }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    bool run(const QStringList &command) const
    {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        const QStringList whole = m_prefix + command;
        process.start(whole.first(), whole.mid(1));
        return process.waitForFinished() && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    QStringList m_settings;
    QStringList m_prefix;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace yichuang::test
