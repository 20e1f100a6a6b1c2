#pragma once

#include "PeerDevice.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace peer {

// The device's network socket: one client at a time, the others wait.
class TcpLine : public QObject
{
    Q_OBJECT
public:
    explicit TcpLine(PeerDevice &device);
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void next();

    PeerDevice &m_device;
    QTcpServer m_server;
    QTcpSocket *m_client = nullptr;
};

// The device's serial line: a pseudo-terminal that is found under a name.
class PtyLine : public QObject
{
    Q_OBJECT
public:
    explicit PtyLine(PeerDevice &device);
    ~PtyLine() override;
    bool open(const QString &link);

private:
    void read();

    PeerDevice &m_device;
    int m_master = -1;
    int m_slave = -1;
    QString m_link;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace peer
