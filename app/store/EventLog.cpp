#include "store/EventLog.h"

#include <QVariant>

namespace yichuang {

namespace {

// Others' clocks are followed no further ahead than this: one that stands in another century would otherwise
// take every station with it (SYNC.md rule 5).
constexpr qint64 mostLeadFollowed = 24LL * 60 * 60 * 1000;

const QString ed25519 = QStringLiteral("ed25519");

QVariant blobOf(const Digest &digest)
{
    return digest.bytes();
}

} // namespace

EventLog::EventLog(Database &database, const Clock &clock, RandomSource &random)
    : m_database(database)
    , m_clock(clock)
    , m_random(random)
{}

Result<void> EventLog::open(DeviceId device, SigningKey key)
{
    m_device = device;
    m_key = std::move(key);
    return rewind();
}

Result<void> EventLog::rewind()
{
    return readEnd().map([this](const End &end) { m_end = end; });
}

Result<EventLog::End> EventLog::readEnd()
{
    auto last = m_database.run(
        QStringLiteral("SELECT bytes FROM event WHERE own = 1 ORDER BY sequence DESC LIMIT 1"));
    if (!last)
        return passOn(last);
    End end;
    if (last->next()) {
        const QByteArray bytes = last->value(0).toByteArray();
        const auto event = parseEvent(bytes);
        if (!event)
            return passOn(event);
        end = {event->sequence, Digest::of(bytes), event->time};
    }
    // Times of others' events move this clock on, so that what is written next sorts after what was seen.
    const auto seen = m_database.value(
        QStringLiteral("SELECT max(time) FROM event WHERE own = 0 AND time <= ?"), {latestFollowed()});
    if (!seen)
        return passOn(seen);
    end.time.milliseconds = qMax(end.time.milliseconds, seen->toLongLong());
    return end;
}

qint64 EventLog::latestFollowed() const
{
    return m_clock.now().toMSecsSinceEpoch() + mostLeadFollowed;
}

Result<Event> EventLog::append(const NewEvent &fact)
{
    Event event;
    event.id = EventId(makeUuid7(m_clock, m_random));
    event.device = m_device;
    event.sequence = m_end.sequence + 1;
    event.caseId = fact.caseId;
    event.parents = fact.parents;
    std::sort(event.parents.begin(), event.parents.end(),
              [](const EventId &left, const EventId &right) { return left.toString() < right.toString(); });
    event.type = fact.type;
    event.time = HybridTime::next(m_end.time, m_clock.now().toMSecsSinceEpoch());
    event.clerk = fact.clerk;
    event.payload = fact.payload;
    event.previous = m_end.digest;

    const QByteArray bytes = serialise(event);
    if (bytes.size() > maximumEventBytes)
        return raise(ErrorCode::EventTooLarge, event.type);
    const SignedEvent record{bytes, ed25519, m_key.sign(bytes)};
    if (auto inserted = insert(event, record, true); !inserted)
        return passOn(inserted);
    m_end = {event.sequence, record.digest(), event.time};
    return event;
}

Result<void> EventLog::insert(const Event &event, const SignedEvent &record, bool own)
{
    auto done = m_database.change(
        QStringLiteral("INSERT INTO event (id, device, sequence, case_id, own, bytes, algorithm,"
                       " signature, digest, time) VALUES (?,?,?,?,?,?,?,?,?,?)"),
        {event.id.toString(), event.device.toString(), event.sequence,
         event.caseId.isNull() ? QString() : event.caseId.toString(), own, record.bytes, record.algorithm,
         record.signature, blobOf(record.digest()), event.time.milliseconds});
    return done ? Result<void>() : passOn(done);
}

Result<EventLog::Kept> EventLog::keepForeign(const Event &event, const SignedEvent &record)
{
    auto known =
        m_database.value(QStringLiteral("SELECT digest FROM event WHERE device = ? AND sequence = ?"),
                         {event.device.toString(), event.sequence});
    if (!known)
        return passOn(known);
    if (known->isValid() && known->toByteArray() == record.digest().bytes())
        return Kept::Known;
    if (event.device == m_device)
        return raise(ErrorCode::DeviceCloned, QString::number(event.sequence));
    if (known->isValid())
        return Kept::SequenceTaken;
    auto named = m_database.value(QStringLiteral("SELECT 1 FROM event WHERE id = ?"), {event.id.toString()});
    if (!named)
        return passOn(named);
    if (named->isValid())
        return Kept::IdTaken;
    if (auto inserted = insert(event, record, false); !inserted)
        return passOn(inserted);
    if (event.time.milliseconds <= latestFollowed())
        m_end.time.milliseconds = qMax(m_end.time.milliseconds, event.time.milliseconds);
    return Kept::New;
}

Result<QList<Event>> EventLog::eventsOf(const CaseId &caseId)
{
    auto rows =
        m_database.run(QStringLiteral("SELECT bytes FROM event WHERE case_id = ?"), {caseId.toString()});
    if (!rows)
        return passOn(rows);
    QList<Event> events;
    while (rows->next()) {
        auto event = parseEvent(rows->value(0).toByteArray());
        if (!event)
            return passOn(event);
        events.append(*event);
    }
    return events;
}

bool EventLog::holds(QSqlQuery &row, const End &before) const
{
    const QByteArray bytes = row.value(0).toByteArray();
    const auto event = parseEvent(bytes);
    return event && event->device == m_device && event->sequence == before.sequence + 1 &&
           event->previous == before.digest &&
           verifySignature(bytes, row.value(1).toByteArray(), m_key.publicKey());
}

Result<LogReport> EventLog::verify()
{
    auto rows =
        m_database.run(QStringLiteral("SELECT bytes, signature FROM event WHERE own = 1 ORDER BY sequence"));
    if (!rows)
        return passOn(rows);
    LogReport report;
    End end;
    while (rows->next()) {
        if (!holds(*rows, end)) {
            report.firstBroken = end.sequence + 1;
            break;
        }
        ++report.events;
        end = {end.sequence + 1, Digest::of(rows->value(0).toByteArray()), {}};
    }
    return report;
}

} // namespace yichuang
