#pragma once

#include "Places.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace yichuang {

// The real central platform as a process of its own, on a free port and in a folder of its own. It can be
// killed and started again on the same port and data. The tests' folder of programs is
// YICHUANG_BINARY_DIR/bin.
class PlatformProcess
{
public:
    ~PlatformProcess() { kill(); }

    // True when it listens.
    bool start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("YICHUANG_PLATFORM_LOG_LEVEL"), QStringLiteral("error"));
        m_process->setProcessEnvironment(environment);
        m_process->start(program(), {QStringLiteral("serve"), QStringLiteral("--data"), data(),
                                     QStringLiteral("--port"), QString::number(m_port)});
        while (m_process->state() != QProcess::NotRunning && !m_process->canReadLine()) {
            if (!m_process->waitForReadyRead(20000))
                return false;
        }
        m_port =
            QJsonDocument::fromJson(m_process->readLine()).object().value(QLatin1String("listening")).toInt();
        return m_port > 0;
    }

    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }

    // SIGTERM; the exit code.
    int stop()
    {
        m_process->terminate();
        m_process->waitForFinished();
        const int code = m_process->exitCode();
        m_process.reset();
        return code;
    }

    qint64 processId() const { return m_process ? m_process->processId() : 0; }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    QString data() const { return m_folder.filePath(QStringLiteral("platform")); }

    // A command on the data, running or not; the JSON that it printed.
    QJsonObject command(const QStringList &arguments) const
    {
        QProcess process;
        process.start(program(), QStringList(arguments) << QStringLiteral("--data") << data());
        process.waitForFinished();
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    // A one-time code for a station of this segment.
    QString invite(const QString &segment = QStringLiteral("W03"),
                   const QString &level = QStringLiteral("county")) const
    {
        return command({QStringLiteral("enrol"), QStringLiteral("--site"), QStringLiteral("430407"),
                        QStringLiteral("--name"), QStringLiteral("示例政务服务中心"),
                        QStringLiteral("--authority"), QStringLiteral("示例局"), QStringLiteral("--level"),
                        level, QStringLiteral("--region"), QStringLiteral("430407"),
                        QStringLiteral("--segment"), segment})
            .value(QLatin1String("code"))
            .toString();
    }

private:
    static QString program() { return QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang-platform"); }

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    int m_port = 0;
};

} // namespace yichuang
