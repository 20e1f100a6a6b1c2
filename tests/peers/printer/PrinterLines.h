#pragma once

#include "SimulatedPrinter.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace peer {

// The printer's network socket: one client at a time, the others wait.
class TcpLine : public QObject
{
    Q_OBJECT
public:
    explicit TcpLine(SimulatedPrinter &printer);
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void next();

    SimulatedPrinter &m_printer;
    QTcpServer m_server;
    QTcpSocket *m_client = nullptr;
};

// The printer's serial line: a pseudo-terminal that is found under a name.
class PtyLine : public QObject
{
    Q_OBJECT
public:
    explicit PtyLine(SimulatedPrinter &printer);
    ~PtyLine() override;
    bool open(const QString &link);

private:
    void read();

    SimulatedPrinter &m_printer;
    int m_master = -1;
    int m_slave = -1;
    QString m_link;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace peer
