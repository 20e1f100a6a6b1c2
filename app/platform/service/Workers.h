#pragma once

#include "platform/api/Api.h"
#include "platform/pages/PageWorkers.h"
#include "platform/service/WaitingLine.h"

#include <thread>

namespace yichuang {

// The threads behind the sockets. Several take requests, those of clerks who wait before the backlog that is
// pushed; one commits, all batches that wait together in one transaction, so that the next group gathers
// while the disk works on this one; those of PageWorkers read, write and hash pages.
class Workers
{
public:
    using Answer = std::function<void(ApiReply)>; // called on a worker's thread

    Workers(Ledger &ledger, const Clock &clock, const QString &folder, QByteArray contract);
    ~Workers(); // answers everything that was taken before

    // The errors of PageStore.
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
    struct Push
    {
        PushBatch batch;
        Answer answer;
    };

    void begin(Job &job);
    void commit(std::vector<Push> &pushes);

    Ledger &m_ledger;
    BlobVault m_blobs;
    Api m_api;
    WaitingLine<Job> m_requests;
    WaitingLine<Push> m_pushes;
    PageWorkers m_pages;
    std::vector<std::thread> m_requestThreads;
    std::thread m_commitThread;
};

} // namespace yichuang
