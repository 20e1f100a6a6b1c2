#pragma once

#include "base/Async.h"

#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace yichuang {

// The work of one job on a stick, in a thread of its own, one step after the other: a stick may take minutes
// for a step, and one that was pulled out may never come back. Nobody waits for it then: what still runs
// holds what it needs itself.
class StickWork
{
public:
    StickWork();
    ~StickWork(); // asks the step under way to end, and does not wait

    template <typename T>
    Pending<T> run(std::function<Result<T>()> step)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        post([promise, step = std::move(step)] {
            promise->addResult(step());
            promise->finish();
        });
        return promise->future();
    }
    // For a step to ask from its thread.
    std::function<bool()> proceed() const;
    void stop() { *m_stopped = true; }

private:
    void post(std::function<void()> step);

    struct Line;
    std::shared_ptr<Line> m_line;
    std::shared_ptr<std::atomic_bool> m_stopped;
};

// StickSilent; `what` names the step.
tl::unexpected<Error> stickSilent(const char *what);

} // namespace yichuang
