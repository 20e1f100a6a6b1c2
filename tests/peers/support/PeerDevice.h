#pragma once

#include <QByteArray>
#include <QObject>

namespace peer {

// A device made of software, behind whatever line reaches it.
class PeerDevice : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void receive(const QByteArray &bytes) = 0;
    virtual void lineClosed() {}
    // A command of the control socket: its answer, "unknown" where the device does not know it.
    virtual QString answerTo(const QString &command) = 0;

Q_SIGNALS:
    void answered(const QByteArray &bytes);
    void lineBroken();
};

} // namespace peer
