#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

// A printer that speaks IPP after a script. It reads and writes the bytes of RFC 8010 by itself, so that it
// shares no code with libcups.
class ScriptedIppPrinter : public QObject
{
    Q_OBJECT
public:
    ScriptedIppPrinter();
    int port() const { return m_server.serverPort(); }

    enum Job
    {
        Pending = 3,
        Held = 4,
        Processing = 5,
        Stopped = 6,
        Cancelled = 7,
        Aborted = 8,
        Completed = 9
    };
    struct Script
    {
        QByteArray resource = "/ipp/print"; // any other is not found
        bool accepts = true;
        int state = 3; // idle
        QByteArray reason = "none";
        int answerToJob = 0;        // status of Print-Job
        bool invites = true;        // asks for the document before it answers
        bool hangsUpInJob = false;  // takes the job and breaks the line without an answer
        bool isSilentInJob = false; // takes it and says nothing
        QList<int> jobStates{Pending, Processing, Completed}; // one a question; the last stays
        QByteArray jobReason = "none";
        bool cancels = true;
    };
    Script script;

    int jobs() const { return m_jobs; }
    int cancellations() const { return m_cancellations; }
    const QByteArray &document() const { return m_document; }
    const QHash<QByteArray, QByteArray> &jobAttributes() const { return m_jobAttributes; }

private:
    void read(QTcpSocket *line);
    void answer(QTcpSocket *line, const QByteArray &resource, const QByteArray &body);
    QByteArray answerTo(int operation);
    QByteArray jobNow();

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_received;
    QHash<QTcpSocket *, bool> m_wasContinued;
    int m_jobs = 0;
    int m_cancellations = 0;
    bool m_wasBegun = false;
    QByteArray m_document;
    QHash<QByteArray, QByteArray> m_jobAttributes;
};
