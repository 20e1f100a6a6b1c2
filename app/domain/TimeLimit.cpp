#include "domain/TimeLimit.h"

#include "domain/Dates.h"

#include <QJsonObject>

#include <algorithm>

namespace yichuang {

namespace {

constexpr int maximumDays = 3660; // ten years: no limit of any law is longer
constexpr int maximumMonths = 120;
constexpr int maximumHours = 24 * 3660;

constexpr QLatin1String unitNames[] = {QLatin1String("working-days"), QLatin1String("days"),
                                       QLatin1String("hours"), QLatin1String("months")};
constexpr QLatin1String stepNames[] = {QLatin1String("first-day-not-counted"),
                                       QLatin1String("counted"),
                                       QLatin1String("weekend"),
                                       QLatin1String("holiday"),
                                       QLatin1String("make-up-workday"),
                                       QLatin1String("suspended"),
                                       QLatin1String("moved-to-workday")};

using Kind = DueStep::Kind;

bool isAbsurd(const DueQuestion &question)
{
    const int limits[] = {maximumDays, maximumDays, maximumHours, maximumMonths};
    const TimeLimit &limit = question.limit;
    if (!question.accepted.isValid() || limit.count < 0 ||
        limit.count > limits[static_cast<size_t>(limit.unit)])
        return true;
    return std::any_of(question.suspensions.begin(), question.suspensions.end(), [](const Suspension &stop) {
        return !stop.from.isValid() ||
               (stop.to && (*stop.to < stop.from || stop.from.daysTo(*stop.to) > maximumDays));
    });
}

// Walks from day to day and writes down what became of each.
class Walk
{
public:
    Walk(const WorkingCalendar &calendar, const DueQuestion &question)
        : m_calendar(calendar)
        , m_question(question)
        , m_day(question.accepted)
    {
        note(Kind::FirstDayNotCounted, {});
    }

    // Fails where the calendar does; stops for good in an open suspension.
    Result<void> countWorkingDays(int count)
    {
        while (count > 0 && !m_stopped) {
            const auto counted = stepOfWorkingDays();
            if (!counted)
                return passOn(counted);
            count -= *counted ? 1 : 0;
        }
        return {};
    }

    void countCalendarDays(qint64 count)
    {
        while (count > 0 && !m_stopped) {
            m_day = m_day.addDays(1);
            if (takeSuspended())
                continue;
            note(Kind::Counted, {});
            --count;
        }
    }

    // 民法典 203: a last day that is a day off moves to the next working day.
    Result<void> moveToWorkday()
    {
        const QDate last = m_day;
        auto working = m_calendar.isWorkingDay(m_day);
        while (working && !*working && !m_stopped) {
            m_day = m_day.addDays(1);
            working = m_calendar.isWorkingDay(m_day);
        }
        if (!working)
            return passOn(working);
        if (m_day != last)
            m_steps.append({Kind::MovedToWorkday, last, m_day, static_cast<int>(last.daysTo(m_day)), {}});
        return {};
    }

    DueDate result() const { return {m_stopped ? QDate() : m_day, {}, m_steps}; }

private:
    Result<bool> stepOfWorkingDays()
    {
        m_day = m_day.addDays(1);
        if (takeSuspended())
            return false;
        const auto kind = m_calendar.kindOf(m_day);
        if (!kind)
            return passOn(kind);
        switch (*kind) {
        case DayKind::Workday:
            note(Kind::Counted, {});
            return true;
        case DayKind::MakeUpWorkday:
            note(Kind::MakeUpWorkday, m_calendar.occasionOf(m_day));
            return true;
        case DayKind::Weekend:
            note(Kind::Weekend, {});
            return false;
        case DayKind::Holiday:
            break;
        }
        note(Kind::Holiday, m_calendar.occasionOf(m_day));
        return false;
    }

    bool takeSuspended()
    {
        for (const Suspension &stop : m_question.suspensions) {
            const bool firstCounts = m_question.rule == SuspensionRule::FirstDayCounts;
            const QDate from = firstCounts ? stop.from.addDays(1) : stop.from;
            if (m_day < from || (stop.to && m_day > *stop.to))
                continue;
            m_stopped = m_stopped || !stop.to;
            note(Kind::Suspended, {});
            return true;
        }
        return false;
    }

    void note(Kind kind, const QString &occasion)
    {
        const bool continues =
            !m_steps.isEmpty() && m_steps.last().kind == kind && m_steps.last().occasion == occasion;
        if (!continues)
            m_steps.append({kind, m_day, m_day, 0, occasion});
        m_steps.last().to = m_day;
        ++m_steps.last().days;
    }

    const WorkingCalendar &m_calendar;
    const DueQuestion &m_question;
    QDate m_day;
    QList<DueStep> m_steps;
    bool m_stopped = false;
};

Result<DueDate> finish(const Walk &walk, const Result<void> &walked)
{
    if (!walked)
        return passOn(walked);
    return walk.result();
}

} // namespace

Result<DueDate> dueDate(const WorkingCalendar &calendar, const DueQuestion &question)
{
    if (isAbsurd(question))
        return raise(ErrorCode::TimeLimitAbsurd, toString(question.limit.unit));
    if (question.limit.count == 0)
        return DueDate{question.accepted, {}, {}};
    Walk walk(calendar, question);
    switch (question.limit.unit) {
    case LimitUnit::WorkingDays: {
        const auto counted = walk.countWorkingDays(question.limit.count);
        return finish(walk, counted);
    }
    case LimitUnit::CalendarDays: {
        walk.countCalendarDays(question.limit.count);
        const auto moved = walk.moveToWorkday();
        return finish(walk, moved);
    }
    case LimitUnit::Months: { // 民法典 202: the same day of the month, or the month's last
        walk.countCalendarDays(question.accepted.daysTo(question.accepted.addMonths(question.limit.count)));
        const auto moved = walk.moveToWorkday();
        return finish(walk, moved);
    }
    case LimitUnit::Hours:
        break;
    }
    const QDateTime end =
        QDateTime(question.accepted, question.acceptedAt, Qt::UTC).addSecs(3600LL * question.limit.count);
    walk.countCalendarDays(question.accepted.daysTo(end.date()));
    DueDate due = walk.result();
    due.time = due.isStopped() ? QTime() : end.time();
    return due;
}

int DueDate::skippedDays(DueStep::Kind kind) const
{
    int days = 0;
    for (const DueStep &step : steps)
        days += step.kind == kind ? step.days : 0;
    return days;
}

Result<int> workingDaysBetween(const WorkingCalendar &calendar, QDate from, QDate to)
{
    int count = 0;
    for (QDate day = std::min(from, to).addDays(1); day <= std::max(from, to); day = day.addDays(1)) {
        const auto working = calendar.isWorkingDay(day);
        if (!working)
            return passOn(working);
        count += *working ? 1 : 0;
    }
    return from <= to ? count : -count;
}

QJsonArray toJson(const QList<DueStep> &steps)
{
    QJsonArray result;
    for (const DueStep &step : steps)
        result.append(QJsonObject{{QStringLiteral("kind"), stepNames[static_cast<size_t>(step.kind)]},
                                  {QStringLiteral("from"), toString(step.from)},
                                  {QStringLiteral("to"), toString(step.to)},
                                  {QStringLiteral("days"), step.days},
                                  {QStringLiteral("occasion"), step.occasion}});
    return result;
}

QString toString(LimitUnit unit)
{
    return unitNames[static_cast<size_t>(unit)];
}

std::optional<LimitUnit> limitUnitFromString(QStringView name)
{
    for (const LimitUnit unit :
         {LimitUnit::WorkingDays, LimitUnit::CalendarDays, LimitUnit::Hours, LimitUnit::Months}) {
        if (name == unitNames[static_cast<size_t>(unit)])
            return unit;
    }
    return std::nullopt;
}

} // namespace yichuang
