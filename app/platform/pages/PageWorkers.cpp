#include "platform/pages/PageWorkers.h"

namespace yichuang {

PageWorkers::PageWorkers(Work work, std::function<void()> sweep, std::chrono::milliseconds sweepEvery)
    : m_work(std::move(work))
    , m_sweep(std::move(sweep))
    , m_sweepEvery(sweepEvery)
    , m_sweepAt(std::chrono::steady_clock::now())
{}

PageWorkers::~PageWorkers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void PageWorkers::start(int threads)
{
    while (static_cast<int>(m_threads.size()) < threads)
        m_threads.emplace_back([this] { run(); });
}

bool PageWorkers::add(ApiRequest request, Answer answer)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed || m_jobs.size() >= mostWaiting)
        return false;
    m_jobs.push_back({std::move(request), std::move(answer)});
    m_wake.notify_one();
    return true;
}

void PageWorkers::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait_until(lock, m_sweepAt, [this] { return m_closed || !m_jobs.empty(); });
        if (m_jobs.empty() && m_closed)
            return;
        sweepWhenDue(lock);
        if (m_jobs.empty())
            continue;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job.answer(m_work(job.request));
        lock.lock();
    }
}

void PageWorkers::sweepWhenDue(std::unique_lock<std::mutex> &lock)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_sweepAt)
        return;
    m_sweepAt = now + m_sweepEvery;
    lock.unlock();
    m_sweep();
    lock.lock();
}

} // namespace yichuang
