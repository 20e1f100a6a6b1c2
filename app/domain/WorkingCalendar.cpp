#include "domain/WorkingCalendar.h"

#include "domain/Dates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang {

namespace {

constexpr int firstPossibleYear = 2000;
constexpr int lastPossibleYear = 2099;
constexpr int maximumDaysOfAYear = 60; // a notice names about 30 days off and 8 made up
constexpr int maximumOccasion = 20;

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

tl::unexpected<Error> malformed(const QString &where)
{
    return raise(ErrorCode::CalendarMalformed, where);
}

bool hasOnlyKeys(const QJsonObject &object, const QStringList &keys)
{
    return object.keys() == keys; // QJsonObject gives its keys sorted
}

using Days = QMap<QDate, QString>;

// [{"date": "2025-10-01", "occasion": "国庆节"}, …], all of that year, each day once.
Result<Days> readDays(const QJsonValue &value, int year)
{
    const QString where = QString::number(year);
    if (!value.isArray() || value.toArray().isEmpty() || value.toArray().size() > maximumDaysOfAYear)
        return malformed(where);
    Days days;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        const auto date = dateFromString(object.value(QLatin1String("date")).toString());
        const QString occasion = object.value(QLatin1String("occasion")).toString();
        const bool fits = hasOnlyKeys(object, {QStringLiteral("date"), QStringLiteral("occasion")}) && date &&
                          date->year() == year && !days.contains(*date) && !occasion.isEmpty() &&
                          occasion.size() <= maximumOccasion;
        if (!fits)
            return malformed(where);
        days.insert(*date, occasion);
    }
    return days;
}

} // namespace

Result<WorkingCalendar> WorkingCalendar::parse(const QByteArray &json)
{
    if (json.size() > maximumBytes)
        return malformed(QStringLiteral("size"));
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject years = root.value(QLatin1String("years")).toObject();
    if (root.value(QLatin1String("version")).toInt() != 1 || years.isEmpty())
        return malformed(QStringLiteral("root"));
    WorkingCalendar calendar;
    for (auto entry = years.begin(); entry != years.end(); ++entry) {
        const int year = entry.key().size() == 4 ? entry.key().toInt() : 0;
        const QJsonObject days = entry->toObject();
        if (year < firstPossibleYear || year > lastPossibleYear ||
            !hasOnlyKeys(days, {QStringLiteral("off"), QStringLiteral("work")}))
            return malformed(entry.key().left(4));
        const auto off = readDays(days.value(QLatin1String("off")), year);
        const auto work = readDays(days.value(QLatin1String("work")), year);
        if (!off || !work)
            return passOn(!off ? off : work);
        if (const auto added = calendar.add(year, *off, *work); !added)
            return passOn(added);
    }
    return calendar;
}

Result<void> WorkingCalendar::add(int year, const QMap<QDate, QString> &off, const QMap<QDate, QString> &work)
{
    for (auto day = off.begin(); day != off.end(); ++day) {
        m_off.insert(day.key());
        m_occasions.insert(day.key(), day.value());
    }
    for (auto day = work.begin(); day != work.end(); ++day) {
        // A working day needs no notice unless it is a weekend's, and no day is both.
        if (!isWeekend(day.key()) || off.contains(day.key()))
            return malformed(yichuang::toString(day.key()));
        m_work.insert(day.key());
        m_occasions.insert(day.key(), day.value());
    }
    m_years.insert(year);
    return {};
}

int WorkingCalendar::firstYear() const
{
    return m_years.isEmpty() ? 0 : *std::min_element(m_years.begin(), m_years.end());
}

int WorkingCalendar::lastYear() const
{
    return m_years.isEmpty() ? 0 : *std::max_element(m_years.begin(), m_years.end());
}

Result<DayKind> WorkingCalendar::kindOf(QDate day) const
{
    if (!day.isValid() || !covers(day.year()))
        return raise(ErrorCode::CalendarYearMissing, QString::number(day.year()));
    if (m_off.contains(day))
        return DayKind::Holiday;
    if (m_work.contains(day))
        return DayKind::MakeUpWorkday;
    return isWeekend(day) ? DayKind::Weekend : DayKind::Workday;
}

Result<bool> WorkingCalendar::isWorkingDay(QDate day) const
{
    return kindOf(day).map(
        [](DayKind kind) { return kind == DayKind::Workday || kind == DayKind::MakeUpWorkday; });
}

} // namespace yichuang
