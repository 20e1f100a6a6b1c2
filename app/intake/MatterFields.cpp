#include "intake/CatalogMatter.h"

namespace yichuang {

namespace {

FieldKind kindOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Name:
        return FieldKind::Text;
    case FieldType::LongText:
        return FieldKind::LongText;
    case FieldType::Integer:
    case FieldType::Decimal:
        return FieldKind::Number;
    case FieldType::Money:
        return FieldKind::Money;
    case FieldType::Date:
        return FieldKind::Date;
    case FieldType::Choice:
        return FieldKind::Choice;
    case FieldType::Flag:
        return FieldKind::Flag;
    case FieldType::Phone:
        return FieldKind::Phone;
    case FieldType::IdNumber:
        return FieldKind::IdNumber;
    case FieldType::CreditCode:
        return FieldKind::CreditCode;
    }
    Q_UNREACHABLE();
}

QString partOf(const Party &party, QStringView part)
{
    const std::pair<QStringView, const QString &> parts[] = {
        {u"name", party.name},       {u"idType", party.idType}, {u"idNumber", party.idNumber},
        {u"sex", party.sex},         {u"birth", party.birth},   {u"nation", party.nation},
        {u"address", party.address}, {u"phone", party.phone},   {u"validUntil", party.validUntil},
        {u"kind", party.kind},
    };
    for (const auto &[name, value] : parts) {
        if (name == part)
            return value;
    }
    return {};
}

MatterGap::Kind kindOf(GapKind kind)
{
    switch (kind) {
    case GapKind::SituationUnanswered:
        return MatterGap::Kind::Situation;
    case GapKind::FieldMissing:
    case GapKind::FieldInvalid:
    case GapKind::RuleBroken:
        return MatterGap::Kind::Field;
    case GapKind::MaterialMissing:
    case GapKind::MaterialTooFew:
    case GapKind::MaterialCopyOnly:
    case GapKind::MaterialDeferralTooLate:
    case GapKind::MaterialDeferralNotAllowed:
        return MatterGap::Kind::Material;
    case GapKind::PartyMissing:
    case GapKind::PartyKindNotTaken:
    case GapKind::PartyDocumentNotTaken:
    case GapKind::PartyDocumentExpired:
    case GapKind::PartyTooYoung:
        return MatterGap::Kind::Person;
    case GapKind::ItemMissing:
    case GapKind::SiteNotAuthorised:
        break;
    }
    return MatterGap::Kind::Nowhere;
}

} // namespace

MatterField CatalogMatter::fieldOf(const OneForm::Field &asked) const
{
    const FormField &field = asked.field;
    MatterField result{field.key,
                       field.title,
                       kindOf(field.type),
                       field.hint,
                       field.unit,
                       {},
                       field.required,
                       field.wide,
                       false,
                       saysWho(field.key),
                       int(asked.items.size())};
    for (const FieldChoice &choice : field.choices)
        result.options.append({choice.value, choice.title});
    return result;
}

QList<MatterGroup> CatalogMatter::groups() const
{
    QList<MatterGroup> groups;
    for (const FormGroup &group : m_form.groups) {
        MatterGroup result{group.id, group.title, group.role, {}};
        for (const QString &key : group.fields) {
            const OneForm::Field *field = m_shown.contains(key) ? m_form.field(key) : nullptr;
            if (field)
                result.fields.append(fieldOf(*field));
        }
        if (!result.fields.isEmpty())
            groups.append(result);
    }
    return groups;
}

// "转让方联系电话" where another group asks for a telephone too.
QString CatalogMatter::fieldName(const QString &key, const QString &title) const
{
    const auto same = [&](const OneForm::Field &asked) {
        return asked.field.title == title && asked.field.key != key;
    };
    if (std::none_of(m_form.fields.begin(), m_form.fields.end(), same))
        return title;
    for (const FormGroup &group : m_form.groups) {
        if (group.fields.contains(key))
            return group.title + title;
    }
    return title;
}

MatterVerdict CatalogMatter::verdict() const
{
    MatterVerdict result;
    result.deferred = static_cast<int>(m_verdict.tolerated.size());
    result.impossible = !m_items.isEmpty() && m_verdict.outcome == VerdictOutcome::NotAcceptable;
    for (const Gap &gap : m_verdict.gaps) {
        if (gap.severity == GapSeverity::Refuses && result.reason.isEmpty()) {
            result.reason = gap.why.isEmpty() ? gap.what : gap.what + u'：' + gap.why;
            result.ground = gap.basis;
            result.authority = gap.how;
        }
        if (gap.severity != GapSeverity::Warns)
            result.gaps.append({kindOf(gap.kind), gap.kind, gap.fault, gap.target,
                                fieldName(gap.target, gap.what), gap.why, gap.how});
    }
    return result;
}

FieldCheckup CatalogMatter::check(const QString &key, const QString &text, QDate today) const
{
    const OneForm::Field *asked = m_form.field(key);
    if (!asked)
        return {};
    if (text.trimmed().isEmpty())
        return {QJsonValue(QJsonValue::Null), std::nullopt, false};
    const QJsonValue value = fieldValueFromText(asked->field, text);
    if (value.isUndefined())
        return {value, FieldFault::WrongType, true};
    const FieldVerdict checked = checkField(asked->field, value, today);
    return {checked.value, checked.fault, checked.blocks};
}

QMap<QString, QJsonValue> CatalogMatter::proposals() const
{
    QMap<QString, QJsonValue> values;
    for (const OneForm::Field &asked : m_form.fields) {
        if (asked.field.defaultValue)
            values.insert(asked.field.key, *asked.field.defaultValue);
    }
    return values;
}

// "applicant.name" names a party's role and what of it; a choice is found by its title as well, since cards
// and forms write the sex and the nationality in several ways.
// A person's name in their own group; the name on their bank account, say, is filled from it but is not it.
bool CatalogMatter::saysWho(const QString &key) const
{
    const OneForm::Field *asked = m_form.field(key);
    if (!asked)
        return false;
    return std::any_of(m_form.groups.begin(), m_form.groups.end(), [&](const FormGroup &group) {
        return !group.role.isEmpty() && group.fields.contains(key) &&
               (asked->field.fill == group.role + QStringLiteral(".name") ||
                asked->field.fill == group.role + QStringLiteral(".idNumber"));
    });
}

QMap<QString, QJsonValue> CatalogMatter::valuesOf(const Party &party) const
{
    QMap<QString, QJsonValue> values;
    const QString prefix = party.role + u'.';
    for (const OneForm::Field &asked : m_form.fields) {
        const FormField &field = asked.field;
        if (!field.fill.startsWith(prefix))
            continue;
        QString value = partOf(party, QStringView(field.fill).sliced(prefix.size()));
        if (field.type == FieldType::Choice) {
            const auto same = [&](const FieldChoice &choice) {
                return choice.value == value || choice.title == value;
            };
            const auto choice = std::find_if(field.choices.begin(), field.choices.end(), same);
            value = choice == field.choices.end() ? QString() : choice->value;
        }
        values.insert(field.key, value);
    }
    return values;
}

} // namespace yichuang
