#include "integration/sync/SyncedStation.h"
#include "support/PostgresCluster.h"

#include <QJsonArray>

using namespace yichuang;
using namespace yichuang::test;

// Two real platform processes on one PostgreSQL database, and a station that goes to whichever lives.
class tst_ledger_processes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whicheverProcessIsKilledTheOtherGoesOn()
    {
        PostgresCluster cluster;
        qputenv("YICHUANG_PLATFORM_DATABASE", cluster.makeDatabase());
        std::array<PlatformProcess, 2> platforms;
        QVERIFY(platforms[0].start());
        QVERIFY(platforms[1].start());
        SyncedStation station;
        // Asked of one, taken up at the other, used at both.
        QVERIFY(station.enrol(platforms[1], platforms[0].invite()));
        int accepted = 0;
        for (int round = 0; round < 8; ++round) {
            PlatformProcess &dying = platforms[static_cast<size_t>(round % 2)];
            const PlatformProcess &living = platforms[static_cast<size_t>((round + 1) % 2)];
            station.connect(dying.url());
            station.engine->start();
            for (int i = 0; i < 5; ++i, ++accepted)
                station.accept(QStringLiteral("杀某"));
            dying.kill();
            station.connect(living.url());
            QVERIFY(station.catchUp());
            const QJsonObject status = living.command({QStringLiteral("status")});
            QCOMPARE(status.value(QLatin1String("cases")).toInt(), accepted);
            const QJsonObject device = status.value(QLatin1String("devices"))[0].toObject();
            QCOMPARE(device.value(QLatin1String("alarms")).toInt(), 0);
            QCOMPARE(device.value(QLatin1String("quarantined")).toInt(), 0);
            QVERIFY(dying.start());
        }
        const QJsonObject checked = platforms[0].command({QStringLiteral("verify-log")});
        QVERIFY(checked.value(QLatin1String("broken")).toArray().isEmpty());
        QVERIFY(checked.value(QLatin1String("events")).toInt() >= accepted);
        station.engine.reset();
        qunsetenv("YICHUANG_PLATFORM_DATABASE");
    }
};

QTEST_GUILESS_MAIN(tst_ledger_processes)
#include "tst_ledger_processes.moc"
