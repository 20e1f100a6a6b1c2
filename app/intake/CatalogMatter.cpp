#include "intake/CatalogMatter.h"

#include "base/Clock.h"
#include "intake/MatterLines.h"

namespace yichuang {

namespace {

GivenFacts givenOf(const DraftDocument &draft, QDate today)
{
    QList<Party> parties;
    for (const DraftParty &party : draft.parties)
        parties.append(party.party);
    return {draft.answerValues(), draft.situation, parties, today};
}

// How long a person has to bring what a one-time notice asks for. No law says it; a place sets its own.
constexpr int respondWithinWorkingDays = 15;

} // namespace

CatalogMatter::CatalogMatter(const Catalog &catalog, const WorkingCalendar &calendar,
                             const StationFacts &station)
    : m_catalog(catalog)
    , m_calendar(calendar)
    , m_level(station.level)
{}

void CatalogMatter::take(const QList<const Item *> &items)
{
    m_items = items;
    m_form = m_bundle ? oneFormOf(*m_bundle, items) : oneFormOf(items);
    m_shown = m_form.shownKeys(m_facts);
}

void CatalogMatter::choose(const DraftDocument &draft)
{
    m_bundle = draft.bundle.isEmpty() ? nullptr : m_catalog.bundle(draft.bundle);
    QList<const Item *> items;
    for (const QString &id : draft.items) {
        if (const Item *item = m_catalog.item(id))
            items.append(item);
    }
    m_verdict = {};
    take(items);
}

void CatalogMatter::judge(const DraftDocument &draft, const QDateTime &now)
{
    const GivenFacts given = givenOf(draft, businessDate(now));
    m_facts = factsOf(given);
    if (m_bundle) {
        const QList<const Item *> applicable = m_catalog.itemsOf(*m_bundle, m_facts);
        if (applicable != m_items)
            take(applicable);
    }
    m_shown = m_form.shownKeys(m_facts);
    if (m_items.isEmpty()) {
        m_verdict = {};
        return;
    }
    const QMap<QString, JudgedLine> lines = judgedLines(checklistFor(m_items, given), draft);
    m_verdict = yichuang::judge(m_items, m_form, {given, lines, m_level});
}

MatterHead CatalogMatter::head() const
{
    MatterHead head;
    if (m_items.isEmpty())
        return head;
    const Item &first = *m_items.first();
    head.code = m_bundle ? m_bundle->code.code : first.code.code;
    head.name = m_bundle ? m_bundle->name : first.title();
    head.windowKind = toString(m_bundle ? m_bundle->window : first.window);
    head.service = toString(first.serviceClass);
    for (const Item *item : m_items) {
        for (const ItemDepartment &department : item->departments) {
            const QString name = department.task.isEmpty() ? department.name : department.task;
            if (!head.departments.contains(name))
                head.departments.append(name);
        }
        head.visits = qMax(head.visits, item->visits);
    }
    head.ground = (m_bundle ? m_bundle->basis : first.basis).join(u'；');
    head.immediate = first.kind == CaseKind::Immediate && m_items.size() == 1;
    head.demonstration = first.demonstration;
    return head;
}

QList<MatterQuestion> CatalogMatter::questions() const
{
    QList<MatterQuestion> questions;
    const QStringList shown = m_form.shownQuestions(m_facts);
    for (const SituationQuestion &question : m_form.situations) {
        if (!shown.contains(question.id))
            continue;
        MatterQuestion asked{question.id, question.text, {}};
        for (const SituationChoice &choice : question.choices)
            asked.options.append({choice.value, choice.title});
        questions.append(asked);
    }
    return questions;
}

bool CatalogMatter::isReady() const
{
    return !m_items.isEmpty() && m_verdict.isReady();
}

bool CatalogMatter::mayAcceptHere() const
{
    return m_verdict.authority == SiteAuthority::Accept || m_verdict.authority == SiteAuthority::Decide;
}

bool CatalogMatter::knows(const QString &item) const
{
    return m_catalog.item(item) != nullptr;
}

QString CatalogMatter::nameOf(const QStringList &items, const QString &bundle) const
{
    if (const Bundle *found = bundle.isEmpty() ? nullptr : m_catalog.bundle(bundle))
        return found->name;
    const Item *item = items.isEmpty() ? nullptr : m_catalog.item(items.first());
    return item ? item->title() : QString();
}

QStringList CatalogMatter::itemsOfBundle(const QString &bundle) const
{
    const Bundle *found = m_catalog.bundle(bundle);
    return found ? found->items : QStringList();
}

QMap<QString, QString> CatalogMatter::versions() const
{
    QMap<QString, QString> versions;
    for (const Item *item : m_items)
        versions.insert(item->id, item->version);
    return versions;
}

bool CatalogMatter::hasLine(const QString &line) const
{
    return std::any_of(m_items.begin(), m_items.end(),
                       [&](const Item *item) { return item->material(line); });
}

bool CatalogMatter::hasField(const QString &key) const
{
    return m_form.field(key) != nullptr;
}

bool CatalogMatter::hasQuestion(const QString &question) const
{
    return std::any_of(m_form.situations.begin(), m_form.situations.end(),
                       [&](const SituationQuestion &candidate) { return candidate.id == question; });
}

bool CatalogMatter::takesDocument(const QString &role, const QString &idType) const
{
    return std::all_of(m_items.begin(), m_items.end(), [&](const Item *item) {
        const PartyRule *rule = item->party(role);
        return !rule || rule->idTypes.isEmpty() || rule->idTypes.contains(idType);
    });
}

QList<ChecklistLine> CatalogMatter::checklist(const DraftDocument &draft) const
{
    QList<ChecklistLine> lines;
    for (const ApplicableLine &line : m_verdict.lines)
        lines.append(checklistLine(line, draft));
    return lines;
}

CommittedDate CatalogMatter::dueOf(const Item &item, const QDateTime &now) const
{
    const QDateTime local = toBusinessTime(now);
    DueQuestion question{local.date(), local.time(), item.committed};
    const Result<DueDate> committed = dueDate(m_calendar, question);
    question.limit = item.statutory;
    const Result<DueDate> statutory = dueDate(m_calendar, question);
    CommittedDate due{local.date(), item.committed, item.statutory, std::nullopt, std::nullopt};
    if (committed)
        due.committed = *committed;
    if (statutory)
        due.statutory = *statutory;
    return due;
}

// Of several items the latest: by then the person has all of it.
std::optional<CommittedDate> CatalogMatter::committedDate(const QDateTime &now) const
{
    std::optional<CommittedDate> latest;
    for (const Item *item : m_items) {
        const CommittedDate due = dueOf(*item, now);
        const bool isLater =
            !latest || !due.committed || (latest->committed && due.committed->date > latest->committed->date);
        if (isLater)
            latest = due;
    }
    return latest;
}

QDate CatalogMatter::workingDaysAfter(QDate day, int count) const
{
    const Result<DueDate> due = dueDate(m_calendar, {day, {}, {count, LimitUnit::WorkingDays}});
    return due ? due->date : QDate();
}

QDate CatalogMatter::deferralDue(const QString &line, QDate today) const
{
    for (const Item *item : m_items) {
        if (const Material *material = item->material(line))
            return workingDaysAfter(today, material->deferDays);
    }
    return {};
}

QDate CatalogMatter::respondBy(QDate today) const
{
    return workingDaysAfter(today, respondWithinWorkingDays);
}

QList<CaseRecord> CatalogMatter::records(const DraftDocument &draft, const QDateTime &now) const
{
    QList<CaseRecord> records;
    for (const Item *item : m_items) {
        CaseRecord record;
        record.item = item->code.code;
        record.itemName = item->title();
        record.itemVersion = item->version;
        record.itemScheme = toString(item->code.scheme);
        record.caseKind = toString(item->kind);
        for (const ApplicableLine &line : m_verdict.lines) {
            if (line.items.contains(item->id))
                record.lines.append(checklistLine(line, draft));
        }
        const QStringList keys = m_form.keysOf(item->id);
        for (const QString &key : keys) {
            if (m_shown.contains(key))
                record.fields.append(key);
        }
        record.due = dueOf(*item, now);
        records.append(record);
    }
    return records;
}

} // namespace yichuang
