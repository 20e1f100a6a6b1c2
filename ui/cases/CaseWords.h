#pragma once

#include "domain/Case.h"
#include "domain/WorkingCalendar.h"
#include "store/StoreTypes.h"
#include "ui/widgets/Signs.h"

#include <QString>

namespace yichuang {

// How much time a case has left: a sign, a word, and its urgency; never colour alone.
struct Remaining
{
    enum class Urgency
    {
        None,    // no clock runs, or it is over
        Ample,   // more than one working day
        Soon,    // today or one working day
        Past,    // overdue
        Stopped, // the clock stands still
    };
    Urgency urgency = Urgency::None;
    QString words;
    bool operator==(const Remaining &) const = default;
};

// Counted in working days. Where the calendar lacks the year the date itself is said.
Remaining remainingOf(const CaseRow &row, const WorkingCalendar &calendar, QDate today);
Lamp lampOf(Remaining::Urgency urgency);

QString stateWords(CaseState state);
QString sendWords(SendState state);
QString paperWords(const QString &paper);
QString lineStateWords(LineState state);

// One line of a case's record: what happened, and the detail under it. Persons' numbers stay masked.
struct LogWords
{
    QString what;
    QString detail;
    Lamp lamp = Lamp::Good;
};
LogWords logWords(const HistoryEntry &entry);

// "Today 09:00", "11-19 09:00", "2025-11-19 09:00", in the business day's zone.
QString momentWords(qint64 milliseconds, QDate today);
QString dayWords(QDate day, QDate today); // "11-30 Mon"

} // namespace yichuang
