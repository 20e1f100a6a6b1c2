#include "Places.h"
#include "domain/TimeLimit.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace yichuang;

namespace {

QByteArray calendarBytes()
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/calendars/china.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const WorkingCalendar &china()
{
    static const WorkingCalendar calendar = WorkingCalendar::parse(calendarBytes()).value();
    return calendar;
}

QDate day(const char *text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

DueQuestion working(QDate accepted, int count)
{
    return {.accepted = accepted, .limit = {count, LimitUnit::WorkingDays}};
}

DueQuestion suspended(QDate accepted, int count, QList<Suspension> stops)
{
    DueQuestion question = working(accepted, count);
    question.suspensions = std::move(stops);
    return question;
}

using Kind = DueStep::Kind;

} // namespace

class TestTimeLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTheFieldHold_data()
    {
        QTest::addColumn<QDate>("accepted");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDate>("due");
        const auto row = [](const char *accepted, int count, const char *due) {
            QTest::addRow("%s + %d", accepted, count) << day(accepted) << count << day(due);
        };
        row("2025-09-26", 5, "2025-10-10");
        row("2025-09-26", 20, "2025-10-30");
        row("2025-09-27", 5, "2025-10-10"); // weekend duty
        row("2025-09-28", 1, "2025-09-29"); // accepted on a make-up working day
        row("2025-09-30", 1, "2025-10-09");
        row("2025-09-30", 3, "2025-10-11"); // ends on a make-up Saturday
        row("2025-10-03", 5, "2025-10-14"); // accepted on a holiday
        row("2025-01-24", 5, "2025-02-07");
        row("2025-01-27", 10, "2025-02-17");
        row("2019-09-27", 20, "2019-10-30");
        row("2018-11-19", 20, "2018-12-17");
        row("2025-09-01", 10, "2025-09-15");
        row("2026-11-23", 5, "2026-11-30"); // design 2
        row("2018-12-28", 2, "2019-01-02"); // over the turn of the year
    }
    void vectorsOfTheFieldHold()
    {
        QFETCH(QDate, accepted);
        QFETCH(int, count);
        const auto due = dueDate(china(), working(accepted, count));
        QVERIFY(due);
        QTEST(due->date, "due");
    }

    void bothBoundaryRulesOfASuspensionHold()
    {
        DueQuestion question = suspended(day("2025-09-01"), 10, {{day("2025-09-04"), day("2025-09-18")}});
        QCOMPARE(dueDate(china(), question)->date, day("2025-09-29"));
        question.rule = SuspensionRule::FirstDayCounts;
        QCOMPARE(dueDate(china(), question)->date, day("2025-09-28"));
    }

    void twoSuspensionsAndOverlapsCountOnce()
    {
        const auto one =
            dueDate(china(), suspended(day("2025-09-01"), 10, {{day("2025-09-04"), day("2025-09-18")}}));
        const auto overlapping = dueDate(china(), suspended(day("2025-09-01"), 10,
                                                            {{day("2025-09-04"), day("2025-09-12")},
                                                             {day("2025-09-10"), day("2025-09-18")}}));
        QCOMPARE(overlapping->date, one->date);
    }

    void anOpenSuspensionStopsTheClock()
    {
        const auto due =
            dueDate(china(), suspended(day("2025-09-01"), 10, {{day("2025-09-04"), std::nullopt}}));
        QVERIFY(due);
        QVERIFY(due->isStopped());
        QCOMPARE(due->steps.last().kind, Kind::Suspended);
    }

    void aSuspensionAfterTheDueDateChangesNothing()
    {
        const auto due =
            dueDate(china(), suspended(day("2025-09-01"), 10, {{day("2025-09-16"), std::nullopt}}));
        QCOMPARE(due->date, day("2025-09-15"));
    }

    void explanationSaysWhatWasSkippedAndWhy()
    {
        const auto due = dueDate(china(), working(day("2025-09-26"), 5));
        const QList<DueStep> expected{
            {Kind::FirstDayNotCounted, day("2025-09-26"), day("2025-09-26"), 1, {}},
            {Kind::Weekend, day("2025-09-27"), day("2025-09-27"), 1, {}},
            {Kind::MakeUpWorkday, day("2025-09-28"), day("2025-09-28"), 1, QStringLiteral("国庆节")},
            {Kind::Counted, day("2025-09-29"), day("2025-09-30"), 2, {}},
            {Kind::Holiday, day("2025-10-01"), day("2025-10-05"), 5, QStringLiteral("国庆节")},
            {Kind::Holiday, day("2025-10-06"), day("2025-10-06"), 1, QStringLiteral("中秋节")},
            {Kind::Holiday, day("2025-10-07"), day("2025-10-08"), 2, QStringLiteral("国庆节")},
            {Kind::Counted, day("2025-10-09"), day("2025-10-10"), 2, {}},
        };
        QCOMPARE(due->steps, expected);
        QCOMPARE(due->skippedDays(Kind::Holiday), 8);
        QCOMPARE(dueDate(china(), working(day("2026-11-23"), 5))->skippedDays(Kind::Weekend), 2);
        QCOMPARE(toJson(due->steps).at(4).toObject().value(QLatin1String("kind")).toString(),
                 QStringLiteral("holiday"));
    }

    void daysMoveToTheNextWorkingDay()
    {
        DueQuestion question{.accepted = day("2025-09-24"), .limit = {7, LimitUnit::CalendarDays}};
        const auto due = dueDate(china(), question);
        QCOMPARE(due->date, day("2025-10-09"));
        QCOMPARE(due->steps.last(),
                 (DueStep{Kind::MovedToWorkday, day("2025-10-01"), day("2025-10-09"), 8, {}}));
        question.accepted = day("2025-09-21"); // ends on the make-up Sunday: no move
        QCOMPARE(dueDate(china(), question)->date, day("2025-09-28"));
    }

    void monthsEndOnTheSameDayOrTheLast()
    {
        const auto months = [](const char *accepted, int count) {
            return dueDate(china(), {.accepted = day(accepted), .limit = {count, LimitUnit::Months}})->date;
        };
        QCOMPARE(months("2025-01-15", 1), day("2025-02-17")); // the 15th is a Saturday
        QCOMPARE(months("2024-01-31", 1), day("2024-02-29"));
        QCOMPARE(months("2025-03-13", 3), day("2025-06-13"));
    }

    void hoursRunFromTheMomentOn()
    {
        const auto due = dueDate(
            china(),
            {.accepted = day("2025-09-30"), .acceptedAt = QTime(16, 30), .limit = {24, LimitUnit::Hours}});
        QCOMPARE(due->date, day("2025-10-01"));
        QCOMPARE(due->time, QTime(16, 30));
    }

    void zeroIsDueOnTheDayItself()
    {
        QCOMPARE(dueDate(china(), working(day("2025-09-27"), 0))->date, day("2025-09-27"));
    }

    void aMissingYearIsAnErrorAndNoGuess()
    {
        const auto due = dueDate(china(), working(day("2026-12-28"), 20));
        QVERIFY(!due);
        QCOMPARE(due.error().code, ErrorCode::CalendarYearMissing);
        QCOMPARE(due.error().detail, QStringLiteral("2027"));
        QVERIFY(dueDate(china(), working(day("2026-12-28"), 3)));
        QVERIFY(!dueDate(china(), {.accepted = day("2026-12-20"), .limit = {15, LimitUnit::CalendarDays}}));
        QVERIFY(!workingDaysBetween(china(), day("2017-12-30"), day("2018-01-03")));
    }

    void absurdLimitsAreRefused()
    {
        const auto code = [](const DueQuestion &question) { return dueDate(china(), question).error().code; };
        QCOMPARE(code(working(day("2025-09-01"), -1)), ErrorCode::TimeLimitAbsurd);
        QCOMPARE(code(working(day("2025-09-01"), 100000)), ErrorCode::TimeLimitAbsurd);
        QCOMPARE(code(working(QDate(), 5)), ErrorCode::TimeLimitAbsurd);
        QCOMPARE(code(suspended(day("2025-09-01"), 5, {{day("2025-09-04"), day("2025-09-03")}})),
                 ErrorCode::TimeLimitAbsurd);
        QCOMPARE(code(suspended(day("2025-09-01"), 5, {{QDate(), day("2025-09-03")}})),
                 ErrorCode::TimeLimitAbsurd);
        QCOMPARE(code({.accepted = day("2025-09-01"), .limit = {121, LimitUnit::Months}}),
                 ErrorCode::TimeLimitAbsurd);
    }

    // A slow second way of counting, for every day and several limits of the years that the file holds.
    void countingOneByOneAgreesForEveryDay()
    {
        for (QDate accepted(2018, 1, 1); accepted < QDate(2026, 6, 1); accepted = accepted.addDays(1)) {
            for (const int count : {1, 5, 20, 45}) {
                const auto due = dueDate(china(), working(accepted, count));
                QVERIFY(due);
                QVERIFY(*china().isWorkingDay(due->date));
                QCOMPARE(*workingDaysBetween(china(), accepted, due->date), count);
            }
        }
    }

    void remainingDaysHaveASign()
    {
        QCOMPARE(*workingDaysBetween(china(), day("2026-11-23"), day("2026-11-30")), 5);
        QCOMPARE(*workingDaysBetween(china(), day("2026-11-30"), day("2026-11-23")), -5);
        QCOMPARE(*workingDaysBetween(china(), day("2026-11-27"), day("2026-11-28")), 0);
        QCOMPARE(*workingDaysBetween(china(), day("2026-11-27"), day("2026-11-27")), 0);
    }

    void unitsHaveNamesInData()
    {
        for (const LimitUnit unit :
             {LimitUnit::WorkingDays, LimitUnit::CalendarDays, LimitUnit::Hours, LimitUnit::Months})
            QVERIFY(limitUnitFromString(toString(unit)) == unit);
        QVERIFY(!limitUnitFromString(u"weeks"));
    }

    void committedCalendarHoldsThePublishedYears()
    {
        QCOMPARE(china().firstYear(), 2018);
        QCOMPARE(china().lastYear(), 2026);
        // Days off and made up, as the yearly notices name them.
        for (const char *off : {"2025-01-28", "2025-02-04", "2025-05-31", "2025-10-08", "2019-02-10",
                                "2019-09-13", "2018-12-31", "2020-01-31"})
            QCOMPARE(*china().kindOf(day(off)), DayKind::Holiday);
        for (const char *work : {"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
                                 "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29",
                                 "2019-10-12", "2018-12-29", "2026-10-10"})
            QCOMPARE(*china().kindOf(day(work)), DayKind::MakeUpWorkday);
        QCOMPARE(*china().kindOf(day("2018-06-16")), DayKind::Weekend); // where the two packages differ
        QCOMPARE(*china().kindOf(day("2018-09-22")), DayKind::Weekend);
        QCOMPARE(china().occasionOf(day("2026-02-15")), QStringLiteral("春节"));
        QVERIFY(!china().covers(2027));
    }

    void calendarsOfAnotherShapeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) {
            QByteArray bytes = calendarBytes();
            QVERIFY2(bytes.contains(from), name);
            const auto at = bytes.indexOf(from);
            QTest::newRow(name) << bytes.replace(at, from.size(), to);
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("too large") << QByteArray(WorkingCalendar::maximumBytes + 1, ' ');
        row("newer version", "\"version\": 1", "\"version\": 2");
        row("year out of range", "\"2018\": {", "\"1018\": {");
        row("no year", "\"2018\": {", "\"20x8\": {");
        row("unknown key", "\"work\"", "\"wrk\"");
        row("date of another year", "2018-01-01", "2019-01-01");
        row("no date", "2018-01-01", "2018-02-30");
        row("twice the same day", "2018-02-16", "2018-02-15");
        row("empty occasion", "\"元旦\"", "\"\"");
        row("working day made up", "2018-02-11", "2018-02-12");
        row("off and made up", "2018-02-11", "2018-02-17");
    }
    void calendarsOfAnotherShapeAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto read = WorkingCalendar::parse(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::CalendarMalformed);
    }
};

QTEST_GUILESS_MAIN(TestTimeLimit)
#include "tst_timelimit.moc"
