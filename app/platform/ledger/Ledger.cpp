#include "platform/ledger/Ledger.h"

#include "base/Random.h"
#include "domain/Case.h"
#include "domain/EventTypes.h"
#include "domain/Wire.h"

#include <QDir>
#include <QJsonDocument>
#include <QVariant>

namespace yichuang {

namespace {

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

SignedEvent recordOf(const QSqlQuery &query, int first)
{
    return {query.value(first).toByteArray(), query.value(first + 1).toString(),
            query.value(first + 2).toByteArray()};
}

QString hexOf(const SignedEvent &record)
{
    return record.digest().toHex();
}

} // namespace

Ledger::Ledger(const Clock &clock, QString folder)
    : m_clock(clock)
    , m_folder(std::move(folder))
{}

Result<void> Ledger::open()
{
    if (!QDir().mkpath(m_folder))
        return raise(ErrorCode::PlatformFolderUnusable);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (auto opened = m_database.open(QDir(m_folder).filePath(QStringLiteral("platform.db"))); !opened)
        return opened;
    const auto seed = m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'seed'"));
    if (!seed)
        return passOn(seed);
    return (seed->isValid() ? Result<void>() : makeIdentity()).and_then([this] { return readIdentity(); });
}

Result<void> Ledger::makeIdentity()
{
    SystemRandom random;
    const Secret fresh = Secret::random(32);
    return m_database.transaction([&]() -> Result<void> {
        auto kept = m_database.run(QStringLiteral("INSERT INTO meta VALUES ('seed', ?)"),
                                   {fresh.view().toByteArray()});
        if (!kept)
            return passOn(kept);
        return only(m_database.run(QStringLiteral("INSERT INTO meta VALUES ('epoch', ?)"),
                                   {makeUuid7(m_clock, random).toString(QUuid::WithoutBraces).toLatin1()}));
    });
}

Result<void> Ledger::readIdentity()
{
    const auto seed = m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'seed'"));
    const auto epoch = m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'epoch'"));
    if (!seed || !epoch)
        return only(!seed ? seed : epoch);
    m_key = SigningKey::fromSeed(Secret(seed->toByteArray()));
    m_epoch = epoch->toByteArray();
    return {};
}

Result<QString> Ledger::invite(const QJsonObject &station)
{
    SystemRandom random;
    const QString code = wire::enrolmentCode(random.bytes(10), m_key.publicKey());
    auto kept = m_database.run(QStringLiteral("INSERT INTO invitation VALUES (?,?,?,NULL)"),
                               {Digest::of(wire::tidiedCode(code).toLatin1()).toHex(),
                                QJsonDocument(station).toJson(QJsonDocument::Compact),
                                m_clock.now().toMSecsSinceEpoch()});
    if (!kept)
        return passOn(kept);
    return code;
}

Result<QJsonObject> Ledger::enrol(const QString &code, const QByteArray &publicKey)
{
    const QString hash = Digest::of(wire::tidiedCode(code).toLatin1()).toHex();
    QJsonObject station;
    auto done = m_database.transaction([&]() -> Result<void> {
        auto found = m_database.run(
            QStringLiteral("SELECT station, used_by FROM invitation WHERE code_hash = ?"), {hash});
        if (!found)
            return passOn(found);
        if (!found->next())
            return raise(ErrorCode::EnrolmentCodeUnknown);
        const QByteArray description = found->value(0).toByteArray();
        QString device = found->value(1).toString();
        found->finish();
        if (device.isEmpty()) {
            SystemRandom random;
            device = makeUuid7(m_clock, random).toString(QUuid::WithoutBraces);
            auto used = m_database.run(
                QStringLiteral("UPDATE invitation SET used_by = ? WHERE code_hash = ?"), {device, hash});
            auto made =
                m_database.run(QStringLiteral("INSERT INTO device (id, public_key, station) VALUES (?,?,?)"),
                               {device, publicKey, description});
            if (!used || !made)
                return !used ? passOn(used) : passOn(made);
        }
        auto key = m_database.value(QStringLiteral("SELECT public_key FROM device WHERE id = ?"), {device});
        if (!key)
            return passOn(key);
        if (key->toByteArray() != publicKey)
            return raise(ErrorCode::EnrolmentCodeUsed);
        station = QJsonDocument::fromJson(description).object();
        station.insert(QStringLiteral("device"), device);
        return {};
    });
    if (!done)
        return passOn(done);
    station.insert(QStringLiteral("platformKey"), QString::fromLatin1(m_key.publicKey().toBase64()));
    station.insert(QStringLiteral("epoch"), QString::fromLatin1(m_epoch));
    return station;
}

Result<std::optional<KnownDevice>> Ledger::device(const DeviceId &id)
{
    auto row = m_database.run(
        QStringLiteral("SELECT public_key, acknowledged, backed_up, tail, revoked FROM device WHERE id = ?"),
        {id.toString()});
    if (!row)
        return passOn(row);
    if (!row->next())
        return std::nullopt;
    return KnownDevice{id,
                       row->value(0).toByteArray(),
                       row->value(1).toLongLong(),
                       row->value(2).toLongLong(),
                       row->value(3).toString(),
                       row->value(4).toBool()};
}

Result<void> Ledger::revoke(const DeviceId &id)
{
    auto done = m_database.value(QStringLiteral("UPDATE device SET revoked = 1 WHERE id = ? RETURNING id"),
                                 {id.toString()});
    if (!done)
        return passOn(done);
    return done->isValid() ? Result<void>() : raise(ErrorCode::DeviceUnknown, id.toString());
}

Result<void> Ledger::sawDevice(const DeviceId &id, qint64 clockOffset)
{
    return only(
        m_database.run(QStringLiteral("UPDATE device SET last_seen = ?, clock_offset = ? WHERE id = ?"),
                       {m_clock.now().toMSecsSinceEpoch(), clockOffset, id.toString()}));
}

Result<QList<PushOutcome>> Ledger::push(KnownDevice &device, const QList<SignedEvent> &events)
{
    QList<PushOutcome> outcomes;
    for (const SignedEvent &record : events) {
        auto outcome = take(device, record, outcomes.isEmpty() ? 0 : outcomes.last().sequence + 1);
        if (!outcome)
            return passOn(outcome);
        outcomes.append(*outcome);
    }
    auto moved = m_database.run(QStringLiteral("UPDATE device SET acknowledged = ?, tail = ? WHERE id = ?"),
                                {device.acknowledged, device.tail, device.id.toString()});
    if (!moved)
        return passOn(moved);
    return outcomes;
}

// Why an event is kept but not folded; empty where it is sound.
QString Ledger::faultOf(const KnownDevice &device, const SignedEvent &record,
                        const Result<Event> &event) const
{
    if (!event)
        return event.error().code == ErrorCode::EventFromNewerVersion ? QStringLiteral("newer-version")
                                                                      : QStringLiteral("malformed");
    if (event->device != device.id)
        return QStringLiteral("not-yours");
    if (!verifySignature(record.bytes, record.signature, device.publicKey))
        return QStringLiteral("bad-signature");
    const QString previous = event->previous.isNull() ? QString() : event->previous.toHex();
    return previous == device.tail ? QString() : QStringLiteral("broken-chain");
}

Result<std::optional<QString>> Ledger::knownHash(const DeviceId &device, qint64 sequence)
{
    return m_database
        .value(QStringLiteral("SELECT hash FROM event WHERE device = ? AND sequence = ?"),
               {device.toString(), sequence})
        .map([](const QVariant &hash) {
            return hash.isValid() ? std::optional(hash.toString()) : std::nullopt;
        });
}

Result<PushOutcome> Ledger::take(KnownDevice &device, const SignedEvent &record, qint64 expected)
{
    const auto event = parseEvent(record.bytes);
    const qint64 next = device.acknowledged + 1;
    // What cannot be read stands where the log's order puts it.
    const qint64 sequence = event ? event->sequence : qMax(expected, next);
    PushOutcome outcome{sequence, QStringLiteral("accepted"), {}, hexOf(record)};
    const auto known = knownHash(device.id, sequence);
    if (!known)
        return passOn(known);
    if (*known) {
        if (**known == outcome.hash) {
            outcome.status = QStringLiteral("duplicate");
            return outcome;
        }
        outcome.status = QStringLiteral("conflict");
        auto raised = m_database.run(
            QStringLiteral(
                "INSERT OR IGNORE INTO alarm (device, sequence, hash, bytes, raised_at) VALUES (?,?,?,?,?)"),
            {device.id.toString(), sequence, outcome.hash, record.bytes, m_clock.now().toMSecsSinceEpoch()});
        return raised ? Result<PushOutcome>(outcome) : passOn(raised);
    }
    if (sequence != next)
        return raise(ErrorCode::LogGap, QString::number(device.acknowledged));
    outcome.reason = faultOf(device, record, event);
    if (!outcome.reason.isEmpty())
        outcome.status = QStringLiteral("quarantined");
    const QString caseId = event && outcome.reason.isEmpty() && !event->caseId.isNull()
                               ? event->caseId.toString()
                               : QStringLiteral("");
    auto stored = store(device, sequence, record, caseId, outcome.reason);
    if (stored && outcome.reason.isEmpty() && !caseId.isEmpty()) {
        const auto row = m_database.value(QStringLiteral("SELECT last_insert_rowid()"));
        stored = row ? spread(device.id, *event, row->toLongLong()) : passOn(row);
    }
    if (!stored)
        return passOn(stored);
    device.acknowledged = sequence;
    device.tail = outcome.hash;
    return outcome;
}

Result<void> Ledger::store(const KnownDevice &device, qint64 sequence, const SignedEvent &record,
                           const QString &caseId, const QString &quarantine)
{
    return only(m_database.run(
        QStringLiteral(
            "INSERT INTO event (device, sequence, hash, case_id, bytes, algorithm, signature, quarantine,"
            " received_at) VALUES (?,?,?,?,?,?,?,?,?)"),
        {device.id.toString(), sequence, hexOf(record), caseId, record.bytes, record.algorithm,
         record.signature, quarantine.isNull() ? QStringLiteral("") : quarantine,
         m_clock.now().toMSecsSinceEpoch()}));
}

// Who hears of it: everyone else who is concerned with the case; and the writer is from now on.
Result<void> Ledger::spread(const DeviceId &device, const Event &event, qint64 row)
{
    const QString caseId = event.caseId.toString();
    if (event.type == eventtype::materialAttached) {
        auto named = m_database.run(
            QStringLiteral("INSERT OR IGNORE INTO named_blob VALUES (?,?,?)"),
            {event.payload.value(QLatin1String("blob")).toString(), caseId, device.toString()});
        if (!named)
            return passOn(named);
    }
    auto told = m_database.run(QStringLiteral("INSERT INTO feed (device, event) SELECT device, ? FROM "
                                              "concern WHERE case_id = ? AND device <> ?"),
                               {row, caseId, device.toString()});
    if (!told)
        return passOn(told);
    auto writer = concern(device.toString(), caseId);
    const QString holder = event.type == eventtype::holderChanged
                               ? event.payload.value(QLatin1String("holder")).toString()
                               : QString();
    return writer && !holder.isEmpty() ? concern(holder, caseId) : writer;
}

// A device that comes to a case late is told of everything before.
Result<void> Ledger::concern(const QString &device, const QString &caseId)
{
    auto fresh = m_database.value(QStringLiteral("INSERT OR IGNORE INTO concern VALUES (?,?) RETURNING 1"),
                                  {device, caseId});
    if (!fresh)
        return passOn(fresh);
    if (!fresh->isValid())
        return {};
    return only(
        m_database.run(QStringLiteral("INSERT INTO feed (device, event) SELECT ?, row FROM event"
                                      " WHERE case_id = ? AND device <> ? AND quarantine = '' ORDER BY row"),
                       {device, caseId, device}));
}

Result<QString> Ledger::eventsHash(const DeviceId &device, const QString &caseId)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT hash FROM event WHERE device = ? AND case_id = ? ORDER BY hash"),
        {device.toString(), caseId});
    if (!rows)
        return passOn(rows);
    QStringList hashes;
    while (rows->next())
        hashes.append(rows->value(0).toString());
    return Digest::of(hashes.join(QLatin1Char('\n')).toLatin1()).toHex();
}

Result<QStringList> Ledger::blobsOf(const DeviceId &device, const QString &caseId)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT hash FROM named_blob WHERE case_id = ? AND device = ? ORDER BY hash"),
        {caseId, device.toString()});
    if (!rows)
        return passOn(rows);
    QStringList hashes;
    while (rows->next())
        hashes.append(rows->value(0).toString());
    return hashes;
}

Result<FeedPage> Ledger::feed(const DeviceId &device, qint64 after, int limit)
{
    auto rows = m_database.run(
        QStringLiteral(
            "SELECT f.position, e.bytes, e.algorithm, e.signature FROM feed f JOIN event e ON e.row = f.event"
            " WHERE f.device = ? AND f.position > ? ORDER BY f.position LIMIT ?"),
        {device.toString(), after, limit + 1});
    if (!rows)
        return passOn(rows);
    FeedPage page;
    page.position = after;
    while (rows->next()) {
        if (page.events.size() == limit) {
            page.more = true;
            break;
        }
        page.position = rows->value(0).toLongLong();
        page.events.append(recordOf(*rows, 1));
    }
    return page;
}

Result<QList<Event>> Ledger::eventsOf(const CaseId &caseId)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT bytes FROM event WHERE case_id = ? AND quarantine = ''"), {caseId.toString()});
    if (!rows)
        return passOn(rows);
    QList<Event> events;
    while (rows->next()) {
        if (auto event = parseEvent(rows->value(0).toByteArray()))
            events.append(*event);
    }
    return events;
}

Result<bool> Ledger::isConcerned(const DeviceId &device, const CaseId &caseId)
{
    return m_database
        .value(QStringLiteral("SELECT 1 FROM concern WHERE device = ? AND case_id = ?"),
               {device.toString(), caseId.toString()})
        .map([](const QVariant &value) { return value.isValid(); });
}

} // namespace yichuang
