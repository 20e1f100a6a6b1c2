#pragma once

#include "Task.h"
#include "ToolOptions.h"
#include "ToolOutput.h"

#include "devices/DeviceErrors.h"

#include <functional>

namespace yichuang {

// One call to one device, over a host process of its own.
class DeviceTask : public Task
{
    Q_OBJECT
public:
    DeviceTask(const DeviceConfiguration &device, const ToolOptions &options);
    void stop() override;

protected:
    DeviceHost &host() { return m_host; }
    const ToolOptions &options() const { return m_options; }
    ToolOutput &output() { return m_output; }

    // Calls `then` with what the call gave; a call that was stopped gives DeviceStopped.
    template <typename T>
    void follow(Pending<T> call, std::function<void(const Result<T> &)> then)
    {
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [watcher, then = std::move(then)] {
            const auto done = watcher->future();
            then(done.resultCount() > 0 ? done.result() : Result<T>(deviceStopped()));
        });
        m_stop = [call]() mutable { call.cancel(); };
        watcher->setFuture(call);
    }
    void onStop(std::function<void()> stop) { m_stop = std::move(stop); }
    void fail(const Error &error);
    void end(int code);

private:
    void watchProcess();

    ToolOptions m_options;
    ToolOutput m_output;
    DeviceHost m_host;
    QTimer m_comesUp; // runs while the process is down
    std::function<void()> m_stop;
    bool m_hasEnded = false;
};

} // namespace yichuang
