#pragma once

#include "devices/DeviceFrames.h"
#include "devices/DeviceHost.h"

#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>

namespace yichuang {

// What is asked of a device: one message, and who hears the answer.
struct HostCall
{
    DeviceMessage message;
    std::chrono::milliseconds patience{0}; // how long the host may be silent
    std::function<void(const DeviceMessage &page)> onPage = {};
    std::function<void(const Result<DeviceMessage> &answer)> onEnd = {};
    bool wasSent = false; // the host had it
};

// The process of one device: starts it, speaks with it, ends it where it hangs, starts it again where it
// died, and does one call after the other. Every call ends exactly once, in the order in which they were
// made.
class HostProcess : public QObject
{
    Q_OBJECT

public:
    HostProcess(const DeviceConfiguration &device, DeviceHostPrograms programs, DevicePatience patience,
                QObject *parent = nullptr);
    ~HostProcess() override;

    // The number of the call, for stop(). DeviceBusy ends it at once where eight wait already.
    qint64 call(HostCall call);
    // Takes it out of the queue, or asks the running one to stop. Does nothing where it has ended.
    void stop(qint64 call);
    // As stop, and the answer is not handed on.
    void drop(qint64 call);

    std::optional<DeviceKind> kind() const { return m_kind; }
    const DeviceCondition &condition() const { return m_condition; }
    void setCondition(const DeviceCondition &condition);
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

Q_SIGNALS:
    void conditionChanged();

private:
    enum class State
    {
        Down,
        Starting,
        Opening,
        Idle,
        Running
    };

    void start();
    void read();
    void take(const DeviceMessage &message);
    void greet(const DeviceMessage &message);
    void opened(const Result<void> &result);
    void next();
    void answer(const Result<DeviceMessage> &answer);
    void died();
    void end(const Error &error);
    void failQueue(const Error &error);
    void await(std::chrono::milliseconds patience);

    DeviceConfiguration m_device;
    DeviceHostPrograms m_programs;
    DevicePatience m_patience;
    std::unique_ptr<QProcess> m_process;
    DeviceFrameReader m_reader;
    State m_state = State::Down;
    std::optional<DeviceKind> m_kind;
    DeviceCondition m_condition;
    std::optional<Error> m_unusable; // why the device could not be opened: every call ends in it
    std::optional<Error> m_ending;   // why the process is being ended
    std::deque<std::pair<qint64, HostCall>> m_calls; // the first is the running one
    qint64 m_lastCall = 0;
    std::chrono::milliseconds m_pause;
    QTimer m_silence;
    QTimer m_restart;
};

} // namespace yichuang
