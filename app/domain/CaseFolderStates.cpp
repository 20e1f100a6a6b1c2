// The events that move a case from one state to the next.
#include "domain/CaseFolder.h"
#include "domain/CasePayload.h"
#include "domain/Dates.h"

namespace yichuang {

using payload::text;

namespace {
constexpr int maximumTwins = 1000; // more is hostile
}

void CaseFolder::notifiedOnce(const QJsonObject &payload)
{
    // Told while the case is still being received, it waits; told later, it is a record and no step back.
    if (m_case.state != CaseState::Received && m_case.state != CaseState::AwaitSupplement)
        return;
    m_case.respondBy = payload::date(payload, "respondBy");
    enter(CaseState::AwaitSupplement);
}

void CaseFolder::accepted(const QJsonObject &payload)
{
    write(QStringLiteral("acceptance"), payload::withoutManifest(payload));
    enter(m_case.tolerated.isEmpty() ? CaseState::Accepted : CaseState::ToleratedAccepted);
}

void CaseFolder::declined(const QJsonObject &payload)
{
    m_case.declinedReason = text(payload, "reason");
    m_case.declinedGround = text(payload, "ground");
    const bool notRequired = text(payload, "outcome") == QLatin1String("not-required");
    enter(notRequired ? CaseState::NotRequired : CaseState::NotAccepted);
}

void CaseFolder::correctionAsked(const QJsonObject &payload)
{
    m_case.respondBy = payload::date(payload, "respondBy");
    enter(CaseState::AwaitSupplement);
}

void CaseFolder::correctionReceived(const QJsonObject &)
{
    m_case.respondBy = {};
    enter(CaseState::Received);
}

void CaseFolder::routed(const QJsonObject &payload)
{
    write(QStringLiteral("department"), payload);
    enter(CaseState::InProcess);
}

void CaseFolder::departmentDecided(const QJsonObject &payload)
{
    write(QStringLiteral("decision"), payload);
    enter(CaseState::Decided);
}

void CaseFolder::clockSuspended(const QJsonObject &payload)
{
    const QDate from = payload::date(payload, "from");
    if (from.isValid() && (m_case.stops.isEmpty() || m_case.stops.last().to))
        m_case.stops.append({from, std::nullopt});
    enter(CaseState::Suspended);
}

void CaseFolder::clockResumed(const QJsonObject &payload)
{
    const QDate to = payload::date(payload, "to");
    if (!m_case.stops.isEmpty() && !m_case.stops.last().to && to >= m_case.stops.last().from)
        m_case.stops.last().to = to;
    enter(CaseState::InProcess);
}

void CaseFolder::completed(const QJsonObject &payload)
{
    write(QStringLiteral("result"), payload);
    enter(CaseState::ResultReady);
}

void CaseFolder::resultReady(const QJsonObject &payload)
{
    m_case.shelf = text(payload, "shelf");
    enter(CaseState::ResultReady);
}

void CaseFolder::delivered(const QJsonObject &payload)
{
    m_case.deliveredAt = text(payload, "at");
    enter(CaseState::Delivered);
}

void CaseFolder::withdrawn(const QJsonObject &)
{
    enter(CaseState::Withdrawn);
}

void CaseFolder::voided(const QJsonObject &)
{
    enter(CaseState::Voided);
}

void CaseFolder::archived(const QJsonObject &)
{
    enter(CaseState::Archived);
}

void CaseFolder::visitRecorded(const QJsonObject &payload)
{
    m_case.visits.append({text(payload, "reason"), text(payload, "at")});
}

void CaseFolder::paperPrinted(const QJsonObject &payload)
{
    const PrintedPaper printed = payload::paper(payload);
    for (PrintedPaper &known : m_case.papers) {
        if (known.paper == printed.paper && known.number == printed.number && known.copy == printed.copy) {
            known.confirmed = known.confirmed || printed.confirmed; // never un-printed
            known.refused = known.refused && printed.refused;
            return;
        }
    }
    m_case.papers.append(printed);
}

void CaseFolder::holderChanged(const QJsonObject &payload)
{
    const QString holder = text(payload, "holder");
    if (!DeviceId::fromString(holder).isNull())
        write(QStringLiteral("holder"), holder);
}

void CaseFolder::caseMerged(const QJsonObject &payload)
{
    const QJsonObject winners = payload.value(QLatin1String("winners")).toObject();
    for (auto winner = winners.begin(); winner != winners.end(); ++winner) {
        const auto value =
            m_merge.settle(winner.key(), m_current, EventId::fromString(winner.value().toString()));
        if (value)
            assign(winner.key(), *value);
    }
}

void CaseFolder::twinSettled(const QJsonObject &payload)
{
    static const QStringList verdicts{QStringLiteral("same"), QStringLiteral("different"),
                                      QStringLiteral("both"), QStringLiteral("held")};
    const CaseId other = CaseId::fromString(text(payload, "other"));
    if (!other.isNull() && verdicts.contains(text(payload, "verdict")) && m_case.twins.size() < maximumTwins)
        write(QStringLiteral("twin.") + other.toString(), payload);
}

} // namespace yichuang
