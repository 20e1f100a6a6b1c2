#include "ui/cases/CaseWords.h"

#include "base/Clock.h"

#include <QCoreApplication>
#include <QLocale>

namespace yichuang {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(yichuang::CaseWords)
};

bool isOver(CaseState state)
{
    switch (state) {
    case CaseState::NotAccepted:
    case CaseState::NotRequired:
    case CaseState::Withdrawn:
    case CaseState::Decided:
    case CaseState::ResultReady:
    case CaseState::Delivered:
    case CaseState::Archived:
    case CaseState::Voided:
        return true;
    default:
        return false;
    }
}

Remaining daysLeft(int days)
{
    using Urgency = Remaining::Urgency;
    if (days < 0)
        return {Urgency::Past, Words::tr("%n day(s) overdue", nullptr, -days)};
    if (days == 0)
        return {Urgency::Soon, Words::tr("due today")};
    return {days == 1 ? Urgency::Soon : Urgency::Ample, Words::tr("%n day(s) left", nullptr, days)};
}

} // namespace

Remaining remainingOf(const CaseRow &row, const WorkingCalendar &calendar, QDate today)
{
    using Urgency = Remaining::Urgency;
    if (isOver(row.state))
        return {Urgency::None, Words::tr("closed")};
    if (row.state == CaseState::Suspended)
        return {Urgency::Stopped, Words::tr("clock stopped")};
    const bool supplement = row.state == CaseState::AwaitSupplement;
    const QDate due = supplement ? row.respondBy : row.committedDue;
    if (!due.isValid())
        return supplement ? Remaining{Urgency::Stopped, Words::tr("clock stopped")}
                          : Remaining{Urgency::None, Words::tr("not started")};
    if (due == today)
        return daysLeft(0);
    const Result<int> days = workingDaysBetween(calendar, today, due);
    if (!days)
        return {due < today ? Urgency::Past : Urgency::Ample,
                Words::tr("until %1").arg(dayWords(due, today))};
    // Past a due date over a weekend there may be no working day between, and yet it is past.
    return daysLeft(due < today ? qMin(*days, -1) : *days);
}

Lamp lampOf(Remaining::Urgency urgency)
{
    switch (urgency) {
    case Remaining::Urgency::Past:
        return Lamp::Fault;
    case Remaining::Urgency::Soon:
        return Lamp::Warn;
    case Remaining::Urgency::Ample:
        return Lamp::Good;
    case Remaining::Urgency::Stopped:
        return Lamp::Stopped;
    case Remaining::Urgency::None:
        break;
    }
    return Lamp::Off;
}

QString stateWords(CaseState state)
{
    switch (state) {
    case CaseState::Received:
        return Words::tr("papers received");
    case CaseState::AwaitSupplement:
        return Words::tr("waits for papers");
    case CaseState::Accepted:
        return Words::tr("accepted");
    case CaseState::DeemedAccepted:
        return Words::tr("deemed accepted");
    case CaseState::ToleratedAccepted:
        return Words::tr("accepted, papers to follow");
    case CaseState::NotAccepted:
        return Words::tr("not accepted");
    case CaseState::NotRequired:
        return Words::tr("no permit needed");
    case CaseState::Withdrawn:
        return Words::tr("withdrawn");
    case CaseState::InProcess:
        return Words::tr("with the department");
    case CaseState::Suspended:
        return Words::tr("clock stopped");
    case CaseState::Decided:
        return Words::tr("decided");
    case CaseState::ResultReady:
        return Words::tr("ready to hand out");
    case CaseState::Delivered:
        return Words::tr("handed out");
    case CaseState::Archived:
        return Words::tr("archived");
    case CaseState::Voided:
        return Words::tr("voided");
    }
    return {};
}

QString sendWords(SendState state)
{
    switch (state) {
    case SendState::OnlyHere:
        return Words::tr("only on this machine");
    case SendState::EventsSent:
        return Words::tr("pages still to send");
    case SendState::Sent:
        return Words::tr("sent");
    case SendState::SetAside:
        return Words::tr("sent back");
    }
    return {};
}

QString paperWords(const QString &paper)
{
    if (paper == u"acceptance-notice")
        return Words::tr("Acceptance notice");
    if (paper == u"acceptance-slip" || paper == u"collection-slip")
        return Words::tr("Acceptance slip");
    if (paper == u"refusal")
        return Words::tr("Notice of non-acceptance");
    if (paper == u"one-time-notice")
        return Words::tr("One-time notice");
    if (paper == u"collection-receipt")
        return Words::tr("Collection receipt");
    return paper;
}

QString lineStateWords(LineState state)
{
    switch (state) {
    case LineState::Missing:
        return Words::tr("missing");
    case LineState::Complete:
        return Words::tr("complete");
    case LineState::Reused:
        return Words::tr("licence reused");
    case LineState::Exempted:
        return Words::tr("need not be brought");
    case LineState::Deferred:
        return Words::tr("to follow");
    }
    return {};
}

QString momentWords(qint64 milliseconds, QDate today)
{
    const QDateTime moment = toBusinessTime(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC));
    const QString clock = moment.toString(QStringLiteral("HH:mm"));
    if (moment.date() == today)
        return Words::tr("Today %1").arg(clock);
    const bool thisYear = moment.date().year() == today.year();
    return moment.date().toString(thisYear ? QStringLiteral("MM-dd ") : QStringLiteral("yyyy-MM-dd ")) +
           clock;
}

QString dayWords(QDate day, QDate today)
{
    if (!day.isValid())
        return {};
    static const char *const weekdays[] = {
        QT_TRANSLATE_NOOP("yichuang::CaseWords", "Mon"), QT_TRANSLATE_NOOP("yichuang::CaseWords", "Tue"),
        QT_TRANSLATE_NOOP("yichuang::CaseWords", "Wed"), QT_TRANSLATE_NOOP("yichuang::CaseWords", "Thu"),
        QT_TRANSLATE_NOOP("yichuang::CaseWords", "Fri"), QT_TRANSLATE_NOOP("yichuang::CaseWords", "Sat"),
        QT_TRANSLATE_NOOP("yichuang::CaseWords", "Sun")};
    const bool thisYear = day.year() == today.year();
    return day.toString(thisYear ? QStringLiteral("MM-dd ") : QStringLiteral("yyyy-MM-dd ")) +
           Words::tr(weekdays[day.dayOfWeek() - 1]);
}

} // namespace yichuang
