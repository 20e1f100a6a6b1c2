#include "intake/SessionPrivate.h"

#include "base/Clock.h"

namespace yichuang {

bool IntakeSession::hasItem() const
{
    return !d->draft.items.isEmpty();
}

MatterHead IntakeSession::matter() const
{
    return d->matter.head();
}

QString IntakeSession::matterName(const DraftDocument &draft) const
{
    return d->matter.nameOf(draft.items, draft.bundle);
}

QList<MatterGroup> IntakeSession::form() const
{
    return d->matter.groups();
}

QList<MatterQuestion> IntakeSession::questions() const
{
    return d->matter.questions();
}

MatterVerdict IntakeSession::verdict() const
{
    return d->matter.verdict();
}

bool IntakeSession::isReady() const
{
    return d->matter.isReady();
}

FieldCheckup IntakeSession::checkField(const QString &key, const QString &text) const
{
    return d->matter.check(key, text, d->today());
}

bool IntakeSession::mayAcceptHere() const
{
    return d->matter.mayAcceptHere();
}

QList<ChecklistLine> IntakeSession::checklist() const
{
    return d->matter.checklist(d->draft);
}

std::optional<CommittedDate> IntakeSession::committedDate() const
{
    return d->matter.committedDate(d->ports.clock.now());
}

Result<void> IntakeSession::chooseItem(const QString &code)
{
    const Result<void> lawful = d->require(IntakeCommand::ChooseItem);
    if (!lawful)
        return lawful;
    const QStringList items = d->matter.knows(code) ? QStringList{code} : QStringList();
    return d->chooseMatter(items, {}, code);
}

Result<void> IntakeSession::chooseBundle(const QString &code)
{
    const Result<void> lawful = d->require(IntakeCommand::ChooseItem);
    if (!lawful)
        return lawful;
    return d->chooseMatter(d->matter.itemsOfBundle(code), code, code);
}

Result<void> IntakeSession::Private::chooseMatter(const QStringList &items, const QString &bundle,
                                                  const QString &asked)
{
    if (items.isEmpty())
        return unknownInIntake(asked);
    if (draft.items == items && draft.bundle == bundle)
        return {};
    draft.items = items;
    draft.bundle = bundle;
    draft.situation.clear();
    matter.choose(draft);
    draft.itemVersions = matter.versions();
    strayPagesToTray();
    for (const DraftParty &party : std::as_const(draft.parties))
        fillFromParty(party.party, party.party.source, true);
    propose();
    touch();
    Q_EMIT q->itemChanged();
    Q_EMIT q->materialsChanged();
    return {};
}

void IntakeSession::Private::propose()
{
    const QMap<QString, QJsonValue> values = matter.proposals();
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (!draft.answers.contains(value.key()))
            draft.answers.insert(
                value.key(), {*value, valuesource::computed, now(), QJsonValue(QJsonValue::Undefined), {}});
    }
}

// Pages of a line that the new item does not have wait in the tray; no page is ever dropped by a choice.
void IntakeSession::Private::strayPagesToTray()
{
    const QStringList lines = draft.materials.keys();
    for (const QString &name : lines) {
        if (name == DraftDocument::unsorted || matter.hasLine(name))
            continue;
        const QList<DraftPage> pages = draft.materials.take(name).pages;
        if (!pages.isEmpty())
            line(DraftDocument::unsorted).pages += pages;
    }
    layout.forget();
}

Result<void> IntakeSession::answerSituation(const QString &question, const QJsonValue &answer)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    if (!d->matter.hasQuestion(question))
        return unknownInIntake(question);
    if (answer.isNull() || answer.isUndefined())
        d->draft.situation.remove(question);
    else
        d->draft.situation.insert(question, answer);
    d->judge();
    // The answer may have brought another item of the bundle in, whose form a party answers too.
    for (const DraftParty &party : std::as_const(d->draft.parties))
        d->fillFromParty(party.party, party.party.source, true);
    d->touch();
    Q_EMIT situationChanged();
    Q_EMIT materialsChanged();
    return {};
}

namespace {

bool isBlank(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ||
           (value.isString() && value.toString().trimmed().isEmpty());
}

// A value filled in before her keeps what it was; put back to that, it is again what it was.
DraftAnswer merged(const std::optional<DraftAnswer> &before, DraftAnswer typed)
{
    if (!before || typed.source != valuesource::manual)
        return typed;
    const bool wasFilled = before->source != valuesource::manual;
    typed.original = wasFilled ? before->value : before->original;
    typed.originalSource = wasFilled ? before->source : before->originalSource;
    if (!typed.original.isUndefined() && typed.original == typed.value)
        return {typed.value, typed.originalSource, before->at, QJsonValue(QJsonValue::Undefined), {}};
    return typed;
}

} // namespace

Result<void> IntakeSession::setAnswer(const QString &key, const QJsonValue &value, const QString &source)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    if (!d->matter.hasField(key))
        return unknownInIntake(key);
    const auto found = d->draft.answers.constFind(key);
    const std::optional<DraftAnswer> before =
        found == d->draft.answers.cend() ? std::nullopt : std::optional<DraftAnswer>(*found);
    if (before && before->value == value && before->source == source)
        return {};
    if (before && before->source == valuesource::card && source != valuesource::card &&
        d->matter.saysWho(key))
        return raise(ErrorCode::CardIdentityFixed);
    DraftAnswer typed{value, source, d->now(), QJsonValue(QJsonValue::Undefined), {}};
    const DraftAnswer after = merged(before, typed);
    if (isBlank(after.value) && after.original.isUndefined())
        d->draft.answers.remove(key);
    else
        d->draft.answers.insert(key, after);
    d->touch();
    Q_EMIT answersChanged({key});
    return {};
}

void IntakeSession::setFocusField(const QString &key)
{
    if (!allows(d->state, IntakeCommand::Edit) || d->draft.focusField == key)
        return;
    d->draft.focusField = key;
    if (!d->draft.isEmpty())
        d->keeper->schedule();
}

} // namespace yichuang
