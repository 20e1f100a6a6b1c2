#pragma once

#include "EscPosReader.h"

#include "peers/support/PeerDevice.h"

#include <QTimer>

namespace peer {

// The printer behind its line: answers questions after its state, and files every slip.
class SimulatedPrinter : public PeerDevice
{
    Q_OBJECT
public:
    // Slips go to `folder` as receipt-0001.bin and receipt-0001.png, and on.
    SimulatedPrinter(int dots, QString folder, QObject *parent = nullptr);

    // "ok", "paper-out", "cover-open", "offline", "fault", "near-end", "mute" (answers nothing), "hold"
    // (takes bytes, prints and proves nothing), "cut-off-after N" (breaks the line after N bytes of the next
    // job, once), "paper-out-after N" (the paper ends after N bytes of the next job). False for anything
    // else.
    bool obey(const QString &command);
    QString state() const { return m_state; }
    int slips() const { return m_slips; }

    // As obey(), and "state": the state and the count of slips.
    QString answerTo(const QString &command) override;
    void receive(const QByteArray &bytes) override;
    void lineClosed() override; // ends the slip that is under way

Q_SIGNALS:
    void slipPrinted(const QImage &picture, const QString &path);
    void stateChanged();

private:
    void reachLimit(const QByteArray &rest);
    void printJob(const QByteArray &bytes);
    void answerStatus(int question);
    void prove();
    void finishSlip();
    bool isMute() const { return m_state == u"mute"; }
    bool prints() const;

    EscPosReader m_reader;
    QString m_folder;
    QString m_state = QStringLiteral("ok");
    QByteArray m_job;
    QByteArray m_held; // not printed yet, because the printer cannot
    qint64 m_limit = -1;
    bool m_breaks = false;
    int m_slips = 0;
    QTimer m_idle;
};

} // namespace peer
