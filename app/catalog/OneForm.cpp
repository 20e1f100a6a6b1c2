#include "catalog/OneForm.h"

#include <algorithm>

namespace yichuang {

namespace {

class FormJoiner
{
public:
    void add(const QList<SituationQuestion> &questions)
    {
        for (const SituationQuestion &question : questions) {
            const bool known = std::any_of(m_form.situations.cbegin(), m_form.situations.cend(),
                                           [&](const auto &other) { return other.id == question.id; });
            if (!known)
                m_form.situations.append(question);
        }
    }

    void add(const Item &item)
    {
        add(item.situations);
        addParties(item);
        for (const FormGroup &group : item.form.groups) {
            FormGroup &target = groupLike(group);
            for (const QString &key : group.fields) {
                if (const FormField *field = item.form.field(key))
                    addField(*field, item.id, target);
            }
        }
    }

    // The fields in the order of the groups, now that all are known.
    OneForm take()
    {
        for (const FormGroup &group : std::as_const(m_form.groups)) {
            for (const QString &key : group.fields)
                m_form.fields.append(m_fields.value(key));
        }
        m_form.groups.removeIf([](const FormGroup &group) { return group.fields.isEmpty(); });
        return std::move(m_form);
    }

private:
    FormGroup &groupLike(const FormGroup &group)
    {
        for (FormGroup &known : m_form.groups) {
            if (known.id == group.id)
                return known;
        }
        FormGroup fresh = group;
        fresh.fields.clear();
        m_form.groups.append(fresh);
        return m_form.groups.last();
    }

    void addField(const FormField &field, const QString &item, FormGroup &group)
    {
        const auto known = m_fields.find(field.key);
        if (known == m_fields.end()) {
            m_fields.insert(field.key, {field, {item}, {field.showWhen}});
            group.fields.append(field.key);
            return;
        }
        known->items.append(item);
        known->show.append(field.showWhen);
        known->field.required = known->field.required || field.required;
        known->field.minLength = qMax(known->field.minLength, field.minLength);
        known->field.maxLength = qMin(known->field.maxLength, field.maxLength);
        if (field.fill == known->field.fill)
            return;
        if (known->field.fill.isEmpty())
            known->field.fill = field.fill;
    }

    // Documents and kinds that every item takes; required where one requires it.
    void addParties(const Item &item)
    {
        for (const PartyRule &party : item.parties) {
            const auto known = std::find_if(m_form.parties.begin(), m_form.parties.end(),
                                            [&](const PartyRule &other) { return other.role == party.role; });
            if (known == m_form.parties.end()) {
                m_form.parties.append(party);
                continue;
            }
            known->idTypes.removeIf([&](const QString &type) { return !party.idTypes.contains(type); });
            known->kinds.removeIf([&](const QString &kind) { return !party.kinds.contains(kind); });
            known->required = known->required || party.required;
            if (party.minimumAge)
                known->minimumAge = qMax(known->minimumAge.value_or(0), *party.minimumAge);
            if (party.when.isAlways())
                known->when = party.when;
        }
    }

    OneForm m_form;
    QHash<QString, OneForm::Field> m_fields;
};

bool isShown(const OneForm::Field &field, const QJsonObject &facts)
{
    return std::any_of(field.show.cbegin(), field.show.cend(),
                       [&](const Condition &condition) { return condition.holds(facts); });
}

} // namespace

const OneForm::Field *OneForm::field(QStringView key) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [&](const Field &field) { return field.field.key == key; });
    return found == fields.cend() ? nullptr : &*found;
}

QStringList OneForm::keysOf(QStringView item) const
{
    QStringList keys;
    for (const Field &field : fields) {
        if (field.items.contains(item))
            keys.append(field.field.key);
    }
    return keys;
}

QStringList OneForm::shownKeys(const QJsonObject &facts) const
{
    // What hangs on a field that is not shown is not shown either: its answer is taken away first.
    QJsonObject known = facts;
    QStringList keys;
    bool changed = true;
    while (changed) {
        changed = false;
        keys.clear();
        for (const Field &field : fields) {
            if (isShown(field, known)) {
                keys.append(field.field.key);
            } else if (known.contains(field.field.key)) {
                known.remove(field.field.key);
                changed = true;
            }
        }
    }
    return keys;
}

QStringList OneForm::shownQuestions(const QJsonObject &facts) const
{
    QJsonObject known = facts;
    QStringList shown;
    for (const SituationQuestion &question : situations) {
        if (question.showWhen.holds(known))
            shown.append(question.id);
        else
            known.remove(QLatin1String("situation.") + question.id);
    }
    return shown;
}

OneForm oneFormOf(const QList<const Item *> &items)
{
    FormJoiner joiner;
    for (const Item *item : items)
        joiner.add(*item);
    return joiner.take();
}

OneForm oneFormOf(const Bundle &bundle, const QList<const Item *> &items)
{
    FormJoiner joiner;
    joiner.add(bundle.situations);
    for (const Item *item : items)
        joiner.add(*item);
    return joiner.take();
}

} // namespace yichuang
