#pragma once

#include "platform/api/Api.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace yichuang {

// The two threads behind the sockets: one owns the ledger and is the one sequencer, the other reads, writes
// and hashes pages. Pushes that wait together are committed together.
class Workers
{
public:
    using Answer = std::function<void(ApiReply)>; // called on a worker's thread

    Workers(const Clock &clock, QString folder, QByteArray contract);
    ~Workers();

    // Opens the ledger on its thread; the result is that of Ledger::open.
    Result<void> start();
    // False where too much waits already: the sender is told to come back.
    bool submit(ApiRequest request, Answer answer);
    void seal(const ApiRequest &request, ApiReply &reply) const { m_api.seal(request, reply); }

private:
    struct Job
    {
        ApiRequest request;
        Answer answer;
    };
    class Line
    {
    public:
        bool add(Job job);
        // Everything that waits; empty when the line is closed.
        std::deque<Job> take();
        void close();

    private:
        std::mutex m_mutex;
        std::condition_variable m_wake;
        std::deque<Job> m_jobs;
        bool m_closed = false;
    };

    void runLedger();
    void runBlobs();
    void answerPushes(std::deque<Job> &jobs);

    QString m_folder;
    Ledger m_ledger;
    BlobVault m_blobs;
    Api m_api;
    Line m_ledgerLine;
    Line m_blobLine;
    std::thread m_ledgerThread;
    std::thread m_blobThread;
};

} // namespace yichuang
