#include "ui/intake/FormPresenter.h"

#include "ui/intake/MatterWords.h"
#include "ui/intake/StyleWords.h"

#include "base/Clock.h"
#include "domain/Mask.h"
#include "intake/IntakeSession.h"

namespace yichuang::intakeui {

namespace {

QString thousands(qint64 fen)
{
    QString whole = QString::number(fen / 100);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, u',');
    return QStringLiteral("%1.%2").arg(whole).arg(fen % 100, 2, 10, QLatin1Char('0'));
}

QString labelOf(const FieldView &field, const QJsonValue &value)
{
    for (const FieldOption &option : field.options) {
        if (option.value == value)
            return option.label;
    }
    return {};
}

QString textOf(const MatterField &field, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (field.kind == FieldKind::Money)
        return thousands(value.toInteger());
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toString();
}

QString shownOf(const FieldView &view)
{
    if (view.kind == FieldKind::IdNumber)
        return mask::idNumber(view.text);
    if (view.kind == FieldKind::Phone)
        return mask::phone(view.text);
    return view.text;
}

FieldView viewOf(const MatterField &field, const DraftAnswer *answer, const QString &cardType)
{
    FieldView view;
    view.key = field.key;
    view.label = field.label;
    view.kind = field.kind;
    view.placeholder = field.hint;
    view.unit = field.unit;
    view.options = field.options;
    if (field.kind == FieldKind::Flag)
        view.options = {{true, FormPresenter::tr("Yes")}, {false, FormPresenter::tr("No")}};
    view.required = field.required;
    view.wide = field.wide || field.kind == FieldKind::LongText;
    view.readOnly = field.computed;
    if (!answer)
        return view;
    view.value = answer->value;
    view.text = textOf(field, answer->value);
    view.shown = shownOf(view);
    view.source = answer->source;
    view.isIdentityOfCard = answer->source == valuesource::card && field.saysWho;
    view.sourceWord = answer->source == u"manual" ? QString() : sourceWord(answer->source, cardType);
    if (!answer->original.isUndefined())
        view.originalNote =
            FormPresenter::tr("Was: %1 %2")
                .arg(sourceWord(answer->originalSource, cardType), textOf(field, answer->original));
    return view;
}

// One line of what a group holds: the first short values, masked.
QString summaryOf(const GroupView &group)
{
    QStringList parts;
    for (qsizetype index = 0; index < group.fields.size() && parts.size() < 3; ++index) {
        const FieldView &field = group.fields.at(index);
        const QString label = labelOf(field, field.value);
        const QString text = label.isEmpty() ? field.shown : label;
        if (!text.isEmpty() && text.size() <= 20)
            parts.append(text);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

FormPresenter::FormPresenter(IntakeSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &IntakeSession::itemChanged, this, [this] {
        m_pending.clear();
        m_left.clear();
        reset();
    });
    connect(&session, &IntakeSession::answersChanged, this, &FormPresenter::refresh);
    connect(&session, &IntakeSession::situationChanged, this, &FormPresenter::refresh);
    reset();
}

QList<GroupView> FormPresenter::build() const
{
    QList<GroupView> groups;
    const QMap<QString, DraftAnswer> &answers = m_session.draft().answers;
    const QList<MatterGroup> sources = m_session.form();
    for (const MatterGroup &source : sources) {
        GroupView group{source.id, source.title, source.role, {}, 0, true, {}};
        const Party *party =
            m_session.draft().party(source.role.isEmpty() ? QStringLiteral("applicant") : source.role);
        const QString cardType = party ? party->idType : QString();
        for (const MatterField &field : source.fields) {
            const auto answer = answers.constFind(field.key);
            FieldView view = viewOf(field, answer == answers.cend() ? nullptr : &*answer, cardType);
            complain(&view);
            group.answered += view.isAnswered() ? 1 : 0;
            group.complete = group.complete && !view.isAsked();
            group.fields.append(view);
        }
        group.summary = summaryOf(group);
        groups.append(group);
    }
    return groups;
}

// Adds what is wrong: of a text that is no value yet, or of a value that breaks a rule.
void FormPresenter::complain(FieldView *view) const
{
    const auto pending = m_pending.constFind(view->key);
    if (pending != m_pending.cend()) {
        view->text = *pending;
        view->shown = *pending;
        view->source = QString(valuesource::manual);
        view->sourceWord.clear();
    }
    if (view->text.isEmpty() || (!m_left.contains(view->key) && pending == m_pending.cend()))
        return;
    const FieldCheckup checked = m_session.checkField(view->key, view->text);
    view->error = checked.fault ? faultWords(*checked.fault) : QString();
    view->blocking = checked.blocks;
}

namespace {

QStringList keysOf(const QList<GroupView> &groups)
{
    QStringList keys;
    for (const GroupView &group : groups) {
        keys.append(group.id);
        for (const FieldView &field : group.fields)
            keys.append(field.key);
    }
    return keys;
}

} // namespace

void FormPresenter::reset()
{
    m_groups = build();
    Q_EMIT formReset();
    Q_EMIT countsChanged();
}

void FormPresenter::refresh()
{
    const QList<GroupView> groups = build();
    if (keysOf(groups) != keysOf(m_groups)) {
        m_groups = groups;
        Q_EMIT formReset();
    } else if (groups != m_groups) {
        m_groups = groups;
        Q_EMIT fieldsChanged();
    }
    Q_EMIT countsChanged();
}

const FieldView *FormPresenter::field(const QString &key) const
{
    for (const GroupView &group : m_groups) {
        for (const FieldView &candidate : group.fields) {
            if (candidate.key == key)
                return &candidate;
        }
    }
    return nullptr;
}

int FormPresenter::groupOf(const QString &key) const
{
    for (qsizetype index = 0; index < m_groups.size(); ++index) {
        for (const FieldView &candidate : m_groups.at(index).fields) {
            if (candidate.key == key)
                return static_cast<int>(index);
        }
    }
    return -1;
}

QList<SourceShare> FormPresenter::shares() const
{
    QMap<QString, int> counts;
    QSet<QString> cards;
    for (const GroupView &group : m_groups) {
        for (const FieldView &candidate : group.fields) {
            ++counts[candidate.isAnswered() ? candidate.source : QString()];
            if (candidate.isAnswered() && candidate.source == u"card")
                cards.insert(candidate.sourceWord);
        }
    }
    QList<SourceShare> shares;
    for (const char *source : {"card", "licence", "shared", "history", "computed", "manual", ""}) {
        const QString name = QString::fromLatin1(source);
        if (counts.value(name) > 0)
            shares.append({name, counts.value(name),
                           name == u"card" && cards.size() == 1 ? *cards.cbegin() : sourceWord(name)});
    }
    return shares;
}

int FormPresenter::count(bool (*counts)(const FieldView &)) const
{
    int result = 0;
    for (const GroupView &group : m_groups)
        result += static_cast<int>(std::count_if(group.fields.begin(), group.fields.end(), counts));
    return result;
}

int FormPresenter::prefilledCount() const
{
    return count([](const FieldView &field) { return field.isAnswered() && field.isFilledBefore(); });
}

int FormPresenter::askedCount() const
{
    return count([](const FieldView &field) { return field.isAsked(); });
}

// What is wrong with it is said when the field is left; a text that is no value yet waits till then.
void FormPresenter::keep(const QString &key, const QString &text)
{
    const FieldView *before = field(key);
    if (!before || before->readOnly || before->text == text ||
        !allows(m_session.state(), IntakeCommand::Edit))
        return;
    const FieldCheckup checked = m_session.checkField(key, text);
    if (!checked.value.isUndefined())
        m_session.setAnswer(key, checked.value);
}

void FormPresenter::commit(const QString &key, const QString &text)
{
    const FieldView *before = field(key);
    if (!before || before->readOnly || !allows(m_session.state(), IntakeCommand::Edit))
        return;
    if (before->text == text && !m_pending.contains(key)) {
        // Left as it was: from now on its fault, if it has one, may be shown.
        if (!text.isEmpty() && !m_left.contains(key)) {
            m_left.insert(key);
            refresh();
        }
        return;
    }
    m_left.insert(key);
    const FieldCheckup checked = m_session.checkField(key, text);
    const bool isValue = text.trimmed().isEmpty() || !checked.value.isUndefined();
    if (isValue)
        m_pending.remove(key);
    else
        m_pending.insert(key, text);
    m_session.setAnswer(key, isValue ? checked.value : QJsonValue(QJsonValue::Undefined));
    refresh();
}

QString FormPresenter::nextToAsk(const QString &after) const
{
    QStringList asked;
    QStringList later;
    bool passed = after.isEmpty();
    for (const GroupView &group : m_groups) {
        for (const FieldView &candidate : group.fields) {
            const bool isNext = candidate.isAsked() || (!candidate.isAnswered() && !candidate.readOnly);
            if (isNext && candidate.key != after)
                (passed ? later : asked).append(candidate.key);
            passed = passed || candidate.key == after;
        }
    }
    if (!later.isEmpty())
        return later.first();
    // Round to the front only for what must be answered; optional fields were passed on purpose.
    for (const QString &key : std::as_const(asked)) {
        if (field(key)->isAsked())
            return key;
    }
    return {};
}

QString FormPresenter::roleAt(const QString &key) const
{
    const int group = groupOf(key);
    const QString role = group < 0 ? QString() : m_groups.at(group).role;
    return role.isEmpty() ? QStringLiteral("applicant") : role;
}

QString FormPresenter::firstOfGroup(int group) const
{
    if (group < 0 || group >= m_groups.size() || m_groups.at(group).fields.isEmpty())
        return {};
    for (const FieldView &candidate : m_groups.at(group).fields) {
        if (candidate.isAsked())
            return candidate.key;
    }
    return m_groups.at(group).fields.first().key;
}

} // namespace yichuang::intakeui
