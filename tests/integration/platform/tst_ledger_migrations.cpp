#include "LedgerStand.h"
#include "Places.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <sqlite3.h>

#include <thread>

using namespace yichuang;
using namespace yichuang::test;

namespace {

// A statement for each row, because the old program is not here to write it.
class OldFile
{
public:
    explicit OldFile(const QString &path) { sqlite3_open(path.toUtf8().constData(), &m_file); }
    ~OldFile() { sqlite3_close(m_file); }

    bool run(const QString &statements)
    {
        return sqlite3_exec(m_file, statements.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    bool add(const StationLog &log, const CaseId &caseId, int backedUp)
    {
        const QString device = log.device().toString();
        const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
        bool done =
            run(QStringLiteral("INSERT INTO device (id, public_key, station, acknowledged, backed_up, tail)"
                               " VALUES ('%1', X'%2', '{}', %3, %4, '%5')")
                    .arg(device, hex(log.publicKey()))
                    .arg(log.events().size())
                    .arg(backedUp)
                    .arg(log.events().last().digest().toHex()));
        qint64 sequence = 0;
        for (const SignedEvent &event : log.events())
            done = done && run(QStringLiteral("INSERT INTO event (device, sequence, hash, case_id, bytes,"
                                              " algorithm, signature, received_at)"
                                              " VALUES ('%1', %2, '%3', '%4', X'%5', 'ed25519', X'%6', 1)")
                                   .arg(device)
                                   .arg(++sequence)
                                   .arg(event.digest().toHex(), caseId.toString(), hex(event.bytes),
                                        hex(event.signature)));
        return done &&
               run(QStringLiteral("INSERT INTO concern VALUES ('%1', '%2')").arg(device, caseId.toString()));
    }

private:
    sqlite3 *m_file = nullptr;
};

} // namespace

// Databases of older programs, of newer ones, and programs that start at once.
class tst_ledger_migrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialiseCryptography(); }
    void init() { m_stand = std::make_unique<LedgerStand>(); }

    void theFirstProgramsDatabaseIsTakenOver()
    {
        StationLog first;
        StationLog second;
        first.setDevice(DeviceId(QUuid::createUuid()));
        second.setDevice(DeviceId(QUuid::createUuid()));
        const CaseId caseId(QUuid::createUuid());
        for (int i = 0; i < 3; ++i)
            first.write(caseId);
        second.write(caseId);
        {
            OldFile old(makeFile());
            QVERIFY(old.run(sql()));
            QVERIFY(old.add(first, caseId, 2));
            QVERIFY(old.add(second, caseId, 0));
            QVERIFY(old.run(QStringLiteral("INSERT INTO feed (position, device, event)"
                                           " SELECT 41 + row, '%1', row FROM event WHERE device = '%2'")
                                .arg(second.device().toString(), first.device().toString())));
        }
        for (int opened = 0; opened < 2; ++opened) {
            QVERIFY(m_stand->open());
            Ledger &ledger = *m_stand->ledger;
            QCOMPARE(ledger.epoch(), QByteArray("01a214ce-1dd4-7acd-889b-1270f14351dc"));
            QCOMPARE(ledger.key().publicKey(),
                     SigningKey::fromSeed(Secret(QByteArray(32, '\1'))).publicKey());
            QCOMPARE(ledger.feed(second.device(), 0, 10)->events, first.events());
            QCOMPARE(ledger.feed(second.device(), 0, 10)->position, 44);
            QCOMPARE((*ledger.device(first.device()))->backedUp, 2);
            QCOMPARE(statuses(*m_stand->push(first.batch(0, 3))),
                     QStringLiteral("duplicate duplicate duplicate"));
            QVERIFY(ledger.verify()->value(QLatin1String("broken")).toArray().isEmpty());
        }
        first.write(caseId);
        QCOMPARE(statuses(*m_stand->push(first.batch(3, 1))), QStringLiteral("accepted"));
        QCOMPARE(m_stand->ledger->feed(second.device(), 44, 10)->events, first.events().mid(3));
    }

    // Failure 24.
    void aDatabaseOfANewerProgramIsRefused()
    {
        QVERIFY(m_stand->open());
        m_stand->ledger.reset();
        QVERIFY(OldFile(makeFile()).run(QStringLiteral("UPDATE schema_version SET version = 999")));
        const auto refused = openLedger(m_stand->settings(), m_stand->clock);
        QCOMPARE(refused.error().code, ErrorCode::PlatformSchemaNewer);
        QVERIFY(refused.error().detail.startsWith(QStringLiteral("999")));
    }

    void aPostgresDatabaseOfANewerProgramIsRefused()
    {
        m_stand = std::make_unique<LedgerStand>(true);
        QVERIFY(m_stand->open());
        m_stand->ledger.reset();
        PostgresCluster::ask(m_stand->database(), "UPDATE schema_version SET version = 999");
        const auto refused = openLedger(m_stand->settings(), m_stand->clock);
        QCOMPARE(refused.error().code, ErrorCode::PlatformSchemaNewer);
    }

    // A month is made ahead, and also where the clock or the program has skipped several.
    void theEventsOfEachMonthHaveTheirPartition()
    {
        m_stand = std::make_unique<LedgerStand>(true);
        QVERIFY(m_stand->open());
        const auto partitions = [this] {
            return PostgresCluster::ask(m_stand->database(),
                                        "SELECT string_agg(relname, ' ' ORDER BY relname)"
                                        " FROM pg_class WHERE relispartition AND relkind = 'r'");
        };
        QCOMPARE(partitions(), QByteArray("event_202611 event_202612 event_202701"));
        StationLog log = m_stand->enrolled();
        const CaseId caseId(QUuid::createUuid());
        for (const char *month : {"2026-11-30T23:59:59.999Z", "2026-12-01T00:00:00Z", "2027-09-01T00:00:00Z",
                                  "2026-02-28T12:00:00Z"}) {
            m_stand->clock.setNow(QDateTime::fromString(QLatin1String(month), Qt::ISODate));
            log.write(caseId);
            QCOMPARE(statuses(*m_stand->push(log.batch(log.events().size() - 1, 1))),
                     QStringLiteral("accepted"));
        }
        QCOMPARE(partitions(), QByteArray("event_202602 event_202603 event_202604 event_202611 event_202612"
                                          " event_202701 event_202709 event_202710 event_202711"));
        StationLog late = m_stand->enrolled();
        late.write(caseId);
        QVERIFY(m_stand->push(late.whole()));
        QCOMPARE(m_stand->ledger->feed(late.device(), 0, 10)->events, log.events());
    }

    void programsThatStartAtOnceAgreeOnOnePlatform_data() { addLedgers(); }
    void programsThatStartAtOnceAgreeOnOnePlatform()
    {
        QFETCH(bool, isPostgres);
        for (int round = 0; round < 10; ++round) {
            m_stand = std::make_unique<LedgerStand>(isPostgres);
            std::vector<std::thread> threads;
            std::array<QByteArray, 4> epochs;
            for (QByteArray &epoch : epochs)
                threads.emplace_back([this, &epoch] {
                    if (const auto ledger = m_stand->another())
                        epoch = ledger->epoch();
                });
            for (std::thread &thread : threads)
                thread.join();
            QVERIFY(!epochs[0].isEmpty());
            for (const QByteArray &epoch : epochs)
                QCOMPARE(epoch, epochs[0]);
        }
    }

private:
    QString makeFile() const
    {
        const QDir folder(m_stand->settings().folder);
        folder.mkpath(QStringLiteral("."));
        return folder.filePath(QStringLiteral("platform.db"));
    }
    static QString sql()
    {
        QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/tests/integration/platform/data/platform-v1.sql"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::unique_ptr<LedgerStand> m_stand;
};

QTEST_GUILESS_MAIN(tst_ledger_migrations)
#include "tst_ledger_migrations.moc"
