#include "StoreFixture.h"
#include "support/FaultyDisk.h"

#include "store/StoreEngine.h"

#include <sqlite3.h>

using namespace yichuang;

namespace {

const QString person = QStringLiteral("盘某");
constexpr int eventsOfCase = 3;

} // namespace

// The engine on a disk that fails, fills up, or loses its power at any write.
class tst_store_disk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initialiseCryptography();
        m_disk = &FaultyDisk::install();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_disk->heal();
    }

    void everyWriteOfASaveMayFailAndNothingThatWasToldIsLost_data() { addFaults(); }
    void everyWriteOfASaveMayFailAndNothingThatWasToldIsLost()
    {
        auto engine = created();
        int told = 0;
        int failures = 0;
        for (int count = 1;; ++count) {
            arm(count);
            const auto saved = engine->append(StoreFixture::acceptance(person));
            const bool failed = m_disk->heal();
            told += saved ? 1 : 0;
            QVERIFY2(failed || saved, "without a failing write the save failed");
            if (!failed)
                break;
            QVERIFY2(!saved, "a write failed and the save was told as done");
            checkCode(saved.error().code);
            ++failures;
            // The next save goes through on the same connection.
            QVERIFY(engine->append(StoreFixture::acceptance(person)));
            ++told;
            QCOMPARE(engine->verifyLog()->firstBroken, 0);
        }
        QVERIFY(failures > 5);
        checkHolds(*engine, told);
        engine.reset();
        engine = opened();
        checkHolds(*engine, told);
    }

    void everyWriteOfACheckpointMayFailAndNothingIsLost_data() { addFaults(); }
    void everyWriteOfACheckpointMayFailAndNothingIsLost()
    {
        auto engine = created();
        int told = 0;
        int failures = 0;
        for (int count = 1;; ++count) {
            QVERIFY(engine->append(StoreFixture::acceptance(person)));
            ++told;
            arm(count);
            engine->checkpoint();
            if (!m_disk->heal())
                break;
            ++failures;
        }
        QVERIFY(failures > 2);
        checkHolds(*engine, told);
        engine.reset();
        engine = opened();
        checkHolds(*engine, told);
    }

    void everyWriteOfAMakingMayFailAndItCanBeMadeAgain_data() { addFaults(); }
    void everyWriteOfAMakingMayFailAndItCanBeMadeAgain()
    {
        int failures = 0;
        for (int count = 1;; ++count) {
            m_folder = std::make_unique<QTemporaryDir>();
            StoreEngine engine(path(), m_clock, m_random);
            arm(count);
            const auto made =
                engine.create(m_key, DeviceId(QUuid::createUuid()), Secret(QByteArray(32, 's')));
            if (!m_disk->heal()) {
                QVERIFY(made);
                break;
            }
            // A failure after the last thing that counts changes nothing.
            if (made)
                continue;
            ++failures;
            QVERIFY(engine.create(m_key, DeviceId(QUuid::createUuid()), Secret(QByteArray(32, 's'))));
            QVERIFY(engine.append(StoreFixture::acceptance(person)));
        }
        QVERIFY(failures > 5);
    }

    void everyWriteAfterAKillMayFailAndTheNextStartHasAll_data() { addFaults(); }
    void everyWriteAfterAKillMayFailAndTheNextStartHasAll()
    {
        auto engine = created();
        for (int i = 0; i < 5; ++i)
            QVERIFY(engine->append(StoreFixture::acceptance(person)));
        for (int count = 1; count < 12; ++count) {
            arm(count);
            // Closing moves everything into the database and removes the log, where it can.
            engine.reset();
            engine = std::make_unique<StoreEngine>(path(), m_clock, m_random);
            const auto first = engine->open(m_key);
            m_disk->heal();
            if (!first)
                QVERIFY(engine->open(m_key));
            checkHolds(*engine, 5 + count - 1);
            QVERIFY(engine->append(StoreFixture::acceptance(person)));
        }
    }

    void aCutOfThePowerAtAnyMomentLosesNothingThatWasTold()
    {
        m_disk->record();
        auto engine = created();
        QList<int> told; // the operations when each save had been told
        const int made = m_disk->recorded();
        for (int i = 0; i < 40; ++i) {
            QVERIFY(engine->append(StoreFixture::acceptance(person)));
            told.append(m_disk->recorded());
            if (i % 12 == 11)
                engine->checkpoint();
        }
        const int end = m_disk->recorded();
        QRandomGenerator random(20261123);
        for (int round = 0; round < 200; ++round) {
            const int cut = random.bounded(made, end + 1);
            const auto saved = std::count_if(told.begin(), told.end(), [&](int at) { return at <= cut; });
            const QTemporaryDir after;
            m_disk->writeAfterCut(after.path(), cut, random);
            StoreEngine survivor(after.path(), m_clock, m_random);
            const auto opened = survivor.open(m_key);
            QVERIFY2(opened, qPrintable(QStringLiteral("round %1, cut %2: %3")
                                            .arg(round)
                                            .arg(cut)
                                            .arg(opened ? QString() : logText(opened.error()))));
            const auto report = survivor.verifyLog();
            QCOMPARE(report->firstBroken, 0);
            QVERIFY2(report->events >= saved * eventsOfCase, qPrintable(QString::number(cut)));
            QVERIFY(report->events <= (saved + 1) * eventsOfCase);
            QCOMPARE(report->events % eventsOfCase, 0);
            QVERIFY(survivor.quickCheck());
            QVERIFY(survivor.append(StoreFixture::acceptance(person)));
        }
    }

private:
    static void addFaults()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("torn");
        QTest::addColumn<bool>("stays");
        QTest::newRow("the disk is full") << SQLITE_FULL << false << true;
        QTest::newRow("the disk is full for a moment") << SQLITE_FULL << true << false;
        QTest::newRow("a write fails") << SQLITE_IOERR_WRITE << false << false;
        QTest::newRow("a write is torn") << SQLITE_IOERR_WRITE << true << false;
        QTest::newRow("the disk fails for good") << SQLITE_IOERR_FSYNC << true << true;
    }
    void arm(int count)
    {
        QFETCH(int, code);
        QFETCH(bool, torn);
        QFETCH(bool, stays);
        m_disk->failAt(count, code, torn, stays);
    }
    static void checkCode(ErrorCode found)
    {
        QFETCH(int, code);
        QCOMPARE(found, code == SQLITE_FULL ? ErrorCode::StoreDiskFull : ErrorCode::StoreWriteFailed);
    }

    QString path() const { return m_folder->filePath(QStringLiteral("station")); }
    std::unique_ptr<StoreEngine> created()
    {
        auto engine = std::make_unique<StoreEngine>(path(), m_clock, m_random);
        if (!engine->create(m_key, DeviceId(QUuid::createUuid()), Secret(QByteArray(32, 's'))))
            qFatal("the store could not be made");
        return engine;
    }
    std::unique_ptr<StoreEngine> opened()
    {
        auto engine = std::make_unique<StoreEngine>(path(), m_clock, m_random);
        if (const auto done = engine->open(m_key); !done)
            qFatal("the store could not be opened: %s", qPrintable(logText(done.error())));
        return engine;
    }
    static void checkHolds(StoreEngine &engine, int told)
    {
        const auto report = engine.verifyLog();
        QVERIFY(report);
        QCOMPARE(report->firstBroken, 0);
        QCOMPARE(report->events, told * eventsOfCase);
        QCOMPARE(engine.queries().counts({})->all, told);
        QVERIFY(engine.quickCheck());
    }

    FaultyDisk *m_disk = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    Secret m_key = Secret(QByteArray(32, 'k'));
};

QTEST_GUILESS_MAIN(tst_store_disk)
#include "tst_store_disk.moc"
