#include "LedgerStand.h"

#include "platform/postgres/PostgresLedger.h"
#include "support/FaultyDisk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <sqlite3.h>
#include <sys/mount.h>

#include <atomic>
#include <thread>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int inBatch = 3;

// A disk of a few megabytes that is really full when it is full.
class SmallDisk
{
public:
    explicit SmallDisk(const QByteArray &options)
    {
        m_mounted = ::mount("small", path().constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    QByteArray path() const { return m_folder.path().toUtf8(); }
    bool isMounted() const { return m_mounted; }
    // Something else that lies on the disk, and goes when there is need.
    bool fill(qint64 bytes)
    {
        QFile ballast(m_folder.filePath(QStringLiteral("ballast")));
        return ballast.open(QIODevice::WriteOnly) && ballast.write(QByteArray(bytes, 'x')) == bytes;
    }
    void makeRoom() { QFile::remove(m_folder.filePath(QStringLiteral("ballast"))); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

// Fails the n-th statement from when it is armed on.
class StatementFault
{
public:
    void arm(int count, PostgresFault fault)
    {
        m_fault = fault;
        m_countdown = count;
    }
    // Ends it; true where it has failed one.
    bool heal() { return m_countdown.exchange(0) < 0; }
    PostgresFaults hook()
    {
        return [this](const char *) {
            if (m_countdown <= 0)
                return PostgresFault::None;
            if (--m_countdown > 0)
                return PostgresFault::None;
            m_countdown = -1;
            return m_fault;
        };
    }

private:
    std::atomic<int> m_countdown = 0;
    PostgresFault m_fault = PostgresFault::None;
};

} // namespace

// The ledger while its disk fails, its server ends and its lines are cut: whatever was answered as taken is
// there, nothing is there twice, and sending once more brings the rest.
class tst_ledger_faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initialiseCryptography();
        m_disk = &FaultyDisk::install();
    }
    void cleanup()
    {
        m_disk->heal();
        m_faults.heal();
        m_stand.reset();
    }

    void anyWriteOfSqliteMayFail_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("torn");
        QTest::newRow("full") << SQLITE_FULL << false;
        QTest::newRow("not written") << SQLITE_IOERR_WRITE << false;
        QTest::newRow("half written") << SQLITE_IOERR_WRITE << true;
        QTest::newRow("not synchronised") << SQLITE_IOERR_FSYNC << false;
    }
    void anyWriteOfSqliteMayFail()
    {
        QFETCH(int, code);
        QFETCH(bool, torn);
        openSqlite();
        StationLog log = m_stand->enrolled();
        int failures = 0;
        for (int count = 1;; ++count) {
            const PushBatch batch = nextBatch(log);
            m_disk->failAt(count, code, torn, false);
            const auto receipt = m_stand->push(batch);
            const bool failed = m_disk->heal();
            if (!failed) {
                QVERIFY(receipt);
                break;
            }
            ++failures;
            QCOMPARE(receipt.error().code, ErrorCode::PlatformFull);
            QCOMPARE(m_stand->push(batch)->acknowledged, log.events().size());
        }
        QVERIFY(failures > 3);
        checkHolds(log);
        QVERIFY(m_stand->open());
        checkHolds(log);
    }

    void anyWriteOfAnEnrolmentMayFail()
    {
        openSqlite();
        for (int count = 1, failures = 1; failures > 0; ++count) {
            failures = 0;
            const auto code = m_stand->ledger->invite({});
            QVERIFY(code);
            const StationLog log;
            m_disk->failAt(count, SQLITE_FULL, false, false);
            const auto refused = m_stand->ledger->enrol(*code, log.publicKey());
            failures = m_disk->heal() ? 1 : 0;
            QCOMPARE(refused.has_value(), failures == 0);
            QVERIFY(m_stand->ledger->enrol(*code, log.publicKey()));
        }
    }

    void anyStatementOfPostgresMayFail_data()
    {
        QTest::addColumn<PostgresFault>("fault");
        QTest::newRow("disk full") << PostgresFault::DiskFull;
        QTest::newRow("cut before") << PostgresFault::Cut;
        QTest::newRow("cut after") << PostgresFault::CutAfter;
    }
    void anyStatementOfPostgresMayFail()
    {
        QFETCH(PostgresFault, fault);
        openPostgres();
        StationLog log = m_stand->enrolled();
        StationLog other = m_stand->enrolled();
        other.write(m_caseId);
        QVERIFY(m_stand->push(other.whole()));
        int failures = 0;
        for (int count = 1;; ++count) {
            const PushBatch batch = nextBatch(log);
            m_faults.arm(count, fault);
            const auto receipt = m_stand->push(batch);
            if (!m_faults.heal()) {
                QVERIFY(receipt);
                break;
            }
            ++failures;
            if (fault == PostgresFault::DiskFull)
                QCOMPARE(receipt.error().code, ErrorCode::PlatformFull);
            else
                QCOMPARE(receipt->acknowledged, log.events().size());
            QCOMPARE(m_stand->push(batch)->acknowledged, log.events().size());
        }
        QVERIFY2(failures >= 9, qPrintable(QString::number(failures)));
        checkHolds(log, 1);
        QCOMPARE(m_stand->ledger->feed(other.device(), 0, 5000)->events, eventsOfCase(log));
    }

    void anyStatementOfAnEnrolmentMayBeCut_data() { anyStatementOfPostgresMayFail_data(); }
    void anyStatementOfAnEnrolmentMayBeCut()
    {
        QFETCH(PostgresFault, fault);
        openPostgres();
        bool fired = true;
        for (int count = 1; fired; ++count) {
            const auto code = m_stand->ledger->invite({});
            const StationLog log;
            m_faults.arm(count, fault);
            const auto first = m_stand->ledger->enrol(*code, log.publicKey());
            fired = m_faults.heal();
            const auto second = m_stand->ledger->enrol(*code, log.publicKey());
            QVERIFY(second);
            QVERIFY(!first || *first == *second);
        }
    }

    // A nonce whose fate is unknown is not tried again: that would look like a replay.
    void aLostAdmissionIsBusyAndNotAReplay()
    {
        openPostgres();
        const StationLog log = m_stand->enrolled();
        m_faults.arm(1, PostgresFault::CutAfter);
        QCOMPARE(m_stand->ledger->admit({log.device(), "n1"}).error().code, ErrorCode::PlatformDatabaseGone);
        QVERIFY(!m_stand->ledger->admit({log.device(), "n2"})->replayed);
    }

    void backendsThatAreKilledLoseNothing()
    {
        openPostgres();
        StationLog log = m_stand->enrolled();
        std::atomic<int> taken = 0;
        std::atomic<int> kills = 0;
        const QByteArray database = m_stand->database();
        std::thread killer([&] {
            // One for each batch that is taken, wherever it just is.
            while (taken < 100) {
                if (kills <= taken)
                    kills += killWhoWorks(database);
            }
        });
        bool allTaken = true;
        for (; taken < 100; ++taken)
            allTaken = allTaken && isTaken(log, nextBatch(log));
        killer.join();
        QVERIFY(allTaken);
        qInfo("%d backends were killed", kills.load());
        QVERIFY(kills > 10);
        checkHolds(log);
    }

    void aServerThatCrashesComesBackWithAllThatWasAcknowledged()
    {
        PostgresCluster own;
        m_stand = std::make_unique<LedgerStand>();
        m_stand->ledger = openAt(own.makeDatabase());
        StationLog log = m_stand->enrolled();
        QAtomicInt unknown = 0;
        m_stand->ledger->onChanged([&](const LedgerChange &change) { unknown += change.unknown ? 1 : 0; });
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 5; ++i)
                QVERIFY(isTaken(log, nextBatch(log)));
            own.stop(SIGQUIT);
            QCOMPARE(m_stand->ledger->device(log.device()).error().code, ErrorCode::PlatformDatabaseGone);
            const auto busy = m_stand->push(nextBatch(log));
            QCOMPARE(busy.error().code, ErrorCode::PlatformDatabaseGone);
            own.start();
            QVERIFY(isTaken(log, log.batch(log.events().size() - inBatch, inBatch)));
            checkHolds(log);
        }
        // Whoever waits for news is told that he may have missed some.
        QVERIFY(QTest::qWaitFor([&] { return unknown > 0; }, 10000));
        m_stand.reset();
    }

    // Failure 15.
    void aFullDiskOfSqliteIsSaidAndPasses()
    {
        SmallDisk disk("size=2m");
        if (!disk.isMounted())
            QSKIP("only root may mount a small disk");
        QVERIFY(disk.fill(600000));
        m_stand = std::make_unique<LedgerStand>();
        m_stand->ledger =
            *openLedger({QString::fromUtf8(disk.path()) + QStringLiteral("/platform"), {}}, m_stand->clock);
        fillUp(disk);
    }
    void aFullDiskOfPostgresIsSaidAndPasses()
    {
        SmallDisk disk("size=16m,uid=65534,gid=65534,mode=700");
        if (!disk.isMounted())
            QSKIP("only root may mount a small disk");
        QVERIFY(QDir(QString::fromUtf8(disk.path())).mkdir(QStringLiteral("space")));
        QVERIFY(::chown((disk.path() + "/space").constData(), 65534, 65534) == 0);
        cluster().query("postgres", "CREATE TABLESPACE small LOCATION '" + disk.path() + "/space'");
        cluster().query("postgres", "CREATE DATABASE small TABLESPACE small");
        m_stand = std::make_unique<LedgerStand>();
        m_stand->ledger = openAt(cluster().conninfo("small"));
        QVERIFY(disk.fill(2000000));
        fillUp(disk);
        m_stand.reset();
        cluster().query("postgres", "DROP DATABASE small WITH (FORCE)");
        cluster().query("postgres", "DROP TABLESPACE small");
    }

private:
    void openSqlite()
    {
        m_stand = std::make_unique<LedgerStand>();
        QVERIFY(m_stand->open());
    }
    void openPostgres()
    {
        m_stand = std::make_unique<LedgerStand>(true);
        m_stand->ledger = openAt(m_stand->database());
    }
    std::unique_ptr<Ledger> openAt(const QByteArray &conninfo)
    {
        auto opened = PostgresLedger::open(m_stand->clock, {conninfo, m_faults.hook()}, 2);
        return opened ? std::move(*opened) : nullptr;
    }

    PushBatch nextBatch(StationLog &log) const
    {
        const qint64 before = log.events().size();
        log.writeCases(inBatch - 1, 2000);
        log.write(m_caseId);
        return log.batch(before, inBatch);
    }
    QList<SignedEvent> eventsOfCase(const StationLog &log) const
    {
        QList<SignedEvent> events;
        for (qsizetype i = inBatch - 1; i < log.events().size(); i += inBatch)
            events.append(log.events()[i]);
        return events;
    }
    static int killWhoWorks(const QByteArray &database)
    {
        return PostgresCluster::ask(database, "SELECT count(*) FROM (SELECT pg_terminate_backend(pid) AS gone"
                                              " FROM pg_stat_activity WHERE datname = current_database()"
                                              " AND pid <> pg_backend_pid() AND state <> 'idle'"
                                              " ORDER BY random() LIMIT 1) AS k WHERE gone")
            .toInt();
    }
    bool isTaken(const StationLog &log, const PushBatch &batch) const
    {
        return QTest::qWaitFor(
            [&] {
                const auto receipt = m_stand->push(batch);
                return receipt && receipt->acknowledged == log.events().size();
            },
            20000);
    }
    void checkHolds(const StationLog &log, int others = 0) const
    {
        const auto checked = m_stand->ledger->verify();
        QVERIFY(checked);
        QVERIFY(checked->value(QLatin1String("broken")).toArray().isEmpty());
        QCOMPARE(checked->value(QLatin1String("events")).toInt(), log.events().size() + others);
        QCOMPARE((*m_stand->ledger->device(log.device()))->tail, log.events().last().digest());
    }
    // Until nothing more fits; then what was acknowledged is there, and with room the rest follows.
    void fillUp(SmallDisk &disk)
    {
        StationLog log = m_stand->enrolled();
        Result<PushReceipt> receipt;
        PushBatch batch;
        for (int i = 0; i < 500 && (i == 0 || receipt); ++i) {
            const qint64 before = log.events().size();
            log.writeCases(20, 2000);
            batch = log.batch(before, 20);
            receipt = m_stand->push(batch);
        }
        QCOMPARE(receipt.error().code, ErrorCode::PlatformFull);
        QCOMPARE(m_stand->push(batch).error().code, ErrorCode::PlatformFull);
        QCOMPARE((*m_stand->ledger->device(log.device()))->acknowledged, log.events().size() - 20);
        disk.makeRoom();
        QCOMPARE(m_stand->push(batch)->acknowledged, log.events().size());
        checkHolds(log);
    }

    FaultyDisk *m_disk = nullptr;
    StatementFault m_faults;
    CaseId m_caseId = CaseId(QUuid::createUuid());
    std::unique_ptr<LedgerStand> m_stand;
};

QTEST_GUILESS_MAIN(tst_ledger_faults)
#include "tst_ledger_faults.moc"
