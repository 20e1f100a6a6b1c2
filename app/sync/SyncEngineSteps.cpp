// The steps of one run: the log, the feed, and what to do where the platform is elsewhere than thought.
#include "sync/SyncEngine.h"

namespace yichuang {

namespace {

constexpr int feedPage = 200;
// A platform that sends this side back again and again within one run is not believed further.
constexpr int mostRestarts = 3;
constexpr qint64 fewestBatchBytes = 16 * 1024;

// Rule 14: the platform has something else in the place of what this machine wrote, or more than it wrote.
Error logGoesOnElsewhere(qint64 sequence)
{
    return raise(ErrorCode::LogGoesOnElsewhere, QString::number(sequence)).value();
}

Error platformEmptied(qint64 had)
{
    return raise(ErrorCode::PlatformEmptied, QString::number(had)).value();
}

} // namespace

void SyncEngine::push()
{
    const qint64 share = m_pace.batchBytes * m_batchEvents / m_pace.batchEvents;
    then(m_store.unsent(m_state.acknowledged, m_batchEvents, qMax(share, fewestBatchBytes)),
         [this](const QList<OutboxEvent> &events) {
             if (events.isEmpty() || m_pushBlocked)
                 return pull();
             pushBatch(events);
         });
}

void SyncEngine::pushBatch(const QList<OutboxEvent> &events)
{
    QList<SignedEvent> records;
    for (const OutboxEvent &event : events)
        records.append(event.event);
    const qint64 from = m_state.acknowledged;
    after(m_client.push(from, records),
          [this, from, events](const Result<PushReply> &reply) { pushed(from, events, reply); });
}

void SyncEngine::pushed(qint64 from, const QList<OutboxEvent> &sent, const Result<PushReply> &reply)
{
    if (!reply)
        return pushFailed(sent.size(), reply.error());
    // The platform names what it has by the hash of each event; what it names wrongly it does not have.
    bool named = reply->results.size() == sent.size() && reply->acknowledged >= from;
    for (qsizetype i = 0; named && i < sent.size(); ++i) {
        const PushResult &result = reply->results[i];
        named = result.sequence == sent[i].sequence &&
                (result.status == PushStatus::Conflict || result.hash == sent[i].event.digest());
    }
    if (!named)
        return fail(raise(ErrorCode::AcknowledgementWrong).value());
    m_batchEvents = qMin(m_batchEvents * 2, m_pace.batchEvents);
    acknowledge(sent, *reply);
}

// A batch that is refused, or that a bad line never carries whole, is sent in halves; the size comes back
// with success.
void SyncEngine::pushFailed(qsizetype events, const Error &error)
{
    const Remedy remedy = remedyFor(error);
    if (remedy == Remedy::Restart)
        return restart(error);
    const bool smaller = remedy == Remedy::Halve || error.code == ErrorCode::LineDown;
    if (smaller)
        m_batchEvents = qMax(1, static_cast<int>(events) / 2);
    if (remedy != Remedy::Halve)
        return fail(error);
    if (events > 1)
        return push();
    m_pushBlocked = true;
    m_parked = error;
    pull();
}

void SyncEngine::acknowledge(const QList<OutboxEvent> &sent, const PushReply &reply)
{
    QList<EventRefusal> refusals;
    qint64 upTo = qMin(reply.acknowledged, sent.last().sequence);
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const PushResult &result = reply.results[i];
        if (result.status == PushStatus::Quarantined)
            refusals.append({sent[i].sequence, result.reason});
        if (result.status != PushStatus::Conflict)
            continue;
        refusals.append({sent[i].sequence, QStringLiteral("conflict")});
        // What the platform has in this place is not what lies here, so that nothing from here on is sent.
        upTo = qMin(upTo, sent[i].sequence - 1);
    }
    m_state.acknowledged = upTo;
    m_state.epoch = reply.epoch;
    const bool forked = upTo < qMin(reply.acknowledged, sent.last().sequence);
    then(m_store.acknowledge(upTo, reply.backedUp, reply.epoch, refusals), [this, reply, forked, upTo] {
        if (forked)
            return fail(logGoesOnElsewhere(upTo + 1));
        markPages(reply);
        checkEnd(reply);
    });
}

void SyncEngine::checkEnd(const PushReply &reply)
{
    if (reply.acknowledged <= m_state.acknowledged)
        return push();
    then(m_store.outbox(), [this, reply](const OutboxStatus &status) {
        if (reply.acknowledged > status.lastSequence)
            return fail(logGoesOnElsewhere(status.lastSequence + 1));
        push();
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
    after(m_client.pull(m_state.cursor, feedPage), [this](const Result<PullReply> &reply) { pulled(reply); });
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
    // Restored from a backup: also a station that has nothing new to send must hear of it.
    if (reply->acknowledged >= 0 && reply->acknowledged < m_state.acknowledged)
        return restart(Error{ErrorCode::PlatformLacksEvents, QString::number(reply->acknowledged)});
    m_state.cursor = reply->cursor;
    m_state.epoch = reply->epoch;
    then(m_store.applyPulled({reply->epoch, reply->cursor, reply->events}),
         [this, more = reply->more](int fresh) { applied(more, fresh); });
}

void SyncEngine::applied(bool more, int fresh)
{
    if (fresh > 0)
        Q_EMIT received(fresh);
    if (more)
        return pull();
    pages();
}

// The platform is elsewhere than this side thought: it says where, and this side goes back there. Going back
// loses nothing: what is there already is answered as known.
void SyncEngine::restart(const Error &error)
{
    if (++m_restarts > mostRestarts)
        return fail(error);
    then(m_client.status(), [this](const PlatformStatus &status) { restarted(status); });
}

// Nothing is changed here before it is sure that the platform still has something, or that a person has said
// that it may be empty: an empty answer where there was much is a question (SYNC.md rule 9).
void SyncEngine::restarted(const PlatformStatus &status)
{
    if (m_emptiedAccepted == status.epoch)
        return goBackTo(status);
    if (status.acknowledged == 0 && m_state.acknowledged >= m_pace.much)
        return fail(platformEmptied(m_state.acknowledged));
    then(m_store.foreignEvents(), [this, status](qint64 had) {
        if (had < m_pace.much)
            return goBackTo(status);
        then(m_client.pull({}, 1), [this, status, had](const PullReply &start) {
            if (start.events.isEmpty() && !start.more)
                return fail(platformEmptied(had));
            goBackTo(status);
        });
    });
}

void SyncEngine::goBackTo(const PlatformStatus &status)
{
    m_state.epoch = status.epoch;
    m_state.cursor.clear();
    m_state.acknowledged = qMin(m_state.acknowledged, status.acknowledged);
    then(m_store.setSyncState(m_state), [this] { push(); });
}

} // namespace yichuang
