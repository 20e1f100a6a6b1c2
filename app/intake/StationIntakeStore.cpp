#include "intake/StationIntakeStore.h"

#include "base/Clock.h"
#include "domain/Dates.h"
#include "store/Store.h"

namespace yichuang {

namespace {

QList<EventDraft> eventsOf(const QList<Fact> &facts)
{
    QList<EventDraft> events;
    for (const Fact &fact : facts)
        events.append({fact.caseId, fact.type, fact.payload});
    return events;
}

} // namespace

StationIntakeStore::StationIntakeStore(Store &store, const Clock &clock, const StationFacts &station)
    : m_store(store)
    , m_clock(clock)
    , m_region(station.region)
    , m_segment(station.segment)
{}

Pending<void> StationIntakeStore::saveDraft(DraftId id, const QByteArray &json)
{
    return m_store.saveDraft(id, json);
}

Pending<void> StationIntakeStore::removeDraft(DraftId id)
{
    return m_store.discardDraft(id);
}

Pending<QList<StoredDraft>> StationIntakeStore::drafts()
{
    return m_store.drafts().then([](const Result<QList<DraftRecord>> &records) -> Result<QList<StoredDraft>> {
        if (!records)
            return passOn(records);
        QList<StoredDraft> drafts;
        for (const DraftRecord &record : *records)
            drafts.append({record.id, record.json, toString(record.savedAt)});
        return drafts;
    });
}

Pending<Digest> StationIntakeStore::putBlob(const QByteArray &bytes, const QString &mediaType)
{
    return m_store.putBlob(bytes, mediaType);
}

Pending<QByteArray> StationIntakeStore::blob(const Digest &digest)
{
    return m_store.blob(digest);
}

Pending<QList<CommittedCase>> StationIntakeStore::commit(const QList<Fact> &facts, DraftId consumedDraft,
                                                         const QString &clerk)
{
    Transaction transaction;
    transaction.events = eventsOf(facts);
    transaction.clerk = clerk;
    transaction.numbers = NumberSeries{m_region, m_segment, businessDate(m_clock.now())};
    transaction.finishedDraft = consumedDraft;
    return m_store.append(transaction)
        .then([](const Result<Appended> &appended) -> Result<QList<CommittedCase>> {
            if (!appended)
                return passOn(appended);
            QList<CommittedCase> cases;
            for (const AppendedCase &each : appended->cases)
                cases.append({each.caseId, each.number});
            return cases;
        });
}

Pending<void> StationIntakeStore::append(const QList<Fact> &facts, const QString &clerk)
{
    Transaction transaction;
    transaction.events = eventsOf(facts);
    transaction.clerk = clerk;
    return m_store.append(transaction).then([](const Result<Appended> &appended) -> Result<void> {
        if (!appended)
            return passOn(appended);
        return {};
    });
}

} // namespace yichuang
