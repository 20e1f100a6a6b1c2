#include "store/StoreEngine.h"

#include "domain/CaseNumber.h"
#include "domain/EventTypes.h"
#include "store/Schema.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QVariant>

namespace yichuang {

namespace {

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

// What an acceptance covers, so that its completeness can be proved at the other end (SYNC.md rule 8).
QJsonObject manifestOf(const QList<Event> &events)
{
    QStringList ids;
    QStringList blobs;
    for (const Event &event : events) {
        ids.append(event.id.toString());
        if (event.type == eventtype::materialAttached)
            blobs.append(event.payload.value(QLatin1String("blob")).toString());
        else if (event.type == eventtype::materialWithdrawn)
            blobs.removeOne(event.payload.value(QLatin1String("blob")).toString());
    }
    ids.sort();
    blobs.sort();
    return {{QStringLiteral("events"), Digest::of(ids.join(QLatin1Char('\n')).toLatin1()).toHex()},
            {QStringLiteral("blobs"), QJsonArray::fromStringList(blobs)}};
}

// The folder and the file are this user's alone before anything is written; SQLite's other files inherit it.
Result<void> makePlace(const QString &folder, const QString &database)
{
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(database);
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, owner | QFile::ExeOwner) &&
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        return {};
    return raise(ErrorCode::StorePlaceUnwritable);
}

QList<EventId> headsOf(const QList<Event> &events)
{
    return foldCase(std::span<const Event>(events.constData(), static_cast<size_t>(events.size()))).heads;
}

} // namespace

StoreEngine::StoreEngine(QString folder, const Clock &clock, RandomSource &random)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_log(m_database, clock, random)
    , m_projections(m_database, m_log)
    , m_queries(m_database)
    , m_outbox(m_database)
{}

QString StoreEngine::databasePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("station.db"));
}

Result<void> StoreEngine::create(const Secret &dataKey, DeviceId device, const Secret &signingSeed)
{
    if (QFile::exists(databasePath()))
        return raise(ErrorCode::StoreExists);
    if (auto made = makePlace(m_folder, databasePath()); !made)
        return made;
    if (auto opened = m_database.open(databasePath(), dataKey); !opened)
        return opened;
    if (auto migrated = migrate(m_database); !migrated)
        return migrated;
    const Secret blobKey = Secret::random(32);
    auto written = m_database.transaction([&]() -> Result<void> {
        const std::pair<QString, QByteArray> values[] = {
            {QStringLiteral("device"), device.toString().toLatin1()},
            {QStringLiteral("signing-seed"), signingSeed.view().toByteArray()},
            {QStringLiteral("blob-key"), blobKey.view().toByteArray()},
            {QStringLiteral("projections"), QByteArray::number(projectionVersion)},
        };
        for (const auto &[key, value] : values) {
            if (auto done = m_database.run(QStringLiteral("INSERT INTO meta VALUES (?,?)"), {key, value});
                !done)
                return passOn(done);
        }
        return {};
    });
    return written.and_then([this] { return begin(); });
}

Result<void> StoreEngine::open(const Secret &dataKey)
{
    if (!QFile::exists(databasePath()))
        return raise(ErrorCode::StoreMissing);
    // What an unclean end leaves behind: the pages are looked through before anything builds on them.
    const bool unclean = QFile(databasePath() + QStringLiteral("-wal")).size() > 0;
    return m_database.open(databasePath(), dataKey)
        .and_then([this] { return migrate(m_database); })
        .and_then([&] { return unclean ? quickCheck() : Result<void>(); })
        .and_then([this] { return begin(); })
        .map_error([this](const Error &error) {
            m_database.close();
            return error;
        });
}

Result<void> StoreEngine::demandOpen() const
{
    return isOpen() ? Result<void>() : raise(ErrorCode::StoreClosed);
}

Result<QByteArray> StoreEngine::meta(const QString &key)
{
    return m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = ?"), {key})
        .map([](const QVariant &value) { return value.toByteArray(); });
}

Result<void> StoreEngine::begin()
{
    auto device = meta(QStringLiteral("device"));
    auto seed = meta(QStringLiteral("signing-seed"));
    auto blobKey = meta(QStringLiteral("blob-key"));
    auto projections = meta(QStringLiteral("projections"));
    if (!device || !seed || !blobKey || !projections)
        return only(!device ? device : !seed ? seed : !blobKey ? blobKey : projections);
    m_blobs = std::make_unique<BlobFiles>(QDir(m_folder).filePath(QStringLiteral("pages")), Secret(*blobKey));
    SigningKey key = SigningKey::fromSeed(Secret(*seed));
    wipe(*seed);
    wipe(*blobKey);
    if (auto opened = m_log.open(DeviceId::fromString(QString::fromLatin1(*device)), std::move(key)); !opened)
        return opened;
    return projections->toInt() == projectionVersion ? Result<void>() : only(m_projections.rebuild());
}

Result<Appended> StoreEngine::append(const Transaction &transaction)
{
    Appended appended;
    auto done = m_database.transaction([&]() -> Result<void> {
        auto written = write(transaction);
        if (!written)
            return passOn(written);
        appended = std::move(*written);
        return {};
    });
    if (done)
        return appended;
    (void)m_log.rewind();
    return passOn(done);
}

Result<Appended> StoreEngine::write(const Transaction &transaction)
{
    Appended appended;
    QHash<CaseId, QList<Event>> events;
    QHash<CaseId, QList<EventId>> heads;
    for (const EventDraft &draft : transaction.events) {
        const CaseId id = draft.caseId;
        if (!id.isNull() && !events.contains(id)) {
            auto known = m_log.eventsOf(id);
            if (!known)
                return passOn(known);
            heads.insert(id, headsOf(*known));
            events.insert(id, *known);
            appended.cases.append({id, {}});
        }
        auto payload = completed(draft, transaction.numbers, events.value(id));
        if (!payload)
            return passOn(payload);
        auto event = m_log.append({id, heads.value(id), draft.type, transaction.clerk, *payload});
        if (!event)
            return passOn(event);
        appended.events.append(event->id);
        if (id.isNull())
            continue;
        if (draft.type == eventtype::opened)
            appended.cases.last().number = payload->value(QLatin1String("number")).toString();
        heads[id] = {event->id};
        events[id].append(*event);
    }
    for (const AppendedCase &touched : std::as_const(appended.cases)) {
        if (auto refreshed = m_projections.refresh(touched.caseId); !refreshed)
            return passOn(refreshed);
    }
    if (!transaction.finishedDraft.isNull()) {
        if (auto removed = discardDraft(transaction.finishedDraft); !removed)
            return passOn(removed);
    }
    return appended;
}

// The parts of a payload that only the store can know: the number and the manifest.
Result<QJsonObject> StoreEngine::completed(const EventDraft &draft,
                                           const std::optional<NumberSeries> &numbers,
                                           const QList<Event> &caseEvents)
{
    QJsonObject payload = draft.payload;
    const QLatin1String number("number");
    const QLatin1String manifest("manifest");
    if (draft.type == eventtype::opened && numbers && payload.value(number).toString().isEmpty()) {
        auto next = nextNumber(*numbers);
        if (!next)
            return passOn(next);
        payload.insert(number, *next);
    }
    if (draft.type == eventtype::accepted && !payload.contains(manifest))
        payload.insert(manifest, manifestOf(caseEvents));
    return payload;
}

Result<QString> StoreEngine::nextNumber(const NumberSeries &series)
{
    auto serial = m_database.value(
        QStringLiteral("INSERT INTO number_series VALUES (?,?,?,1) ON CONFLICT (region, segment, day)"
                       " DO UPDATE SET last = last + 1 RETURNING last"),
        {series.region, series.segment, series.day.toString(Qt::ISODate)});
    if (!serial)
        return passOn(serial);
    const auto number = CaseNumber::make(series.region, series.segment, series.day, serial->toInt());
    if (!number)
        return raise(ErrorCode::NumbersExhausted, serial->toString());
    return number->toString();
}

Result<int> StoreEngine::applyPulled(const PulledBatch &batch, QList<CaseId> &changed)
{
    int fresh = 0;
    auto done = m_database.transaction([&]() -> Result<void> {
        for (const SignedEvent &record : batch.events) {
            const auto event = parseEvent(record.bytes);
            if (!event)
                return passOn(event);
            const auto kept = m_log.keepForeign(*event, record);
            if (!kept)
                return passOn(kept);
            if (*kept == EventLog::Kept::Known)
                continue;
            ++fresh;
            if (!event->caseId.isNull() && !changed.contains(event->caseId))
                changed.append(event->caseId);
        }
        for (const CaseId &id : std::as_const(changed)) {
            if (auto refreshed = m_projections.refresh(id); !refreshed)
                return passOn(refreshed);
        }
        return only(m_database.run(QStringLiteral("UPDATE sync_state SET cursor = ?, epoch = ?"),
                                   {batch.cursor, batch.epoch}));
    });
    if (done)
        return fresh;
    changed.clear();
    (void)m_log.rewind();
    return passOn(done);
}

Result<CaseDetail> StoreEngine::loadCase(const CaseId &id)
{
    const auto events = m_log.eventsOf(id);
    if (!events)
        return passOn(events);
    if (events->isEmpty())
        return raise(ErrorCode::CaseUnknown);
    const auto sending = m_queries.sending(id);
    const auto state = m_outbox.state();
    const auto pages =
        m_database.value(QStringLiteral("SELECT count(*) FROM case_page p JOIN case_row c ON c.row = p.row"
                                        " JOIN blob b ON b.digest = p.digest WHERE c.id = ? AND b.sent = 0"),
                         {id.toString()});
    if (!sending || !state || !pages)
        return !sending ? passOn(sending) : !state ? passOn(state) : passOn(pages);
    CaseDetail detail;
    detail.value = foldCase(std::span<const Event>(events->constData(), static_cast<size_t>(events->size())));
    detail.sending = *sending;
    detail.eventsToSend =
        static_cast<int>(std::count_if(events->begin(), events->end(), [&](const Event &event) {
            return event.device == m_log.device() && event.sequence > state->acknowledged;
        }));
    detail.pagesToSend = pages->toInt();
    return detail;
}

Result<void> StoreEngine::saveDraft(DraftId id, const QByteArray &json)
{
    return only(m_database.run(QStringLiteral("INSERT OR REPLACE INTO draft VALUES (?,?,?)"),
                               {id.toString(), json, m_clock.now().toMSecsSinceEpoch()}));
}

Result<QList<DraftRecord>> StoreEngine::drafts()
{
    auto rows = m_database.run(QStringLiteral("SELECT id, json, saved_at FROM draft ORDER BY saved_at DESC"));
    if (!rows)
        return passOn(rows);
    QList<DraftRecord> drafts;
    while (rows->next()) {
        drafts.append({DraftId::fromString(rows->value(0).toString()), rows->value(1).toByteArray(),
                       QDateTime::fromMSecsSinceEpoch(rows->value(2).toLongLong(), Qt::UTC)});
    }
    return drafts;
}

Result<void> StoreEngine::discardDraft(DraftId id)
{
    return only(m_database.run(QStringLiteral("DELETE FROM draft WHERE id = ?"), {id.toString()}));
}

// The file first: a row must never promise bytes that are not there.
Result<Digest> StoreEngine::putBlob(const QByteArray &bytes, const QString &mediaType)
{
    auto digest = m_blobs->put(bytes);
    if (!digest)
        return digest;
    auto noted = m_database.run(
        QStringLiteral("INSERT OR IGNORE INTO blob (digest, media_type, size, stored_at) VALUES (?,?,?,?)"),
        {digest->bytes(), mediaType, bytes.size(), m_clock.now().toMSecsSinceEpoch()});
    if (!noted)
        return passOn(noted);
    return digest;
}

Result<QByteArray> StoreEngine::setting(const QString &key)
{
    return m_database.value(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key})
        .map([](const QVariant &value) { return value.toByteArray(); });
}

Result<void> StoreEngine::setSetting(const QString &key, const QByteArray &value)
{
    return only(m_database.run(QStringLiteral("INSERT OR REPLACE INTO setting VALUES (?,?)"),
                               {key, value.isNull() ? QByteArray("") : value}));
}

Result<void> StoreEngine::acknowledge(qint64 upTo, qint64 backedUp, const QString &epoch,
                                      const QList<EventRefusal> &refusals)
{
    return m_database.transaction([&] {
        // A platform that claims more than was ever written cannot be believed about the rest.
        return m_outbox.acknowledge(qMin(upTo, m_log.lastSequence()), backedUp, epoch, refusals);
    });
}

Result<void> StoreEngine::quickCheck()
{
    const auto found = m_database.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found)
        return passOn(found);
    if (found->toString() != QLatin1String("ok"))
        return raise(ErrorCode::StorePageDamaged);
    return {};
}

void StoreEngine::checkpoint()
{
    (void)m_database.run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

} // namespace yichuang
