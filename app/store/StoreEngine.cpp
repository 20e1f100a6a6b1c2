#include "store/StoreEngine.h"

#include "store/Salvage.h"
#include "store/Schema.h"
#include "store/WriteAheadLog.h"

#include <QFile>
#include <QVariant>

namespace yichuang {

namespace {

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

// Pages that no case and no draft holds are dropped when they are older than this.
constexpr qint64 unusedPageDays = 7;

} // namespace

StoreEngine::StoreEngine(QString folder, const Clock &clock, RandomSource &random)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_log(m_database, clock, random)
    , m_projections(m_database, m_log)
    , m_writer(m_database, m_log, m_projections)
    , m_foreign(m_database, m_log)
    , m_queries(m_database)
    , m_outbox(m_database)
    , m_outboxQueries(m_database)
{}

// Leaves nothing half open: the next attempt, or another program, finds the folder free.
Result<void> StoreEngine::orClosed(Result<void> done)
{
    if (!done) {
        m_blobs.reset();
        m_database.close();
        m_folder.unlock();
    }
    return done;
}

// The identity's file is written last: until it is there the store was never told to exist, and what an
// interrupted attempt left behind is moved aside.
Result<void> StoreEngine::create(const Secret &dataKey, DeviceId device, const Secret &signingSeed)
{
    if (m_database.isOpen() || QFile::exists(m_folder.identity()))
        return raise(ErrorCode::StoreExists);
    const StationIdentity identity{device, signingSeed.clone(), Secret::random(32)};
    return orClosed(m_folder.make()
                        .and_then([&] { return m_folder.lock(); })
                        .and_then([&] { return build(dataKey, identity); })
                        .and_then([&] { return writeIdentity(m_folder.identity(), dataKey, identity); })
                        .and_then([&] { return begin(dataKey); }));
}

Result<void> StoreEngine::build(const Secret &dataKey, const StationIdentity &identity)
{
    if (QFile::exists(m_folder.database()) || QFile::exists(m_folder.writeAheadLog())) {
        if (auto aside = m_folder.setAside(m_clock.now()); !aside)
            return passOn(aside);
    }
    return m_folder.makeDatabase()
        .and_then([&] { return m_database.open(m_folder.database(), dataKey); })
        .and_then([&] { return migrate(m_database); })
        .and_then([&] { return m_database.transaction([&] { return writeMeta(m_database, identity); }); })
        // Before the identity, so that nothing is left to be written once the store counts as made.
        .and_then([&] { return only(m_projections.rebuild()); });
}

// The projections of a salvaged store are those of no version: they are folded at once.
Result<void> StoreEngine::writeMeta(Database &database, const StationIdentity &identity, bool logEnded)
{
    const std::pair<QString, QByteArray> values[] = {
        {QStringLiteral("device"), identity.device.toString().toLatin1()},
        {QStringLiteral("signing-seed"), identity.signingSeed.view().toByteArray()},
        {QStringLiteral("blob-key"), identity.pageKey.view().toByteArray()},
        {QStringLiteral("projections"), "0"},
        {QStringLiteral("log-ended"), logEnded ? "1" : "0"},
    };
    for (const auto &[key, value] : values) {
        if (auto done = database.run(QStringLiteral("INSERT INTO meta VALUES (?,?)"), {key, value}); !done)
            return passOn(done);
    }
    return {};
}

Result<void> StoreEngine::open(const Secret &dataKey)
{
    if (auto closed = demandClosed(); !closed)
        return closed;
    if (!QFile::exists(m_folder.database()))
        return raise(ErrorCode::StoreMissing);
    // What an unclean end leaves behind: the pages are looked through before anything builds on them.
    const bool unclean = QFile(m_folder.writeAheadLog()).size() > 0;
    return orClosed(m_folder.lock()
                        .and_then([&] { return checkWriteAheadLog(m_folder.writeAheadLog()); })
                        .and_then([&] { return m_database.open(m_folder.database(), dataKey); })
                        .and_then([&] { return migrate(m_database); })
                        .and_then([&] { return unclean ? quickCheck() : Result<void>(); })
                        .and_then([&] { return begin(dataKey); }));
}

Result<void> StoreEngine::demandClosed() const
{
    return m_database.isOpen() ? raise(ErrorCode::StoreOpenAlready) : Result<void>();
}

// Each step can be cut short and begun again: the damaged files are moved, never changed, and the new
// database takes its place when it is whole.
Result<SalvageReport> StoreEngine::salvage(const Secret &dataKey)
{
    SalvageReport report;
    auto done = demandClosed().and_then([this] { return m_folder.lock(); }).and_then([&]() -> Result<void> {
        const auto identity = readIdentity(m_folder.identity(), dataKey);
        if (!identity)
            return passOn(identity);
        const auto aside = QFile::exists(m_folder.database()) ? m_folder.setAside(m_clock.now())
                                                              : Result<QString>(m_folder.lastSetAside());
        if (!aside)
            return passOn(aside);
        auto rescued = rescue(dataKey, *identity, *aside);
        if (!rescued)
            return passOn(rescued);
        report = std::move(*rescued);
        report.quarantine = *aside;
        return m_folder.putInPlace(*aside);
    });
    if (auto ended = orClosed(done); !ended)
        return passOn(ended);
    m_folder.unlock();
    return open(dataKey).map([&] { return report; });
}

Result<SalvageReport> StoreEngine::rescue(const Secret &dataKey, const StationIdentity &identity,
                                          const QString &aside)
{
    const auto copy = m_folder.workingCopy(aside);
    if (!copy)
        return passOn(copy);
    dropDamagedFrames(*copy + QStringLiteral("-wal"));
    Database from;
    Database to;
    Result<SalvageReport> report;
    auto done = to.open(StationFolder::salvaged(aside), dataKey).and_then([&] { return migrate(to); });
    // Where not even the first page can be read there is nothing to take, and the station begins empty.
    const bool readable = from.open(*copy, dataKey).has_value();
    if (!readable)
        from.close();
    done = done.and_then([&] { return readable ? only(knownVersion(from)) : Result<void>(); }).and_then([&] {
        return to.transaction([&]() -> Result<void> {
            report = Salvage(from, to, identity).run(m_clock.now());
            return report ? writeMeta(to, identity, !report->logContinues) : passOn(report);
        });
    });
    from.close();
    to.close();
    m_folder.dropWorkingCopy(aside);
    return done ? report : passOn(done);
}

Result<void> StoreEngine::demandOpen() const
{
    return isOpen() ? Result<void>() : raise(ErrorCode::StoreClosed);
}

Result<StationIdentity> StoreEngine::identity()
{
    auto rows = m_database.run(QStringLiteral("SELECT key, value FROM meta"));
    if (!rows)
        return passOn(rows);
    StationIdentity identity;
    while (rows->next()) {
        const QString key = rows->value(0).toString();
        QByteArray value = rows->value(1).toByteArray();
        if (key == QLatin1String("device"))
            identity.device = DeviceId::fromString(QString::fromLatin1(value));
        else if (key == QLatin1String("signing-seed"))
            identity.signingSeed = Secret(value);
        else if (key == QLatin1String("blob-key"))
            identity.pageKey = Secret(value);
        wipe(value);
    }
    if (identity.device.isNull() || identity.signingSeed.size() != 32 || identity.pageKey.size() != 32)
        return raise(ErrorCode::StoreUnfinished);
    return identity;
}

Result<void> StoreEngine::begin(const Secret &dataKey)
{
    auto own = identity();
    if (!own)
        return passOn(own);
    if (!QFile::exists(m_folder.identity())) {
        if (auto written = writeIdentity(m_folder.identity(), dataKey, *own); !written)
            return written;
    }
    if (auto opened = m_log.open(own->device, SigningKey::fromSeed(own->signingSeed)); !opened)
        return opened;
    const auto projections =
        m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'projections'"));
    if (!projections)
        return passOn(projections);
    if (projections->toInt() != projectionVersion) {
        if (auto renewed = renew(); !renewed)
            return renewed;
    }
    const auto ended = m_database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'log-ended'"));
    if (!ended)
        return passOn(ended);
    m_logEnded = ended->toInt() == 1;
    m_blobs = std::make_unique<BlobFiles>(m_folder.pages(), std::move(own->pageKey));
    (void)dropUnusedPages(m_clock.now().addDays(-unusedPageDays));
    return {};
}

// After another version of the program: what it could not read is tried, and everything is folded anew.
Result<void> StoreEngine::renew()
{
    auto retried = m_database.transaction([this] { return only(m_foreign.retry()); });
    return retried.and_then([this] { return only(m_projections.rebuild()); });
}

Result<Appended> StoreEngine::append(const Transaction &transaction)
{
    if (m_logEnded)
        return raise(ErrorCode::StoreLogEnded);
    Appended appended;
    auto done = m_database.transaction([&]() -> Result<void> {
        auto written = m_writer.write(transaction);
        if (!written)
            return passOn(written);
        appended = std::move(*written);
        return transaction.finishedDraft.isNull() ? Result<void>() : discardDraft(transaction.finishedDraft);
    });
    if (done)
        return appended;
    (void)m_log.rewind();
    return passOn(done);
}

Result<int> StoreEngine::applyPulled(const PulledBatch &batch, QList<CaseId> &changed)
{
    ForeignEvents::Report report;
    auto done = m_database.transaction([&]() -> Result<void> {
        auto kept = m_foreign.keep(batch.events);
        if (!kept)
            return passOn(kept);
        report = std::move(*kept);
        for (const CaseId &id : std::as_const(report.changed)) {
            if (auto refreshed = m_projections.refresh(id); !refreshed)
                return passOn(refreshed);
        }
        return m_outbox.setCursor(batch.epoch, batch.cursor, batch.from);
    });
    if (!done) {
        (void)m_log.rewind();
        return passOn(done);
    }
    changed = report.changed;
    return report.fresh;
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
                                        " JOIN blob b ON b.digest = p.digest"
                                        " WHERE c.id = ? AND p.present AND b.sent = 0"),
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
    return only(m_database.change(QStringLiteral("INSERT OR REPLACE INTO draft VALUES (?,?,?)"),
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
    return only(m_database.change(QStringLiteral("DELETE FROM draft WHERE id = ?"), {id.toString()}));
}

// The file first: a row must never promise bytes that are not there.
Result<Digest> StoreEngine::putBlob(const QByteArray &bytes, const QString &mediaType)
{
    auto digest = m_blobs->put(bytes);
    if (!digest)
        return digest;
    auto noted = m_database.run(
        QStringLiteral("INSERT INTO blob (digest, media_type, size, stored_at) VALUES (?,?,?,?)"
                       " ON CONFLICT (digest) DO UPDATE SET stored_at = excluded.stored_at"),
        {digest->bytes(), mediaType, bytes.size(), m_clock.now().toMSecsSinceEpoch()});
    if (!noted)
        return passOn(noted);
    return digest;
}

// A draft names its pages by their digests somewhere in its text; the row goes before the file.
Result<int> StoreEngine::dropUnusedPages(const QDateTime &storedBefore)
{
    auto rows = m_database.run(
        QStringLiteral(
            "SELECT digest FROM blob b WHERE stored_at < ? AND NOT EXISTS"
            " (SELECT 1 FROM case_page p WHERE p.digest = b.digest) AND NOT EXISTS"
            " (SELECT 1 FROM draft d WHERE instr(d.json, CAST(lower(hex(b.digest)) AS BLOB)) > 0)"),
        {storedBefore.toMSecsSinceEpoch()});
    if (!rows)
        return passOn(rows);
    QList<Digest> unused;
    while (rows->next()) {
        if (const auto digest = Digest::fromHex(rows->value(0).toByteArray().toHex()))
            unused.append(*digest);
    }
    for (const Digest &digest : std::as_const(unused)) {
        auto removed = m_database.run(QStringLiteral("DELETE FROM blob WHERE digest = ?"), {digest.bytes()});
        if (!removed)
            return passOn(removed);
        m_blobs->remove(digest);
    }
    return static_cast<int>(unused.size());
}

Result<OutboxStatus> StoreEngine::outboxStatus()
{
    auto status = m_outbox.status(m_log.lastSequence());
    const auto aside = m_foreign.aside();
    const auto cases = m_outboxQueries.count();
    if (status && (!aside || !cases))
        return aside ? passOn(cases) : passOn(aside);
    if (status) {
        status->foreignAside = *aside;
        status->unsentCases = cases->unsent;
        status->casesAside = cases->setAside;
    }
    return status;
}

Result<void> StoreEngine::setSyncState(const SyncState &state)
{
    return m_database.transaction([&] { return m_outbox.setState(state); });
}

Result<QByteArray> StoreEngine::setting(const QString &key)
{
    return m_database.value(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key})
        .map([](const QVariant &value) { return value.toByteArray(); });
}

Result<void> StoreEngine::setSetting(const QString &key, const QByteArray &value)
{
    return only(
        m_database.change(QStringLiteral("INSERT OR REPLACE INTO setting VALUES (?,?)"), {key, value}));
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
