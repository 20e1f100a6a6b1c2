#pragma once

#include "base/Result.h"

#include <QDate>
#include <QMap>
#include <QSet>
#include <QString>

namespace yichuang {

enum class DayKind
{
    Workday,
    MakeUpWorkday, // a weekend day that the yearly notice makes a working day
    Weekend,
    Holiday, // a day off of the yearly notice, weekend days within it too
};

// The State Council's yearly calendars: which days are working days. A year without its notice is an error,
// never a guess. Read from the bytes of resources/calendars/china.json, which the caller has read.
class WorkingCalendar
{
public:
    static constexpr qsizetype maximumBytes = 1024 * 1024;

    // Strict: CalendarMalformed for any other form.
    static Result<WorkingCalendar> parse(const QByteArray &json);

    bool covers(int year) const { return m_years.contains(year); }
    int firstYear() const; // 0 where empty
    int lastYear() const;

    // CalendarYearMissing outside the years that it holds.
    Result<DayKind> kindOf(QDate day) const;
    Result<bool> isWorkingDay(QDate day) const;
    // "国庆节" for a holiday and for the working day that makes up for it; empty otherwise.
    QString occasionOf(QDate day) const { return m_occasions.value(day); }

private:
    Result<void> add(int year, const QMap<QDate, QString> &off, const QMap<QDate, QString> &work);

    QSet<int> m_years;
    QSet<QDate> m_off;
    QSet<QDate> m_work;
    QMap<QDate, QString> m_occasions;
};

} // namespace yichuang
