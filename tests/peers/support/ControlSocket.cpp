#include "ControlSocket.h"

#include <QLocalSocket>

namespace peer {

ControlSocket::ControlSocket(PeerDevice &device)
    : m_device(device)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *client = m_server.nextPendingConnection();
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QLocalSocket::readyRead, this, [this, client] {
            while (client->canReadLine()) {
                client->write(m_device.answerTo(QString::fromUtf8(client->readLine()).trimmed()).toUtf8() +
                              '\n');
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

} // namespace peer
