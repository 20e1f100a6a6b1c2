#pragma once

#include "domain/WorkingCalendar.h"

#include <QJsonArray>
#include <QList>
#include <QTime>

#include <optional>

namespace yichuang {

enum class LimitUnit
{
    WorkingDays,  // "working-days"
    CalendarDays, // "days"
    Hours,        // "hours"
    Months,       // "months"
};

// A statutory or committed limit. Zero is 即办: due on the day itself.
struct TimeLimit
{
    int count = 0;
    LimitUnit unit = LimitUnit::WorkingDays;
    bool operator==(const TimeLimit &) const = default;
};

// A special procedure that stops the clock (行政许可法 45).
struct Suspension
{
    QDate from;
    std::optional<QDate> to; // nullopt: still open
    bool operator==(const Suspension &) const = default;
};

// Whether the day on which a special procedure begins still counts; a place's own setting (DOMAIN.md 7).
enum class SuspensionRule
{
    BothDaysExcluded,
    FirstDayCounts,
};

// One step of the explanation, in order; the ui words it.
struct DueStep
{
    enum class Kind
    {
        FirstDayNotCounted, // 民法典 201
        Counted,            // `days` days from `from` to `to`
        Weekend,
        Holiday,       // `occasion`
        MakeUpWorkday, // a weekend day that counted
        Suspended,
        MovedToWorkday, // 民法典 203: the last day was no working day; `to` is the day it moved to
    };
    Kind kind = Kind::Counted;
    QDate from;
    QDate to;
    int days = 0; // days of this step
    QString occasion;
    bool operator==(const DueStep &) const = default;
};

struct DueDate
{
    QDate date; // null while a suspension is open
    QTime time; // set for limits in hours only
    QList<DueStep> steps;

    bool isStopped() const { return date.isNull(); }
    int skippedDays(DueStep::Kind kind) const; // "跳过周末 2 天"
    bool operator==(const DueDate &) const = default;
};

struct DueQuestion
{
    QDate accepted;        // business date
    QTime acceptedAt = {}; // for hours only
    TimeLimit limit;
    QList<Suspension> suspensions = {};
    SuspensionRule rule = SuspensionRule::BothDaysExcluded;
};

// When the limit ends. First day not counted; days and months that end on a day off move to the next working
// day; hours run from the moment on (民法典 200-203). Fails with CalendarYearMissing, TimeLimitAbsurd
// (negative, over 3660 days, a suspension that ends before it begins).
Result<DueDate> dueDate(const WorkingCalendar &calendar, const DueQuestion &question);

// Working days after `from` up to and including `to`; negative, counted after `to`, when that is past.
Result<int> workingDaysBetween(const WorkingCalendar &calendar, QDate from, QDate to);

QJsonArray toJson(const QList<DueStep> &steps); // the `explanation` of an accepted event
QString toString(LimitUnit unit);
std::optional<LimitUnit> limitUnitFromString(QStringView name);

} // namespace yichuang
