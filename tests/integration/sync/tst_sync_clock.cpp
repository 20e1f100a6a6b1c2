#include "SyncedStation.h"

#include "support/SteppedClock.h"

using namespace yichuang;
using namespace yichuang::test;

namespace {
constexpr qint64 hour = 3600 * 1000;
constexpr qint64 year = 365 * 24 * hour;
} // namespace

// Failure 19 with the real platform: a station whose clock jumps.
class tst_sync_clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJumpingClockCostsNothingAndIsTold_data()
    {
        QTest::addColumn<qint64>("jump");
        QTest::newRow("25 years back") << -25 * year;
        QTest::newRow("10 years ahead") << 10 * year;
        QTest::newRow("an hour back") << -hour;
        QTest::newRow("an hour ahead") << hour;
    }
    void aJumpingClockCostsNothingAndIsTold()
    {
        QFETCH(qint64, jump);
        PlatformProcess platform;
        QVERIFY(platform.start());
        SyncedStation station;
        QVERIFY(station.enrol(platform, platform.invite()));
        station.files.store.reset();
        SteppedClock clock(QDateTime::currentDateTimeUtc());
        SystemRandom random;
        Store store(station.files.path(), clock, random);
        QVERIFY(awaited(store.open(Secret(station.files.key))));
        HttpPlatformClient client(LinkIdentity{platform.url(), station.enrolled.device,
                                               SigningKey::fromSeed(Secret(station.seed)),
                                               station.enrolled.platformKey},
                                  clock, random);
        SyncEngine engine(store, client, clock, random, SyncedStation::heldPace());
        const auto run = [&] {
            engine.synchroniseNow();
            QTRY_VERIFY(!engine.status().running);
        };
        QVERIFY(awaited(store.append(StoreFixture::acceptance(QStringLiteral("前某")))));
        run();
        QVERIFY(engine.status().clock == ClockTrust::Trusted);
        clock.setNow(clock.now().addMSecs(jump));
        QVERIFY(awaited(store.append(StoreFixture::acceptance(QStringLiteral("跳某")))));
        run();
        // Ten minutes are the most that the wire takes (WIRE.md); the platform's refusal has its time.
        QVERIFY(engine.status().line == LineCondition::Stopped);
        QCOMPARE(engine.status().problem->code, ErrorCode::ClockDisagrees);
        QVERIFY(engine.status().clock == ClockTrust::Untrusted);
        clock.setNow(QDateTime::currentDateTimeUtc());
        QVERIFY(awaited(store.append(StoreFixture::acceptance(QStringLiteral("后某")))));
        run();
        QVERIFY(engine.status().line == LineCondition::Up);
        QVERIFY(engine.status().clock == ClockTrust::Trusted);
        QCOMPARE(awaited(store.verifyLog())->firstBroken, 0);
        QCOMPARE(awaited(store.verifyLog())->events, 9);
        HybridTime last;
        const auto log = awaited(store.unsent(0, 100, 1 << 20));
        for (const OutboxEvent &event : *log) {
            const auto parsed = parseEvent(event.event.bytes);
            QVERIFY(last < parsed->time);
            last = parsed->time;
        }
        const QJsonObject verified = platform.command({QStringLiteral("verify-log")});
        QCOMPARE(verified.value(QLatin1String("events")).toInt(), 9);
    }
};

QTEST_GUILESS_MAIN(tst_sync_clock)
#include "tst_sync_clock.moc"
