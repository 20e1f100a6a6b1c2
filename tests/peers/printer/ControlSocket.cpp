#include "ControlSocket.h"

#include <QLocalSocket>

namespace peer {

ControlSocket::ControlSocket(SimulatedPrinter &printer)
    : m_printer(printer)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *client = m_server.nextPendingConnection();
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QLocalSocket::readyRead, this, [this, client] {
            while (client->canReadLine()) {
                client->write(answerTo(QString::fromUtf8(client->readLine()).trimmed()).toUtf8() + '\n');
                client->flush();
            }
        });
    });
}

bool ControlSocket::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    return m_server.listen(path);
}

QString ControlSocket::send(const QString &path, const QString &command)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(2000))
        return {};
    socket.write(command.toUtf8() + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(2000)) {
    }
    return QString::fromUtf8(socket.readLine()).trimmed();
}

QString ControlSocket::answerTo(const QString &command)
{
    if (command == u"state")
        return QStringLiteral("%1 %2").arg(m_printer.state()).arg(m_printer.slips());
    return m_printer.obey(command) ? QStringLiteral("ok") : QStringLiteral("unknown");
}

} // namespace peer
