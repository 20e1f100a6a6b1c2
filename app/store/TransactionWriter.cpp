#include "store/TransactionWriter.h"

#include "domain/CaseNumber.h"
#include "domain/EventTypes.h"

#include <QJsonArray>
#include <QVariant>

namespace yichuang {

namespace {

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

QList<EventId> headsOf(const QList<Event> &events)
{
    return foldCase(std::span<const Event>(events.constData(), static_cast<size_t>(events.size()))).heads;
}

} // namespace

Result<Appended> TransactionWriter::write(const Transaction &transaction)
{
    m_touched.clear();
    Appended appended;
    for (const EventDraft &draft : transaction.events) {
        if (auto written = writeOne(draft, transaction, appended); !written)
            return passOn(written);
    }
    for (const AppendedCase &touched : std::as_const(appended.cases)) {
        if (auto refreshed = m_projections.refresh(m_touched[touched.caseId].events); !refreshed)
            return passOn(refreshed);
    }
    return appended;
}

Result<TransactionWriter::Touched *> TransactionWriter::touch(const CaseId &id, Appended &appended)
{
    if (!id.isNull() && !m_touched.contains(id)) {
        auto known = m_log.eventsOf(id);
        if (!known)
            return passOn(known);
        m_touched.insert(id, {*known, headsOf(*known)});
        appended.cases.append({id, {}});
    }
    return &m_touched[id];
}

Result<void> TransactionWriter::writeOne(const EventDraft &draft, const Transaction &transaction,
                                         Appended &appended)
{
    auto touched = touch(draft.caseId, appended);
    if (!touched)
        return passOn(touched);
    Touched &state = **touched;
    auto payload = completed(draft, transaction.numbers, state.events);
    if (!payload)
        return passOn(payload);
    auto event =
        m_log.append({draft.caseId, state.heads, draft.type, transaction.clerk, std::move(*payload)});
    if (!event)
        return passOn(event);
    appended.events.append(event->id);
    if (draft.caseId.isNull())
        return {};
    if (draft.type == eventtype::opened)
        appended.cases.last().number = event->payload.value(QLatin1String("number")).toString();
    state.heads = {event->id};
    state.events.append(*event);
    return {};
}

// The parts of a payload that only the store can know: the number and the manifest.
Result<QJsonObject> TransactionWriter::completed(const EventDraft &draft,
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

Result<QString> TransactionWriter::nextNumber(const NumberSeries &series)
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

} // namespace yichuang
