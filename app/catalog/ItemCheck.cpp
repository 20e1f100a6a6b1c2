#include "catalog/ItemCheck.h"

#include <QSet>

namespace yichuang {

using Kind = CatalogueFault::Kind;

namespace {

class ItemChecker
{
public:
    explicit ItemChecker(const Item &item)
        : m_item(item)
        , m_log(QStringLiteral("items/") + item.id)
    {}

    std::optional<CatalogueFault> run()
    {
        checkIds();
        checkLimits();
        collectFacts();
        checkConditions();
        return m_log.first();
    }

private:
    template <typename T>
    void once(const QList<T> &list, QString T::*id, const char *what)
    {
        QSet<QString> seen;
        for (const T &entry : list) {
            if (seen.contains(entry.*id))
                m_log.add(Kind::Duplicate, QLatin1String(what) + u'/' + entry.*id);
            seen.insert(entry.*id);
        }
    }

    void checkIds()
    {
        once(m_item.materials, &Material::id, "materials");
        once(m_item.situations, &SituationQuestion::id, "situations");
        once(m_item.parties, &PartyRule::role, "parties");
        once(m_item.rules, &AcceptanceRule::id, "rules");
        once(m_item.departments, &ItemDepartment::id, "departments");
        once(m_item.form.groups, &FormGroup::id, "form/x-groups");
        if (!m_item.party(u"applicant"))
            m_log.add(Kind::FieldMissing, QStringLiteral("parties/applicant"));
        if (m_item.departments.isEmpty() || m_item.sites.isEmpty())
            m_log.add(Kind::FieldMissing, QStringLiteral("departments, sites"));
    }

    // A promise is never longer than the law allows, and what is decided on the spot takes no days.
    void checkLimits()
    {
        const TimeLimit &committed = m_item.committed;
        const TimeLimit &statutory = m_item.statutory;
        const bool comparable = committed.unit == statutory.unit && statutory.count > 0;
        if (comparable && committed.count > statutory.count)
            m_log.add(Kind::WrongValue, QStringLiteral("limits/committed"));
        if ((m_item.kind == CaseKind::Immediate) != (committed.count == 0))
            m_log.add(Kind::WrongValue, QStringLiteral("limits/committed/count"));
        if (m_item.visits > 1 && m_item.timeNote.isEmpty())
            m_log.add(Kind::FieldMissing, QStringLiteral("limits/note (why more than one visit)"));
        for (const Material &material : m_item.materials) {
            const bool days = committed.unit == LimitUnit::WorkingDays;
            if (material.deferrable && days && material.deferDays > committed.count)
                m_log.add(Kind::WrongValue, QStringLiteral("materials/%1/deferDays").arg(material.id));
        }
    }

    void collectFacts()
    {
        for (const FormField &field : m_item.form.fields)
            m_facts.insert(field.key);
        for (const SituationQuestion &question : m_item.situations)
            m_facts.insert(QLatin1String("situation.") + question.id);
        for (const PartyRule &party : m_item.parties) {
            for (const char *fact : {".present", ".kind", ".idType", ".sex", ".age"})
                m_facts.insert(party.role + QLatin1String(fact));
        }
    }

    void check(const Condition &condition, const QString &place)
    {
        for (const QString &key : condition.keys()) {
            if (!m_facts.contains(key))
                m_log.add(Kind::Dangling, place + QLatin1String(" looks at ") + key);
        }
    }

    void checkConditions()
    {
        for (const FormField &field : m_item.form.fields)
            check(field.showWhen, QLatin1String("form/properties/") + field.key);
        for (const Material &material : m_item.materials)
            check(material.when, QLatin1String("materials/") + material.id);
        for (const PartyRule &party : m_item.parties)
            check(party.when, QLatin1String("parties/") + party.role);
        for (const AcceptanceRule &rule : m_item.rules) {
            check(rule.when, QLatin1String("rules/") + rule.id);
            if (!rule.field.isEmpty() && !m_item.form.field(rule.field))
                m_log.add(Kind::Dangling, QStringLiteral("rules/%1/field").arg(rule.id));
        }
        checkQuestions();
        for (const FormGroup &group : m_item.form.groups) {
            if (!group.role.isEmpty() && !m_item.party(group.role))
                m_log.add(Kind::Dangling, QLatin1String("form/x-groups/") + group.id);
        }
    }

    // A question may be asked because of an earlier one only, so that the guide cannot loop.
    void checkQuestions()
    {
        QSet<QString> before;
        for (const SituationQuestion &question : m_item.situations) {
            for (const QString &key : question.showWhen.keys()) {
                if (!before.contains(key))
                    m_log.add(Kind::Dangling, QStringLiteral("situations/%1/when").arg(question.id));
            }
            before.insert(QLatin1String("situation.") + question.id);
        }
    }

    const Item &m_item;
    FaultLog m_log;
    QSet<QString> m_facts;
};

} // namespace

std::optional<CatalogueFault> checkItem(const Item &item)
{
    return ItemChecker(item).run();
}

std::optional<CatalogueFault> SharedMeanings::add(const Item &item)
{
    const QString file = QStringLiteral("items/") + item.id;
    for (const FormField &field : item.form.fields) {
        const std::pair meaning(field.title, field.type);
        const auto known = m_fields.constFind(field.key);
        if (known != m_fields.cend() && *known != meaning)
            return CatalogueFault{Kind::Disagrees, file + QLatin1String(": form/properties/") + field.key};
        m_fields.insert(field.key, meaning);
    }
    for (const Material &material : item.materials) {
        const auto known = m_materials.constFind(material.id);
        if (known != m_materials.cend() && *known != material.name)
            return CatalogueFault{Kind::Disagrees, file + QLatin1String(": materials/") + material.id};
        m_materials.insert(material.id, material.name);
    }
    return std::nullopt;
}

namespace {

bool waitsForItself(const Bundle &bundle, const QString &item, const QString &start, int depth)
{
    if (depth > bundle.items.size())
        return true;
    const QStringList before = bundle.after.value(item);
    return std::any_of(before.cbegin(), before.cend(), [&](const QString &other) {
        return other == start || waitsForItself(bundle, other, start, depth + 1);
    });
}

} // namespace

std::optional<CatalogueFault> checkBundle(const Bundle &bundle,
                                          const std::function<const Item *(const QString &)> &item)
{
    const QString file = QStringLiteral("bundles/") + bundle.id + QLatin1String(": ");
    for (const QString &id : bundle.items) {
        if (!item(id))
            return CatalogueFault{Kind::Dangling, file + id};
    }
    for (auto wait = bundle.after.cbegin(); wait != bundle.after.cend(); ++wait) {
        for (const QString &other : wait.value()) {
            if (!bundle.items.contains(other))
                return CatalogueFault{Kind::Dangling, file + QLatin1String("after ") + other};
        }
        if (waitsForItself(bundle, wait.key(), wait.key(), 0))
            return CatalogueFault{Kind::WrongValue, file + wait.key() + QLatin1String(" waits for itself")};
    }
    QSet<QString> facts;
    for (const SituationQuestion &question : bundle.situations)
        facts.insert(QLatin1String("situation.") + question.id);
    for (auto when = bundle.includeWhen.cbegin(); when != bundle.includeWhen.cend(); ++when) {
        for (const QString &key : when->keys()) {
            if (!facts.contains(key))
                return CatalogueFault{Kind::Dangling, file + QLatin1String("when looks at ") + key};
        }
    }
    return std::nullopt;
}

} // namespace yichuang
