#include "platform/service/Workers.h"

#include <QDir>

#include <future>

namespace yichuang {

namespace {

// Beyond this, a busy platform says so at once instead of letting everyone wait.
constexpr size_t mostWaiting = 2000;

} // namespace

bool Workers::Line::add(Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed || m_jobs.size() >= mostWaiting)
        return false;
    m_jobs.push_back(std::move(job));
    m_wake.notify_one();
    return true;
}

std::deque<Workers::Job> Workers::Line::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
    return std::exchange(m_jobs, {});
}

void Workers::Line::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_wake.notify_one();
}

Workers::Workers(const Clock &clock, QString folder, QByteArray contract)
    : m_folder(std::move(folder))
    , m_ledger(clock, m_folder)
    , m_blobs(QDir(m_folder).filePath(QStringLiteral("blobs")), clock)
    , m_api(m_ledger, m_blobs, clock, std::move(contract))
{}

Workers::~Workers()
{
    m_ledgerLine.close();
    if (m_ledgerThread.joinable())
        m_ledgerThread.join();
    m_blobLine.close();
    if (m_blobThread.joinable())
        m_blobThread.join();
}

Result<void> Workers::start()
{
    auto opened = std::make_shared<std::promise<Result<void>>>();
    auto result = opened->get_future();
    m_ledgerThread = std::thread([this, opened] {
        const auto done = m_ledger.open();
        const bool usable = done.has_value() && m_blobs.prepare();
        opened->set_value(done);
        if (usable)
            runLedger();
    });
    const Result<void> done = result.get();
    if (done)
        m_blobThread = std::thread([this] { runBlobs(); });
    return done;
}

bool Workers::submit(ApiRequest request, Answer answer)
{
    return m_ledgerLine.add({std::move(request), std::move(answer)});
}

void Workers::runLedger()
{
    for (auto jobs = m_ledgerLine.take(); !jobs.empty(); jobs = m_ledgerLine.take()) {
        std::deque<Job> pushes;
        for (Job &job : jobs) {
            if (Api::isPush(job.request)) {
                pushes.push_back(std::move(job));
                continue;
            }
            if (auto reply = m_api.begin(job.request))
                job.answer(std::move(*reply));
            else if (!m_blobLine.add({job.request, job.answer}))
                job.answer(refusal(503, "busy"));
        }
        answerPushes(pushes);
    }
}

// Nobody is answered before the commit that holds what he sent.
void Workers::answerPushes(std::deque<Job> &jobs)
{
    if (jobs.empty())
        return;
    std::vector<ApiReply> replies;
    const auto done = m_ledger.group([&]() -> Result<void> {
        for (Job &job : jobs) {
            auto kept = m_ledger.part([&] {
                replies.push_back(m_api.begin(job.request).value_or(refusal(503, "busy")));
                return replies.back().status == 200;
            });
            if (!kept)
                return kept;
        }
        return {};
    });
    for (size_t i = 0; i < jobs.size(); ++i) {
        if (done)
            jobs[i].answer(std::move(replies[i]));
        else
            jobs[i].answer(done.error().code == ErrorCode::PlatformFull ? refusal(507, "full")
                                                                        : refusal(503, "busy"));
    }
}

void Workers::runBlobs()
{
    m_blobs.expire();
    for (auto jobs = m_blobLine.take(); !jobs.empty(); jobs = m_blobLine.take()) {
        for (Job &job : jobs)
            job.answer(m_api.blob(job.request));
    }
}

} // namespace yichuang
