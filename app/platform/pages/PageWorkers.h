#pragma once

#include "platform/http/Exchange.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace yichuang {

// The threads that read, hash and write pages, so that neither the sockets nor the ledger wait for a disk.
// Each takes the request that has waited longest. One of them also sweeps, at the beginning and then again
// and again.
class PageWorkers
{
public:
    using Answer = std::function<void(ApiReply)>; // called on a worker's thread
    using Work = std::function<ApiReply(const ApiRequest &)>;

    static constexpr size_t mostWaiting = 500; // with bodies of up to 64 MiB

    PageWorkers(Work work, std::function<void()> sweep, std::chrono::milliseconds sweepEvery);
    // Answers what waits, then ends.
    ~PageWorkers();

    void start(int threads);
    // False where too much waits.
    bool add(ApiRequest request, Answer answer);

private:
    struct Job
    {
        ApiRequest request;
        Answer answer;
    };
    void run();
    void sweepWhenDue(std::unique_lock<std::mutex> &lock);

    Work m_work;
    std::function<void()> m_sweep;
    std::chrono::milliseconds m_sweepEvery;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::chrono::steady_clock::time_point m_sweepAt;
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

} // namespace yichuang
