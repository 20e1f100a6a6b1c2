#include "domain/CaseFolder.h"

#include "domain/CasePayload.h"
#include "domain/EventTypes.h"

namespace yichuang {

using payload::text;

namespace {

constexpr int maximumLines = 1000; // of materials, parties and the like; more is hostile

} // namespace

CaseFolder::CaseFolder(const CaseOrder &order)
    : m_order(order)
    , m_merge(order)
{
    if (order.size() > 0)
        m_case.id = order.at(0).caseId;
    m_case.history.reserve(order.size());
}

const QHash<QString, CaseFolder::Handler> &CaseFolder::handlers()
{
    namespace t = eventtype;
    using F = CaseFolder;
    static const QHash<QString, Handler> table{
        {t::opened, &F::opened},
        {t::applicantIdentified, &F::applicantIdentified},
        {t::formRecorded, &F::formRecorded},
        {t::materialAttached, &F::materialAttached},
        {t::materialWithdrawn, &F::materialWithdrawn},
        {t::materialChecked, &F::materialChecked},
        {t::materialReused, &F::materialReused},
        {t::materialExempted, &F::materialExempted},
        {t::materialDeferred, &F::materialDeferred},
        {t::notifiedOnce, &F::notifiedOnce},
        {t::accepted, &F::accepted},
        {t::declined, &F::declined},
        {t::correctionAsked, &F::correctionAsked},
        {t::correctionReceived, &F::correctionReceived},
        {t::routed, &F::routed},
        {t::departmentDecided, &F::departmentDecided},
        {t::clockSuspended, &F::clockSuspended},
        {t::clockResumed, &F::clockResumed},
        {t::completed, &F::completed},
        {t::resultReady, &F::resultReady},
        {t::delivered, &F::delivered},
        {t::withdrawn, &F::withdrawn},
        {t::voided, &F::voided},
        {t::archived, &F::archived},
        {t::visitRecorded, &F::visitRecorded},
        {t::paperPrinted, &F::paperPrinted},
        {t::holderChanged, &F::holderChanged},
        {t::caseMerged, &F::caseMerged},
        {t::twinSettled, &F::twinSettled},
    };
    return table;
}

void CaseFolder::apply(int index)
{
    m_current = index;
    const Event &e = event();
    m_case.history.append({e.id, e.time, e.device, e.type, e.clerk, e.payload});
    if (const Handler handler = handlers().value(e.type))
        (this->*handler)(e.payload);
}

Case CaseFolder::result()
{
    m_case.conflicts = m_merge.conflicts();
    m_case.heads = m_order.heads();
    return m_case;
}

void CaseFolder::write(const QString &field, const QJsonValue &value)
{
    m_merge.write(field, m_current, value);
    assign(field, value);
}

// The one place that turns a field's value into the case; a settled conflict comes this way too.
void CaseFolder::assign(const QString &field, const QJsonValue &value)
{
    const QString name = field.section(u'.', 1);
    const QJsonObject object = value.toObject();
    if (field == QLatin1String("opened"))
        payload::readOpening(object, m_case);
    else if (field == QLatin1String("state"))
        m_case.state = caseStateFromString(value.toString()).value_or(m_case.state);
    else if (field == QLatin1String("holder"))
        m_case.holder = DeviceId::fromString(value.toString());
    else if (field == QLatin1String("acceptance"))
        payload::readAcceptance(object, m_case);
    else if (field == QLatin1String("department"))
        payload::readRoute(object, m_case);
    else if (field == QLatin1String("decision"))
        payload::readDecision(object, m_case);
    else if (field == QLatin1String("result"))
        payload::readResult(object, m_case);
    else if (field.startsWith(QLatin1String("answer.")))
        payload::assignAnswer(name, value, m_case);
    else if (field.startsWith(QLatin1String("party.")))
        payload::assignParty(payload::party(name, object), m_case);
    else if (field.startsWith(QLatin1String("material.")))
        assignMaterial(name, object);
    else if (field.startsWith(QLatin1String("twin.")))
        assignTwin(object);
}

void CaseFolder::assignTwin(const QJsonObject &value)
{
    const TwinVerdict settled{CaseId::fromString(text(value, "other")), text(value, "verdict"),
                              text(value, "reason"), text(value, "secondClerk")};
    for (TwinVerdict &known : m_case.twins) {
        if (known.other == settled.other) {
            known = settled;
            return;
        }
    }
    m_case.twins.append(settled);
}

void CaseFolder::assignMaterial(const QString &line, const QJsonObject &value)
{
    CaseMaterial &entry = m_case.materials[line];
    entry.line = line;
    entry.state = payload::lineState(text(value, "state"));
    entry.note = text(value, "note");
}

void CaseFolder::enter(CaseState state)
{
    write(QStringLiteral("state"), toString(state));
}

void CaseFolder::opened(const QJsonObject &payload)
{
    if (!m_case.holder.isNull())
        return; // a second opening changes nothing
    write(QStringLiteral("opened"), payload);
    write(QStringLiteral("holder"), event().device.toString());
    enter(CaseState::Received);
}

void CaseFolder::applicantIdentified(const QJsonObject &payload)
{
    const QString role = text(payload, "role");
    if (!role.isEmpty() && m_case.parties.size() < maximumLines)
        write(QStringLiteral("party.") + role, payload);
}

void CaseFolder::formRecorded(const QJsonObject &payload)
{
    const QJsonObject answers = payload.value(QLatin1String("answers")).toObject();
    const QJsonObject sources = payload.value(QLatin1String("sources")).toObject();
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        write(QStringLiteral("answer.") + answer.key(), answer.value());
        if (const QJsonValue source = sources.value(answer.key()); source.isObject())
            m_case.sources.insert(answer.key(), source);
    }
}

CaseMaterial *CaseFolder::material(const QJsonObject &payload)
{
    const QString line = text(payload, "line");
    if (line.isEmpty() || (m_case.materials.size() >= maximumLines && !m_case.materials.contains(line)))
        return nullptr;
    CaseMaterial &entry = m_case.materials[line];
    entry.line = line;
    if (const QString name = text(payload, "lineName"); !name.isEmpty())
        entry.name = name;
    return &entry;
}

void CaseFolder::settleLine(const QJsonObject &payload, LineState state, const QString &note)
{
    if (CaseMaterial *line = material(payload))
        write(QStringLiteral("material.") + line->line,
              QJsonObject{{QStringLiteral("state"), toString(state)}, {QStringLiteral("note"), note}});
}

void CaseFolder::materialAttached(const QJsonObject &payload)
{
    const QString blob = text(payload, "blob");
    CaseMaterial *line = material(payload);
    if (!line || blob.isEmpty() || line->blobs.contains(blob))
        return;
    const auto place = payload.value(QLatin1String("page")).toInt(); // 1-based; 0 where unknown: at the end
    if (place > 0 && place <= line->blobs.size())
        line->blobs.insert(place - 1, blob);
    else
        line->blobs.append(blob);
    line->state = LineState::Complete;
}

void CaseFolder::materialWithdrawn(const QJsonObject &payload)
{
    CaseMaterial *line = material(payload);
    if (line && line->blobs.removeOne(text(payload, "blob")) && line->blobs.isEmpty() &&
        line->state == LineState::Complete)
        line->state = LineState::Missing;
}

void CaseFolder::materialChecked(const QJsonObject &payload)
{
    settleLine(payload, LineState::Complete, text(payload, "form"));
}

void CaseFolder::materialReused(const QJsonObject &payload)
{
    settleLine(payload, LineState::Reused, text(payload, "ground"));
}

void CaseFolder::materialExempted(const QJsonObject &payload)
{
    settleLine(payload, LineState::Exempted, text(payload, "ground"));
}

void CaseFolder::materialDeferred(const QJsonObject &payload)
{
    settleLine(payload, LineState::Deferred, text(payload, "due"));
}

} // namespace yichuang
