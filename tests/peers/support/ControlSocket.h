#pragma once

#include "PeerDevice.h"

#include <QLocalServer>

namespace peer {

// Takes one command a line and answers what the device says to it.
class ControlSocket : public QObject
{
    Q_OBJECT
public:
    explicit ControlSocket(PeerDevice &device);
    bool listen(const QString &path);

    // Sends one command to a peer that runs; what it answered, empty where there is none.
    static QString send(const QString &path, const QString &command);

private:
    PeerDevice &m_device;
    QLocalServer m_server;
};

} // namespace peer
