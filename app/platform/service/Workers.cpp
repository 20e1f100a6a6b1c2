#include "platform/service/Workers.h"

#include "platform/pages/FolderPages.h"

#include <QDir>

namespace yichuang {

namespace {

// Verifying signatures is what costs; a second one lets a clerk's request pass a batch that is being judged.
int requestThreads()
{
    return static_cast<int>(qBound(2U, std::thread::hardware_concurrency(), 8U));
}

// Of at most 500 events each: longer groups would only let everyone in them wait longer.
constexpr size_t mostTogether = 64;

constexpr std::chrono::minutes sweepEvery{30};

ApiReply counted(ApiReply reply, int pushes, int events)
{
    if (reply.status == 200) {
        reply.groupSize = pushes;
        reply.events = events;
    }
    return reply;
}

} // namespace

Workers::Workers(Ledger &ledger, const Clock &clock, const QString &folder, QByteArray contract)
    : m_ledger(ledger)
    , m_blobs(std::make_unique<FolderPages>(QDir(folder).filePath(QStringLiteral("blobs"))), clock)
    , m_api(m_ledger, m_blobs, clock, std::move(contract))
    , m_pages([this](const ApiRequest &request) { return m_api.blob(request); }, [this] { m_blobs.expire(); },
              sweepEvery)
{}

// In the order in which a job goes from line to line, so that none is left in the middle; the pages' threads,
// the last, end with their line.
Workers::~Workers()
{
    m_requests.close();
    for (std::thread &thread : m_requestThreads)
        thread.join();
    m_pushes.close();
    if (m_commitThread.joinable())
        m_commitThread.join();
}

Result<void> Workers::start()
{
    if (auto prepared = m_blobs.prepare(); !prepared)
        return prepared;
    for (int i = 0; i < requestThreads(); ++i)
        m_requestThreads.emplace_back([this] {
            while (auto job = m_requests.take())
                begin(*job);
        });
    m_commitThread = std::thread([this] {
        for (auto pushes = m_pushes.takeTogether(mostTogether); !pushes.empty();
             pushes = m_pushes.takeTogether(mostTogether))
            commit(pushes);
    });
    m_pages.start(m_blobs.store().width());
    return {};
}

bool Workers::submit(ApiRequest request, Answer answer)
{
    const Urgency urgency = request.isBacklog() ? Urgency::Backlog : Urgency::Awaited;
    return m_requests.add({std::move(request), std::move(answer)}, urgency);
}

void Workers::begin(Job &job)
{
    const Answer answer = job.answer;
    Api::Step step = m_api.begin(job.request);
    if (step.reply)
        answer(std::move(*step.reply));
    else if (step.batch && !m_pushes.add({std::move(*step.batch), answer}))
        answer(refusal(503, "busy"));
    else if (!step.batch && !m_pages.add(std::move(job.request), answer))
        answer(refusal(503, "busy"));
}

// Nobody is answered before the commit that holds what he sent.
void Workers::commit(std::vector<Push> &pushes)
{
    std::vector<PushBatch> batches;
    std::vector<int> events;
    for (Push &push : pushes) {
        events.push_back(static_cast<int>(push.batch.events.size()));
        batches.push_back(std::move(push.batch));
    }
    const auto receipts = m_ledger.push(batches);
    for (size_t i = 0; i < pushes.size(); ++i)
        pushes[i].answer(counted(m_api.pushed(receipts[i]), static_cast<int>(pushes.size()), events[i]));
}

} // namespace yichuang
