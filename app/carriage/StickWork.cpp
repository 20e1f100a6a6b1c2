#include "carriage/StickWork.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace yichuang {

struct StickWork::Line
{
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> steps;
    bool closed = false;

    void work()
    {
        for (;;) {
            std::function<void()> step;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return closed || !steps.empty(); });
                if (steps.empty())
                    return;
                step = std::move(steps.front());
                steps.pop_front();
            }
            step();
        }
    }
};

StickWork::StickWork()
    : m_line(std::make_shared<Line>())
    , m_stopped(std::make_shared<std::atomic_bool>(false))
{
    std::thread([line = m_line] { line->work(); }).detach();
}

StickWork::~StickWork()
{
    *m_stopped = true;
    const std::lock_guard lock(m_line->mutex);
    m_line->closed = true;
    m_line->wake.notify_one();
}

void StickWork::post(std::function<void()> step)
{
    const std::lock_guard lock(m_line->mutex);
    m_line->steps.push_back(std::move(step));
    m_line->wake.notify_one();
}

std::function<bool()> StickWork::proceed() const
{
    return [stopped = m_stopped] { return !*stopped; };
}

tl::unexpected<Error> stickSilent(const char *what)
{
    return raise(ErrorCode::StickSilent, QLatin1String(what));
}

} // namespace yichuang
