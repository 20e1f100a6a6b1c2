#pragma once

#include "SimulatedPrinter.h"

#include <QLocalServer>

namespace peer {

// Takes one command a line and answers "ok" or "unknown"; "state" answers with the state and the count of
// slips.
class ControlSocket : public QObject
{
    Q_OBJECT
public:
    explicit ControlSocket(SimulatedPrinter &printer);
    bool listen(const QString &path);

    // Sends one command to a peer that runs; what it answered, empty where there is none.
    static QString send(const QString &path, const QString &command);

private:
    QString answerTo(const QString &command);

    SimulatedPrinter &m_printer;
    QLocalServer m_server;
};

} // namespace peer
