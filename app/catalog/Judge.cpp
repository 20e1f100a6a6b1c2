#include "catalog/Judge.h"

#include "domain/Dates.h"

#include <algorithm>

namespace yichuang {

Judge::Judge(const QList<const Item *> &items, const OneForm &form, const JudgedInput &input)
    : m_items(items)
    , m_form(form)
    , m_input(input)
    , m_facts(factsOf(input.given))
{}

Verdict Judge::verdict()
{
    if (m_items.isEmpty()) {
        add({.kind = GapKind::ItemMissing});
        return m_verdict;
    }
    m_verdict.lines = checklistFor(m_items, m_input.given);
    judgeSite();
    judgeParties();
    judgeSituation();
    judgeFields();
    judgeLines();
    for (const Item *item : m_items)
        judgeRules(*item);
    std::stable_sort(m_verdict.gaps.begin(), m_verdict.gaps.end(),
                     [](const Gap &a, const Gap &b) { return a.severity < b.severity; });
    m_verdict.outcome = outcome();
    return m_verdict;
}

VerdictOutcome Judge::outcome() const
{
    const bool refused = std::any_of(m_verdict.gaps.cbegin(), m_verdict.gaps.cend(),
                                     [](const Gap &gap) { return gap.severity == GapSeverity::Refuses; });
    if (refused)
        return VerdictOutcome::NotAcceptable;
    if (m_verdict.blocking() > 0)
        return VerdictOutcome::OneTimeNotice;
    if (m_verdict.authority == SiteAuthority::Collect)
        return VerdictOutcome::Collectable;
    return m_verdict.tolerated.isEmpty() ? VerdictOutcome::Acceptable
                                         : VerdictOutcome::AcceptableWithTolerance;
}

void Judge::judgeSite()
{
    m_verdict.authority = SiteAuthority::Decide;
    for (const Item *item : m_items) {
        const SiteAuthority here = item->authorityAt(m_input.level);
        m_verdict.authority = qMin(m_verdict.authority, here);
        if (here == SiteAuthority::None)
            add({.kind = GapKind::SiteNotAuthorised,
                 .what = item->title(),
                 .how = item->authority,
                 .target = item->id,
                 .severity = GapSeverity::Refuses});
    }
}

const Party *Judge::party(const QString &role) const
{
    const QList<Party> &parties = m_input.given.parties;
    const auto found =
        std::find_if(parties.cbegin(), parties.cend(), [&](const Party &one) { return one.role == role; });
    return found == parties.cend() ? nullptr : &*found;
}

void Judge::judgeParties()
{
    for (const PartyRule &rule : m_form.parties) {
        const Party *given = party(rule.role);
        if (given)
            judgeParty(rule, *given);
        else if (rule.required && rule.when.holds(m_facts))
            add({.kind = GapKind::PartyMissing, .what = rule.title, .target = rule.role});
    }
}

void Judge::judgeParty(const PartyRule &rule, const Party &party)
{
    const auto gap = [&](GapKind kind, GapSeverity severity) {
        add({.kind = kind, .what = rule.title, .target = rule.role, .severity = severity});
    };
    if (!rule.kinds.contains(party.kind)) {
        gap(GapKind::PartyKindNotTaken, GapSeverity::Refuses);
        return;
    }
    if (party.kind == u"person" && !rule.idTypes.contains(party.idType))
        gap(GapKind::PartyDocumentNotTaken, GapSeverity::Blocks);
    const std::optional<ValidUntil> valid = ValidUntil::fromString(party.validUntil);
    if (valid && valid->isExpiredOn(m_input.given.today))
        gap(GapKind::PartyDocumentExpired, GapSeverity::Blocks);
    const QJsonValue age = m_facts.value(rule.role + QLatin1String(".age"));
    if (rule.minimumAge && age.isDouble() && age.toInt() < *rule.minimumAge)
        gap(GapKind::PartyTooYoung, GapSeverity::Refuses);
}

void Judge::judgeSituation()
{
    const QStringList shown = m_form.shownQuestions(m_facts);
    for (const SituationQuestion &question : m_form.situations) {
        if (!shown.contains(question.id))
            continue;
        const QString answer = m_input.given.situation.value(question.id).toString();
        const bool known = std::any_of(question.choices.cbegin(), question.choices.cend(),
                                       [&](const SituationChoice &choice) { return choice.value == answer; });
        if (!known)
            add({.kind = GapKind::SituationUnanswered, .what = question.text, .target = question.id});
    }
}

void Judge::judgeFields()
{
    const QStringList shown = m_form.shownKeys(m_facts);
    for (const OneForm::Field &field : m_form.fields) {
        if (shown.contains(field.field.key))
            judgeField(field);
    }
}

void Judge::judgeField(const OneForm::Field &field)
{
    const QJsonValue value = m_input.given.answers.value(field.field.key);
    const FieldVerdict verdict = checkField(field.field, value, m_input.given.today);
    Gap gap{.what = field.field.title, .why = field.field.hint, .target = field.field.key};
    if (verdict.fault) {
        gap.kind = GapKind::FieldInvalid;
        gap.fault = verdict.fault;
        gap.severity = verdict.blocks ? GapSeverity::Blocks : GapSeverity::Warns;
        add(gap);
    } else if (field.field.required && verdict.value.isUndefined()) {
        gap.kind = GapKind::FieldMissing;
        add(gap);
    }
}

void Judge::judgeLines()
{
    for (const ApplicableLine &line : std::as_const(m_verdict.lines))
        judgeLine(line);
}

namespace {

Gap gapOf(GapKind kind, const Material &material)
{
    return {.kind = kind,
            .what = material.name,
            .why = material.hint,
            .target = material.id,
            .basis = material.basis};
}

} // namespace

void Judge::judgeLine(const ApplicableLine &line)
{
    const JudgedLine given = m_input.lines.value(line.material.id);
    switch (given.state) {
    case LineState::Complete:
        judgeShown(line, given);
        return;
    case LineState::Deferred:
        judgeDeferred(line, given);
        return;
    case LineState::Reused:
        if (line.material.reuseGround.isEmpty() && line.required)
            add(gapOf(GapKind::MaterialMissing, line.material));
        return;
    case LineState::Exempted:
        if (line.material.exemptGround.isEmpty() && line.required)
            add(gapOf(GapKind::MaterialMissing, line.material));
        return;
    case LineState::Missing:
        break;
    }
    if (given.pages > 0)
        judgeShown(line, given);
    else if (line.required)
        add(gapOf(GapKind::MaterialMissing, line.material));
}

void Judge::judgeShown(const ApplicableLine &line, const JudgedLine &given)
{
    const bool wantsOriginal =
        line.material.form == MaterialForm::Original || line.material.form == MaterialForm::OriginalSeen;
    if (wantsOriginal && given.form == u"copy")
        add(gapOf(GapKind::MaterialCopyOnly, line.material));
    else if (given.count > 0 && given.count < line.material.count)
        add(gapOf(GapKind::MaterialTooFew, line.material));
}

void Judge::judgeDeferred(const ApplicableLine &line, const JudgedLine &given)
{
    if (!line.material.deferrable) {
        add(gapOf(GapKind::MaterialDeferralNotAllowed, line.material));
        return;
    }
    if (given.due.isValid() && given.due < m_input.given.today) {
        add(gapOf(GapKind::MaterialDeferralTooLate, line.material));
        return;
    }
    m_verdict.tolerated.append(line.material.id);
}

// A rule is asked once everything that it looks at is known; until then other gaps stand in the way.
void Judge::judgeRules(const Item &item)
{
    for (const AcceptanceRule &rule : item.rules) {
        const QStringList &keys = rule.when.keys();
        const bool known = std::all_of(keys.cbegin(), keys.cend(),
                                       [this](const QString &key) { return m_facts.contains(key); });
        if (known && !rule.when.holds(m_facts))
            add({.kind = GapKind::RuleBroken,
                 .what = rule.refusal,
                 .how = rule.instead,
                 .target = rule.field,
                 .basis = rule.basis,
                 .severity = GapSeverity::Refuses});
    }
}

} // namespace yichuang
