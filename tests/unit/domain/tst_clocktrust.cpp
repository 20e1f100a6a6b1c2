#include "domain/ClockTrust.h"
#include "domain/HybridTime.h"

#include <QDateTime>
#include <QTest>

using namespace yichuang;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 hour = 3600 * second;
constexpr qint64 year = 365 * 24 * hour;
const qint64 noon = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();

} // namespace

// Failure 19: what a wrong clock may and may not do.
class tst_clocktrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyWordOfThePlatformNothingIsKnown()
    {
        QVERIFY(ClockJudge().judge({noon, 5}) == ClockTrust::Unknown);
        QVERIFY(!ClockJudge().platformTime(5));
        QCOMPARE(ClockJudge().latestKnown(5), 0);
    }

    void aClockIsTrustedWithinTwoMinutesOfThePlatform_data()
    {
        QTest::addColumn<qint64>("off");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("exact") << qint64(0) << true;
        QTest::newRow("two minutes ahead") << 120 * second << true;
        QTest::newRow("two minutes behind") << -120 * second << true;
        QTest::newRow("more than two minutes ahead") << 120 * second + 1 << false;
        QTest::newRow("more than two minutes behind") << -120 * second - 1 << false;
        QTest::newRow("25 years behind") << -25 * year << false;
        QTest::newRow("10 years ahead") << 10 * year << false;
    }
    void aClockIsTrustedWithinTwoMinutesOfThePlatform()
    {
        QFETCH(qint64, off);
        QFETCH(bool, trusted);
        const ClockTrust expected = trusted ? ClockTrust::Trusted : ClockTrust::Untrusted;
        ClockJudge judge;
        judge.platformSaid(noon, {noon + off, 1000});
        QVERIFY(judge.judge({noon + off, 1000}) == expected);
        // Also hours later without a line: the monotonic clock has gone on.
        QVERIFY(judge.judge({noon + off + 9 * hour, 1000 + 9 * hour}) == expected);
        QCOMPARE(*judge.platformTime(1000 + 9 * hour), noon + 9 * hour);
    }

    void aStepOfAnHourIsFoundWithoutALine()
    {
        ClockJudge judge;
        judge.platformSaid(noon, {noon, 1000});
        QVERIFY(judge.judge({noon + 60 * second, 1000 + 60 * second}) == ClockTrust::Trusted);
        for (const qint64 step : {-hour, hour})
            QVERIFY(judge.judge({noon + 60 * second + step, 1000 + 60 * second}) == ClockTrust::Untrusted);
        // Put right again, it is trusted again.
        QVERIFY(judge.judge({noon + 120 * second, 1000 + 120 * second}) == ClockTrust::Trusted);
    }

    void aClockBehindATimeThatHasPassedIsNotTrustedAfterARestart()
    {
        ClockJudge judge;
        judge.knowPassed(noon);
        QVERIFY(judge.judge({noon - 25 * year, 7}) == ClockTrust::Untrusted);
        QVERIFY(judge.judge({noon - 60 * second, 7}) == ClockTrust::Unknown);
        // Nothing speaks against a time ahead of it until the platform does.
        QVERIFY(judge.judge({noon + 10 * year, 7}) == ClockTrust::Unknown);
        judge.platformSaid(noon + hour, {noon + 10 * year, 7});
        QVERIFY(judge.judge({noon + 10 * year, 7}) == ClockTrust::Untrusted);
        QCOMPARE(judge.latestKnown(7), noon + hour);
    }

    void theHybridClockNeverRunsBackWhateverTheWallDoes()
    {
        HybridTime last;
        qint64 wall = noon;
        for (const qint64 step : {qint64(0), hour, -hour, -25 * year, 10 * year, -10 * year, hour, second}) {
            wall += step;
            const HybridTime next = HybridTime::next(last, wall);
            QVERIFY(last < next);
            last = next;
        }
    }
};

QTEST_GUILESS_MAIN(tst_clocktrust)
#include "tst_clocktrust.moc"
