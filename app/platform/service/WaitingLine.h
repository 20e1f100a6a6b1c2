#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace yichuang {

enum class Urgency
{
    Awaited, // a person waits
    Backlog  // a program sends what it has gathered
};

// Jobs between threads: what is awaited before the backlog, each in its order, and never more than a limit.
// Any thread.
template <typename T>
class WaitingLine
{
public:
    // Beyond this, a busy platform says so at once instead of letting everyone wait.
    static constexpr size_t mostWaiting = 2000;

    // False where it is full or closed.
    bool add(T job, Urgency urgency = Urgency::Awaited)
    {
        const std::lock_guard lock(m_mutex);
        auto &jobs = m_jobs[static_cast<size_t>(urgency)];
        if (m_closed || jobs.size() >= mostWaiting)
            return false;
        jobs.push_back(std::move(job));
        m_wake.notify_one();
        return true;
    }

    // Waits; nothing once the line is closed and all was taken.
    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_closed || !isEmpty(); });
        return isEmpty() ? std::nullopt : std::optional(next());
    }

    // Waits; as many as are there, at most `most`; none once the line is closed and all was taken.
    std::vector<T> takeTogether(size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_closed || !isEmpty(); });
        std::vector<T> jobs;
        while (!isEmpty() && jobs.size() < most)
            jobs.push_back(next());
        return jobs;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_all();
    }

private:
    bool isEmpty() const { return m_jobs[0].empty() && m_jobs[1].empty(); }
    T next()
    {
        auto &jobs = m_jobs[m_jobs[0].empty() ? 1 : 0];
        T job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<T>, 2> m_jobs;
    bool m_closed = false;
};

} // namespace yichuang
