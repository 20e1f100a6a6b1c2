#pragma once

#include "Places.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace yichuang {

// The tus client and the tus server of others, in node; installed into the build folder once.
class TusPeer
{
public:
    ~TusPeer()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    static QString folder() { return QStringLiteral(YICHUANG_BINARY_DIR "/tests/tus-peers"); }

    static bool install()
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStringLiteral(YICHUANG_SOURCE_DIR "/tests/peers/tus/install"), {folder()});
        return process.waitForFinished(120000) && process.exitCode() == 0;
    }

    // What client.mjs prints.
    static QJsonObject upload(const QJsonObject &wish)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral("node"),
                      {folder() + QStringLiteral("/client.mjs"),
                       QString::fromUtf8(QJsonDocument(wish).toJson(QJsonDocument::Compact))});
        process.waitForFinished(120000);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    // Serves the folder until the end of this.
    bool serve(const QString &uploads)
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral("node"), {folder() + QStringLiteral("/server.mjs"), uploads});
        while (m_server.state() != QProcess::NotRunning && !m_server.canReadLine()) {
            if (!m_server.waitForReadyRead(20000))
                return false;
        }
        m_port =
            QJsonDocument::fromJson(m_server.readLine()).object().value(QLatin1String("listening")).toInt();
        return m_port > 0;
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    qint64 processId() const { return m_server.processId(); }

private:
    QProcess m_server;
    int m_port = 0;
};

} // namespace yichuang
