#include "sync/SyncEngine.h"

namespace yichuang {

namespace {

const QString lastKnownTime = QStringLiteral("sync.platform-time");
constexpr qint64 timeKeptEvery = 10 * 60 * 1000; // ms

} // namespace

SyncEngine::SyncEngine(Store &store, PlatformClient &client, const Clock &clock, RandomSource &random,
                       Pace pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_clock(clock)
    , m_pace(pace)
    , m_backoff(random, pace.firstPause, pace.longestPause)
    , m_pages(store, client)
    , m_batchEvents(pace.batchEvents)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncEngine::run);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        m_client.giveUp();
        fail(raise(ErrorCode::ExchangeStalled).value());
    });
    connect(&m_pages, &PageLane::moved, this, &SyncEngine::hear);
    connect(&m_pages, &PageLane::ended, this, &SyncEngine::pagesEnded);
    connect(&m_client, &PlatformClient::uploadProgressed, this,
            [this](const Digest &digest, const UploadProgress &progress) {
                hear();
                (void)m_store.rememberUpload(digest, progress.location, progress.sent);
            });
}

void SyncEngine::start()
{
    connect(&m_store, &Store::outboxChanged, this, [this] {
        refreshStatus();
        // With the line down the pause stands: every new case must not knock at a dead door.
        if (!m_status.running && m_status.line != LineCondition::Down &&
            m_status.line != LineCondition::Stopped)
            scheduleIn(m_pace.afterWriting);
    });
    whenFinished(m_store.setting(lastKnownTime), this, [this](const Result<QByteArray> &known) {
        if (known)
            m_judge.knowPassed(known->toLongLong());
        judgeClock();
        run();
    });
}

void SyncEngine::synchroniseNow()
{
    m_backoff.reset();
    if (!m_status.running)
        run();
}

void SyncEngine::goOnWithEmptiedPlatform()
{
    m_emptiedAccepted = m_client.epoch();
    synchroniseNow();
}

void SyncEngine::run()
{
    if (m_status.running)
        return;
    m_timer.stop();
    ++m_run;
    m_status.running = true;
    m_status.nextAttempt.reset();
    m_restarts = 0;
    m_pushBlocked = false;
    m_parked.reset();
    m_pages.forgetParked();
    hear();
    then(m_store.syncState(), [this](const SyncState &state) {
        m_state = state;
        if (!m_status.lastSuccess)
            m_status.lastSuccess = state.lastSuccess;
        push();
    });
}

// A sign of life: the run under way is not stuck.
void SyncEngine::hear()
{
    if (m_status.running)
        m_watch.start(m_pace.stall);
}

void SyncEngine::endRun()
{
    ++m_run;
    m_watch.stop();
    m_pages.abandon();
    m_status.running = false;
    judgeClock();
}

// The offset was measured by the last reply that counted, against the wall clock of that moment.
void SyncEngine::judgeClock()
{
    const ClockReading now{m_clock.now().toMSecsSinceEpoch(), m_clock.monotonicMilliseconds()};
    if (const auto heard = m_client.heard()) {
        m_judge.platformSaid(heard->wall, {0, heard->monotonic});
        keepTime(m_judge.latestKnown(now.monotonic));
    }
    m_status.clock = m_judge.judge(now);
}

// For the next start, which may be one without a line and with an empty battery under the clock.
void SyncEngine::keepTime(qint64 instant)
{
    if (instant < m_timeKept + timeKeptEvery)
        return;
    m_timeKept = instant;
    (void)m_store.setSetting(lastKnownTime, QByteArray::number(instant));
}

void SyncEngine::pages()
{
    m_pages.start(!m_pushBlocked);
}

void SyncEngine::pagesEnded(const PageLane::Outcome &outcome)
{
    if (outcome.parked)
        m_parked = outcome.parked;
    if (outcome.failure)
        return fail(*outcome.failure);
    if (outcome.eventsWait)
        return push();
    finish();
}

void SyncEngine::finish()
{
    m_backoff.reset();
    m_state.failedAttempts = 0;
    if (!m_parked)
        m_state.lastSuccess = m_clock.now();
    then(m_store.syncState(), [this](SyncState state) {
        state.lastSuccess = m_state.lastSuccess;
        state.failedAttempts = 0;
        succeed(state);
    });
}

void SyncEngine::succeed(const SyncState &state)
{
    (void)m_store.setSyncState(state);
    endRun();
    m_stoppedBy.reset();
    m_status.line = LineCondition::Up;
    m_status.problem = m_parked;
    m_status.downSince.reset();
    m_status.failedAttempts = 0;
    m_status.lastSuccess = state.lastSuccess;
    whenFinished(m_store.outbox(), this, [this](const Result<OutboxStatus> &outbox) {
        if (outbox)
            restUntilNext(*outbox);
    });
}

// What was written during the run goes soon; what was parked is tried again with everything else.
void SyncEngine::restUntilNext(const OutboxStatus &outbox)
{
    m_status.outbox = outbox;
    const bool written = outbox.unsentEvents > 0 || outbox.unsentPages > 0;
    scheduleIn(written && !m_parked ? m_pace.afterWriting : m_pace.idle);
    Q_EMIT statusChanged(m_status);
    if (!m_parked)
        Q_EMIT caughtUp();
}

void SyncEngine::fail(const Error &error)
{
    endRun();
    m_status.problem = error;
    m_status.failedAttempts = ++m_state.failedAttempts;
    (void)m_store.countFailure();
    if (!m_status.downSince)
        m_status.downSince = m_clock.now();
    if (remedyFor(error) == Remedy::AskPerson) {
        enterStop(error);
    } else {
        m_status.line = LineCondition::Down;
        const std::chrono::seconds askedFor(error.code == ErrorCode::PlatformBusy ? error.detail.toInt() : 0);
        scheduleIn(m_backoff.next(askedFor));
    }
    refreshStatus();
}

void SyncEngine::enterStop(const Error &error)
{
    m_status.line = LineCondition::Stopped;
    scheduleIn(m_pace.whileStopped);
    if (m_stoppedBy == error.code)
        return;
    m_stoppedBy = error.code;
    Q_EMIT stopped(error);
}

void SyncEngine::scheduleIn(std::chrono::milliseconds pause)
{
    m_status.nextAttempt = m_clock.now().addMSecs(pause.count());
    m_timer.start(pause);
}

void SyncEngine::refreshStatus()
{
    whenFinished(m_store.outbox(), this, [this](const Result<OutboxStatus> &outbox) {
        if (outbox)
            m_status.outbox = *outbox;
        Q_EMIT statusChanged(m_status);
    });
}

} // namespace yichuang
