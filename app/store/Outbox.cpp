#include "store/Outbox.h"

#include <QVariant>

namespace yichuang {

namespace {

// Pages that a case refers to: one that lies only in a draft stays here.
const QString pendingPages =
    QStringLiteral(" FROM blob b WHERE b.sent = 0 AND EXISTS"
                   " (SELECT 1 FROM case_page p WHERE p.digest = b.digest AND p.present)");

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

std::optional<QDateTime> instantOf(const QVariant &milliseconds)
{
    return milliseconds.isNull()
               ? std::nullopt
               : std::optional(QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC));
}

} // namespace

Result<QList<OutboxEvent>> Outbox::unsent(qint64 after, int mostEvents, qint64 mostBytes)
{
    auto rows =
        m_database.run(QStringLiteral("SELECT sequence, case_id, bytes, algorithm, signature FROM event"
                                      " WHERE own = 1 AND sequence > ? ORDER BY sequence LIMIT ?"),
                       {after, mostEvents});
    if (!rows)
        return passOn(rows);
    QList<OutboxEvent> events;
    qint64 bytes = 0;
    while (rows->next()) {
        const QByteArray body = rows->value(2).toByteArray();
        bytes += body.size();
        if (!events.isEmpty() && bytes > mostBytes)
            break;
        events.append({rows->value(0).toLongLong(),
                       CaseId::fromString(rows->value(1).toString()),
                       {body, rows->value(3).toString(), rows->value(4).toByteArray()}});
    }
    return events;
}

Result<OutboxStatus> Outbox::status(qint64 lastSequence)
{
    auto own = m_database.run(
        // The hybrid clock never steps back, so the first one unsent is the oldest.
        QStringLiteral("SELECT s.acknowledged, (SELECT time FROM event WHERE own = 1 AND"
                       " sequence > s.acknowledged ORDER BY sequence LIMIT 1), (SELECT count(*) FROM refusal)"
                       " FROM sync_state s"));
    auto pages = m_database.run(QStringLiteral("SELECT count(*), coalesce(sum(b.size), 0)") + pendingPages);
    if (!own || !pages)
        return own ? passOn(pages) : passOn(own);
    own->next();
    pages->next();
    OutboxStatus status;
    status.lastSequence = lastSequence;
    status.acknowledged = own->value(0).toLongLong();
    status.unsentEvents = static_cast<int>(qMax<qint64>(0, lastSequence - status.acknowledged));
    status.oldestUnsent = instantOf(own->value(1));
    status.setAside = own->value(2).toInt();
    status.unsentPages = pages->value(0).toInt();
    status.unsentPageBytes = pages->value(1).toLongLong();
    return status;
}

Result<SyncState> Outbox::state()
{
    auto row = m_database.run(
        QStringLiteral("SELECT epoch, cursor, acknowledged, backed_up, failed_attempts, last_success"
                       " FROM sync_state"));
    if (!row)
        return passOn(row);
    row->next();
    SyncState state;
    state.epoch = row->value(0).toString();
    state.cursor = row->value(1).toByteArray();
    state.acknowledged = row->value(2).toLongLong();
    state.backedUp = row->value(3).toLongLong();
    state.failedAttempts = row->value(4).toInt();
    state.lastSuccess = instantOf(row->value(5));
    return state;
}

Result<void> Outbox::enterEpoch(const QString &epoch)
{
    const auto known = m_database.value(QStringLiteral("SELECT epoch FROM sync_state"));
    if (!known)
        return passOn(known);
    if (known->toString() == epoch)
        return {};
    auto entered = m_database.run(QStringLiteral("UPDATE sync_state SET epoch = ?"), {epoch});
    if (!entered)
        return passOn(entered);
    // The first platform that this store ever met takes nothing away.
    if (known->toString().isEmpty())
        return {};
    for (const QString &statement :
         {QStringLiteral("UPDATE sync_state SET acknowledged = 0, backed_up = 0, cursor = x''"),
          QStringLiteral("UPDATE blob SET sent = 0, location = '', received = 0"),
          QStringLiteral("DELETE FROM refusal")}) {
        if (auto done = m_database.run(statement); !done)
            return passOn(done);
    }
    return {};
}

Result<void> Outbox::setState(const SyncState &state)
{
    if (auto entered = enterEpoch(state.epoch); !entered)
        return entered;
    const QVariant success =
        state.lastSuccess ? QVariant(state.lastSuccess->toMSecsSinceEpoch()) : QVariant();
    return only(
        m_database.run(QStringLiteral("UPDATE sync_state SET cursor = ?, acknowledged = ?,"
                                      " backed_up = ?, failed_attempts = ?, last_success = ?"),
                       {state.cursor, state.acknowledged, state.backedUp, state.failedAttempts, success}));
}

Result<void> Outbox::setCursor(const QString &epoch, const QByteArray &cursor,
                               const std::optional<QByteArray> &from)
{
    if (auto entered = enterEpoch(epoch); !entered)
        return entered;
    if (from)
        return only(m_database.run(
            QStringLiteral("UPDATE sync_state SET cursor = ? WHERE CAST(cursor AS BLOB) = CAST(? AS BLOB)"),
            {cursor, *from}));
    return only(m_database.run(QStringLiteral("UPDATE sync_state SET cursor = ?"), {cursor}));
}

Result<void> Outbox::countFailure()
{
    return only(
        m_database.run(QStringLiteral("UPDATE sync_state SET failed_attempts = failed_attempts + 1")));
}

Result<void> Outbox::acknowledge(qint64 upTo, qint64 backedUp, const QString &epoch,
                                 const QList<EventRefusal> &refusals)
{
    if (auto entered = enterEpoch(epoch); !entered)
        return entered;
    for (const EventRefusal &refusal : refusals) {
        auto kept = m_database.run(QStringLiteral("INSERT OR REPLACE INTO refusal VALUES (?,?)"),
                                   {refusal.sequence, refusal.reason});
        if (!kept)
            return passOn(kept);
    }
    // Inside one epoch what was durable stays so: an older reply that comes late takes nothing back.
    return only(m_database.run(QStringLiteral("UPDATE sync_state SET acknowledged = max(acknowledged, ?),"
                                              " backed_up = max(backed_up, ?)"),
                               {upTo, backedUp}));
}

Result<QList<PendingPage>> Outbox::pages(int most)
{
    auto rows = m_database.run(QStringLiteral("SELECT b.digest, b.media_type, b.size, b.location") +
                                   pendingPages + QStringLiteral(" ORDER BY b.stored_at LIMIT ?"),
                               {most});
    if (!rows)
        return passOn(rows);
    QList<PendingPage> pages;
    while (rows->next()) {
        const auto digest = Digest::fromHex(rows->value(0).toByteArray().toHex());
        if (!digest)
            return passOn(digest);
        pages.append(
            {*digest, rows->value(1).toString(), rows->value(2).toLongLong(), rows->value(3).toString()});
    }
    return pages;
}

Result<void> Outbox::rememberUpload(const Digest &digest, const QString &location, qint64 received)
{
    return only(m_database.run(QStringLiteral("UPDATE blob SET location = ?, received = ? WHERE digest = ?"),
                               {location, received, digest.bytes()}));
}

Result<void> Outbox::pageSent(const Digest &digest)
{
    return only(m_database.run(
        QStringLiteral("UPDATE blob SET sent = 1, location = '', received = 0 WHERE digest = ?"),
        {digest.bytes()}));
}

} // namespace yichuang
