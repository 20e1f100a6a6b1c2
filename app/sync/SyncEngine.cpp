#include "sync/SyncEngine.h"

namespace yichuang {

namespace {

constexpr int feedPage = 200;
constexpr int pagesAtOnce = 50;
// A platform that sends this side back again and again within one run is not believed further.
constexpr int mostRestarts = 3;

} // namespace

SyncEngine::SyncEngine(Store &store, PlatformClient &client, const Clock &clock, RandomSource &random,
                       Pace pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_clock(clock)
    , m_pace(pace)
    , m_backoff(random, pace.firstPause, pace.longestPause)
    , m_batchEvents(pace.batchEvents)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncEngine::run);
    connect(&m_client, &PlatformClient::uploadProgressed, this,
            [this](const Digest &digest, const UploadProgress &progress) {
                (void)m_store.rememberUpload(digest, progress.location, progress.sent);
            });
}

void SyncEngine::start()
{
    connect(&m_store, &Store::outboxChanged, this, [this] {
        refreshStatus();
        m_again = true;
        // With the line down the pause stands: every new case must not knock at a dead door.
        if (!m_status.running && m_status.line != LineCondition::Down &&
            m_status.line != LineCondition::Stopped)
            scheduleIn(m_pace.afterWriting);
    });
    run();
}

void SyncEngine::synchroniseNow()
{
    m_backoff.reset();
    if (!m_status.running)
        run();
}

template <typename T, typename Next>
void SyncEngine::then(const Pending<T> &pending, Next next)
{
    whenFinished(pending, this, [this, next = std::move(next)](const Result<T> &result) {
        if (!result)
            return fail(result.error());
        if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

void SyncEngine::run()
{
    if (m_status.running)
        return;
    m_timer.stop();
    m_status.running = true;
    m_status.nextAttempt.reset();
    m_again = false;
    m_restarts = 0;
    m_batchEvents = m_pace.batchEvents;
    readState();
}

void SyncEngine::readState()
{
    then(m_store.syncState(), [this](const SyncState &state) {
        m_state = state;
        if (!m_status.lastSuccess)
            m_status.lastSuccess = state.lastSuccess;
        push();
    });
}

void SyncEngine::push()
{
    then(m_store.unsent(m_state.acknowledged, m_batchEvents, m_pace.batchBytes),
         [this](const QList<OutboxEvent> &events) {
             if (events.isEmpty())
                 return pull();
             QList<SignedEvent> records;
             for (const OutboxEvent &event : events)
                 records.append(event.event);
             const qint64 after = m_state.acknowledged;
             whenFinished(
                 m_client.push(after, records), this,
                 [this, after, events](const Result<PushReply> &reply) { pushed(after, events, reply); });
         });
}

void SyncEngine::pushed(qint64 after, const QList<OutboxEvent> &sent, const Result<PushReply> &reply)
{
    if (!reply) {
        const Remedy remedy = remedyFor(reply.error());
        if (remedy == Remedy::Halve && sent.size() > 1) {
            m_batchEvents = static_cast<int>(sent.size()) / 2;
            return push();
        }
        if (remedy == Remedy::Restart)
            return restart(reply.error());
        return fail(reply.error());
    }
    // The platform names what it has by the hash of each event; what it names wrongly it does not have.
    bool named = reply->results.size() == sent.size() && reply->acknowledged >= after;
    for (qsizetype i = 0; named && i < sent.size(); ++i) {
        const PushResult &result = reply->results[i];
        named = result.status == PushStatus::Conflict || result.hash == sent[i].event.digest();
    }
    if (!named)
        return fail(raise(ErrorCode::AcknowledgementWrong).value());
    acknowledge(sent, *reply);
}

void SyncEngine::acknowledge(const QList<OutboxEvent> &sent, const PushReply &reply)
{
    QList<EventRefusal> refusals;
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const PushResult &result = reply.results[i];
        if (result.status == PushStatus::Quarantined)
            refusals.append({sent[i].sequence, result.reason});
        else if (result.status == PushStatus::Conflict)
            refusals.append({sent[i].sequence, QStringLiteral("conflict")});
    }
    const qint64 upTo = qMin(reply.acknowledged, sent.last().sequence);
    const bool more = reply.acknowledged > sent.last().sequence;
    m_state.acknowledged = upTo;
    m_state.epoch = reply.epoch;
    then(m_store.acknowledge(upTo, reply.backedUp, reply.epoch, refusals), [this, reply, more] {
        markPages(reply);
        if (!more)
            return push();
        then(m_store.outbox(), [this, reply](const OutboxStatus &status) {
            // Rule 14: a copy of this store has gone on writing elsewhere.
            if (reply.acknowledged > status.lastSequence)
                return fail(raise(ErrorCode::LogGoesOnElsewhere).value());
            push();
        });
    });
}

void SyncEngine::markPages(const PushReply &reply)
{
    for (const CaseManifest &manifest : reply.manifests) {
        for (const auto &[digest, present] : manifest.blobs) {
            if (present)
                (void)m_store.pageSent(digest);
        }
    }
}

void SyncEngine::pull()
{
    whenFinished(m_client.pull(m_state.cursor, feedPage), this,
                 [this](const Result<PullReply> &reply) { pulled(reply); });
}

void SyncEngine::pulled(const Result<PullReply> &reply)
{
    if (!reply) {
        if (remedyFor(reply.error()) == Remedy::Restart)
            return restart(reply.error());
        return fail(reply.error());
    }
    if (!m_state.epoch.isEmpty() && reply->epoch != m_state.epoch)
        return restart(Error{ErrorCode::CursorUnknown, reply->epoch});
    m_state.cursor = reply->cursor;
    m_state.epoch = reply->epoch;
    then(m_store.applyPulled({reply->epoch, reply->cursor, reply->events}),
         [this, more = reply->more](int fresh) {
             if (fresh > 0)
                 Q_EMIT received(fresh);
             if (more)
                 pull();
             else
                 pages();
         });
}

void SyncEngine::pages()
{
    then(m_store.pagesToSend(pagesAtOnce), [this](const QList<PendingPage> &pending) {
        if (pending.isEmpty())
            return succeed();
        QList<Digest> digests;
        for (const PendingPage &page : pending)
            digests.append(page.digest);
        then(m_client.knownBlobs(digests), [this, pending](const QList<Digest> &known) {
            QList<PendingPage> wanted;
            for (const PendingPage &page : pending) {
                if (known.contains(page.digest))
                    (void)m_store.pageSent(page.digest);
                else
                    wanted.append(page);
            }
            sendPages(wanted);
        });
    });
}

void SyncEngine::sendPages(QList<PendingPage> pending)
{
    if (pending.isEmpty())
        return pages();
    const PendingPage first = pending.takeFirst();
    sendPage(first, pending);
}

void SyncEngine::sendPage(const PendingPage &page, QList<PendingPage> rest)
{
    then(m_store.blob(page.digest), [this, page, rest](const QByteArray &content) {
        then(m_client.upload({page.digest, page.mediaType, content, page.location}),
             [this, page, rest](const Digest &) {
                 then(m_store.pageSent(page.digest), [this, rest] { sendPages(rest); });
             });
    });
}

// The platform is elsewhere than this side thought: it says where, and this side goes back there. Going back
// loses nothing: what is there already is answered as known.
void SyncEngine::restart(const Error &error)
{
    if (++m_restarts > mostRestarts)
        return fail(error);
    then(m_client.status(),
         [this](const PlatformStatus &status) { beginFeedAnew(status.epoch, status.acknowledged); });
}

void SyncEngine::beginFeedAnew(const QString &epoch, qint64 acknowledged)
{
    m_state.epoch = epoch;
    m_state.cursor.clear();
    m_state.acknowledged = qMin(m_state.acknowledged, acknowledged);
    then(m_store.setSyncState(m_state), [this] { push(); });
}

void SyncEngine::succeed()
{
    m_backoff.reset();
    m_state.lastSuccess = m_clock.now();
    m_state.failedAttempts = 0;
    then(m_store.syncState(), [this](SyncState state) {
        state.lastSuccess = m_state.lastSuccess;
        state.failedAttempts = 0;
        (void)m_store.setSyncState(state);
        m_status.running = false;
        m_status.line = LineCondition::Up;
        m_status.problem.reset();
        m_status.downSince.reset();
        m_status.failedAttempts = 0;
        m_status.lastSuccess = m_state.lastSuccess;
        refreshStatus();
        scheduleIn(m_again ? m_pace.afterWriting : m_pace.idle);
        Q_EMIT caughtUp();
    });
}

void SyncEngine::fail(const Error &error)
{
    m_status.running = false;
    m_status.problem = error;
    m_status.failedAttempts = ++m_state.failedAttempts;
    (void)m_store.countFailure();
    if (!m_status.downSince)
        m_status.downSince = m_clock.now();
    m_status.line = remedyFor(error) == Remedy::AskPerson ? LineCondition::Stopped : LineCondition::Down;
    const std::chrono::seconds askedFor(error.code == ErrorCode::PlatformBusy ? error.detail.toInt() : 0);
    scheduleIn(m_backoff.next(askedFor));
    refreshStatus();
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
