#include "ui/intake/MatterWords.h"

#include "intake/IntakeSession.h"
#include "ui/intake/VerdictPresenter.h"

#include <QCoreApplication>

namespace yichuang::intakeui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

} // namespace

QString matterTitle(const IntakeSession &session)
{
    return session.matter().name;
}

QString matterTags(const IntakeSession &session)
{
    const MatterHead head = session.matter();
    QStringList tags;
    if (head.demonstration)
        tags.append(words(QT_TRANSLATE_NOOP("intake", "example")));
    if (head.visits == 0 && !head.name.isEmpty())
        tags.append(words(QT_TRANSLATE_NOOP("intake", "no visit")));
    else if (head.visits == 1)
        tags.append(words(QT_TRANSLATE_NOOP("intake", "one visit at most")));
    if (head.departments.size() > 1)
        tags.append(words(QT_TRANSLATE_NOOP("intake", "in parallel: %1"))
                        .arg(head.departments.join(QStringLiteral(" · "))));
    return tags.join(QStringLiteral(" · "));
}

QList<QuestionView> questionsOf(const IntakeSession &session)
{
    QList<QuestionView> views;
    const QList<MatterQuestion> questions = session.questions();
    for (const MatterQuestion &question : questions) {
        QuestionView view{question.id,
                          question.text,
                          {},
                          session.draft().situation.value(question.id, QJsonValue(QJsonValue::Undefined))};
        for (const FieldOption &option : question.options)
            view.options.append({option.value, option.label});
        views.append(view);
    }
    return views;
}

QString firstOpenQuestion(const IntakeSession &session)
{
    const QList<QuestionView> questions = questionsOf(session);
    for (const QuestionView &question : questions) {
        if (question.answer.isUndefined())
            return question.id;
    }
    return {};
}

QString firstMissingLine(const VerdictPresenter &verdict)
{
    const QList<ChecklistLine> lines = verdict.lines();
    for (const ChecklistLine &line : lines) {
        if (line.state == LineState::Missing && line.required)
            return line.line;
    }
    return {};
}

QString faultWords(FieldFault fault)
{
    switch (fault) {
    case FieldFault::WrongType:
        return words(QT_TRANSLATE_NOOP("intake", "This is not a value of the kind asked for. Type it anew."));
    case FieldFault::TooShort:
        return words(QT_TRANSLATE_NOOP("intake", "Too short. Type the whole of it."));
    case FieldFault::TooLong:
        return words(QT_TRANSLATE_NOOP("intake", "Too long. Shorten it."));
    case FieldFault::TooSmall:
        return words(QT_TRANSLATE_NOOP("intake", "Smaller than allowed here."));
    case FieldFault::TooLarge:
        return words(QT_TRANSLATE_NOOP("intake", "Larger than allowed here."));
    case FieldFault::NotAChoice:
        return words(QT_TRANSLATE_NOOP("intake", "Choose one of the list."));
    case FieldFault::NotAName:
        return words(QT_TRANSLATE_NOOP("intake", "Type the name as it stands on the document."));
    case FieldFault::NotAPhone:
        return words(QT_TRANSLATE_NOOP("intake", "The telephone number has the wrong length or beginning."));
    case FieldFault::NotADate:
        return words(QT_TRANSLATE_NOOP("intake", "There is no such date. Type it as 2026-11-23."));
    case FieldFault::IdNumberWrongLength:
        return words(
            QT_TRANSLATE_NOOP("intake", "An ID number has 18 digits. Compare it with the document."));
    case FieldFault::IdNumberFifteenDigits:
        return words(QT_TRANSLATE_NOOP("intake", "This is a number of before 1999. Take the 18-digit one."));
    case FieldFault::IdNumberWrongCharacter:
        return words(QT_TRANSLATE_NOOP("intake", "Only digits, and X as the last, stand in an ID number."));
    case FieldFault::IdNumberWrongBirthDate:
        return words(QT_TRANSLATE_NOOP(
            "intake", "The birth date in the number does not exist. Compare it with the document."));
    case FieldFault::IdNumberWrongCheckDigit:
        return words(QT_TRANSLATE_NOOP(
            "intake", "The last digit of the number does not fit the others. Compare it with the document."));
    case FieldFault::CreditCodeWrongLength:
        return words(
            QT_TRANSLATE_NOOP("intake", "A credit code has 18 characters. Compare it with the licence."));
    case FieldFault::CreditCodeWrongCharacter:
        return words(QT_TRANSLATE_NOOP("intake", "I, O, S, V and Z do not occur in a credit code."));
    case FieldFault::CreditCodeWrongCheckDigit:
        return words(QT_TRANSLATE_NOOP(
            "intake",
            "The last character of the credit code does not fit the others. Compare it with the licence."));
    case FieldFault::IdNumberUnknownRegion:
        return words(QT_TRANSLATE_NOOP(
            "intake", "The region in the number is unknown; an old card may have it. Compare it once more."));
    case FieldFault::OrganisationCodeDoubtful:
        return words(QT_TRANSLATE_NOOP(
            "intake",
            "The organisation's part of the code is doubtful; an old code may be so. Compare it once more."));
    }
    return {};
}

QString serviceWords(const QString &service)
{
    if (service == u"no-visit")
        return words(QT_TRANSLATE_NOOP("intake", "no visit"));
    if (service == u"on-the-spot")
        return words(QT_TRANSLATE_NOOP("intake", "on the spot"));
    if (service == u"window-courier")
        return words(QT_TRANSLATE_NOOP("intake", "window, then courier"));
    if (service == u"online-review")
        return words(QT_TRANSLATE_NOOP("intake", "reviewed online first"));
    if (service == u"home-visit")
        return words(QT_TRANSLATE_NOOP("intake", "visit by appointment"));
    return service;
}

QString limitWords(const TimeLimit &limit)
{
    if (limit.count == 0)
        return words(QT_TRANSLATE_NOOP("intake", "done at once"));
    switch (limit.unit) {
    case LimitUnit::WorkingDays:
        return words(QT_TRANSLATE_NOOP("intake", "%1 working days")).arg(limit.count);
    case LimitUnit::CalendarDays:
        return words(QT_TRANSLATE_NOOP("intake", "%1 days")).arg(limit.count);
    case LimitUnit::Hours:
        return words(QT_TRANSLATE_NOOP("intake", "%1 hours")).arg(limit.count);
    case LimitUnit::Months:
        return words(QT_TRANSLATE_NOOP("intake", "%1 months")).arg(limit.count);
    }
    return {};
}

} // namespace yichuang::intakeui
