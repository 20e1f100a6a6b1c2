#include "SyncedStation.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace yichuang;

namespace {

constexpr int kills = 200;

// The station as a process of its own: accepts cases and sends them until it is killed. Tells each case that
// it was told is saved.
int workUntilKilled(const QStringList &arguments)
{
    SyncedStation station;
    SystemClock clock;
    SystemRandom random;
    Store store(arguments[2], clock, random);
    if (!awaited(store.open(Secret(QByteArray(32, 'k')))))
        return 1;
    HttpPlatformClient client(LinkIdentity{QUrl(arguments[3]), store.device(),
                                           SigningKey::fromSeed(store.signingKey().seed()),
                                           QByteArray::fromHex(arguments[4].toLatin1())},
                              clock, random);
    SyncEngine::Pace pace;
    pace.afterWriting = std::chrono::milliseconds(1);
    pace.firstPause = std::chrono::milliseconds(5);
    pace.longestPause = std::chrono::milliseconds(20);
    SyncEngine engine(store, client, clock, random, pace);
    engine.start();
    for (int i = 0;; ++i) {
        const QByteArray page = "page " + random.bytes(3000);
        auto transaction = StoreFixture::acceptance(QStringLiteral("杀某"));
        const auto digest = awaited(store.putBlob(page, QStringLiteral("image/png")));
        if (!digest)
            return 1;
        transaction.events.append({transaction.events[0].caseId,
                                   eventtype::materialAttached,
                                   {{QStringLiteral("line"), QStringLiteral("id-card")},
                                    {QStringLiteral("blob"), digest->toHex()}}});
        const auto appended = awaited(store.append(transaction));
        if (!appended)
            return 1;
        std::printf("%s\n", qPrintable(appended->cases[0].caseId.toString()));
        std::fflush(stdout);
    }
}

} // namespace

class tst_sync_kills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Either side is killed at random moments; then both are let alone: everything is there once.
    void nothingIsLostAndNothingIsTwiceAfterTwoHundredKills()
    {
        PlatformProcess platform;
        QVERIFY(platform.start());
        SyncedStation station;
        QVERIFY(station.enrol(platform, platform.invite()));
        station.files.store.reset();
        const QStringList arguments{QStringLiteral("--work"), station.files.path(), platform.url().toString(),
                                    QString::fromLatin1(station.enrolled.platformKey.toHex())};
        QSet<QString> told;
        auto *random = QRandomGenerator::global();
        for (int kill = 0; kill < kills;) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), arguments);
            QVERIFY(child.waitForReadyRead(20000));
            // The platform some times while the station works on, then the station.
            for (int blow = random->bounded(0, 3); blow > 0; --blow, ++kill) {
                (void)QTest::qWaitFor([&] { return child.state() != QProcess::Running; },
                                      random->bounded(1, 60));
                platform.kill();
                QVERIFY(platform.start());
            }
            (void)QTest::qWaitFor([&] { return child.state() != QProcess::Running; }, random->bounded(1, 60));
            QCOMPARE(child.state(), QProcess::Running);
            child.kill();
            QVERIFY(child.waitForFinished());
            ++kill;
            for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
                if (line.size() == 36)
                    told.insert(QString::fromLatin1(line));
            }
        }
        QVERIFY(station.files.reopen());
        station.connect(platform.url());
        QVERIFY(station.catchUp(60000));
        compareBothSides(platform, station, told);
    }

private:
    static void compareBothSides(const PlatformProcess &platform, SyncedStation &station,
                                 const QSet<QString> &told)
    {
        QCOMPARE(awaited(station.store().outbox())->unsentEvents, 0);
        QCOMPARE(awaited(station.store().outbox())->unsentPages, 0);
        CaseQuery query;
        query.filter = CaseFilter::All;
        query.limit = 1000000;
        const auto rows = awaited(station.store().cases(query));
        QSet<QString> here;
        QSet<QString> numbers;
        for (const CaseRow &row : *rows) {
            here.insert(row.id.toString());
            numbers.insert(row.number);
            QVERIFY(row.sending == SendState::Sent);
            QCOMPARE(awaited(station.client->foldOf(row.id))->canonicalJson,
                     awaited(station.store().loadCase(row.id))->value.canonicalJson());
        }
        QVERIFY((told - here).isEmpty());
        QCOMPARE(numbers.size(), rows->size());
        QCOMPARE(platform.command({QStringLiteral("status")}).value(QLatin1String("cases")).toInt(),
                 rows->size());
        const QJsonObject verified = platform.command({QStringLiteral("verify-log")});
        QCOMPARE(verified.value(QLatin1String("events")).toInt(), rows->size() * 4);
        QVERIFY(verified.value(QLatin1String("broken")).toArray().isEmpty());
        QCOMPARE(awaited(station.store().verifyLog())->firstBroken, 0);
        qInfo("%d kills, %d cases told as saved, %d cases at both sides", kills,
              static_cast<int>(told.size()), static_cast<int>(rows->size()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    initialiseCryptography();
    if (QCoreApplication::arguments().value(1) == QLatin1String("--work"))
        return workUntilKilled(QCoreApplication::arguments());
    tst_sync_kills test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sync_kills.moc"
