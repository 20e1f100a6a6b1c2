#include "Damage.h"
#include "StoreFixture.h"

#include "store/BlobFiles.h"
#include "store/EventLog.h"
#include "store/Schema.h"
#include "store/StationIdentity.h"

#include <QVariant>

using namespace yichuang;

// The station's folder from outside: who may open it, what an older or newer program finds, what is left when
// the making of it was interrupted, and what a damaged write-ahead log says.
class tst_store_folder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(m_fixture->create());
    }
    void cleanup() { m_fixture.reset(); }

    void onlyOneProgramAtATimeWrites()
    {
        Store second(m_fixture->path(), m_fixture->clock, m_fixture->random);
        const auto refused = awaited(second.open(Secret(m_fixture->key)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreInUse);
        m_fixture->store.reset();
        QVERIFY(awaited(second.open(Secret(m_fixture->key))));
        QVERIFY(awaited(second.append(StoreFixture::acceptance(QStringLiteral("甲某")))));
        QCOMPARE(awaited(second.open(Secret(m_fixture->key))).error().code, ErrorCode::StoreOpenAlready);
    }

    void aFailedOpenLeavesTheFolderFreeForTheRightKey()
    {
        m_fixture->store.reset();
        Store store(m_fixture->path(), m_fixture->clock, m_fixture->random);
        QCOMPARE(awaited(store.open(Secret(QByteArray(32, 'x')))).error().code, ErrorCode::StoreKeyWrong);
        QVERIFY(awaited(store.open(Secret(m_fixture->key))));
    }

    void aNewerSchemaIsRefusedAndLeftAsItIs()
    {
        inDatabase([](Database &database) {
            return database.run(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion + 1)).has_value();
        });
        const auto opened = m_fixture->reopen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreFromNewerVersion);
        m_fixture->store.reset();
        inDatabase([](Database &database) {
            return database.value(QStringLiteral("PRAGMA user_version"))->toInt() == schemaVersion + 1;
        });
    }

    // From every older version, with an outbox that was never sent.
    void anOlderStoreIsBroughtUpWithItsWholeOutbox()
    {
        for (int version = 1; version < schemaVersion; ++version) {
            StoreFixture old;
            QVERIFY(QDir().mkpath(old.path()));
            const CaseId id(QUuid::createUuid());
            makeOld(old, version, id);
            QVERIFY(old.reopen());
            QCOMPARE(awaited(old.store->unsent(0, 100, 1 << 20))->size(), 2);
            QCOMPARE(awaited(old.store->verifyLog())->events, 2);
            QCOMPARE(awaited(old.store->loadCase(id))->value.number,
                     QStringLiteral("430407-W03-261123-0007"));
            QCOMPARE(awaited(old.store->counts({}))->all, 1);
            QVERIFY(awaited(old.store->append(StoreFixture::acceptance(QStringLiteral("乙某")))));
        }
    }

    void whatAnInterruptedMakingLeftIsMovedAsideAndMadeAnew()
    {
        m_fixture->store.reset();
        QVERIFY(QFile::remove(m_fixture->path() + QStringLiteral("/identity")));
        m_fixture->key = QByteArray(32, 'n');
        QVERIFY(m_fixture->create());
        QCOMPARE(QDir(m_fixture->path() + QStringLiteral("/quarantine")).entryList(QDir::Dirs).size(), 3);
        QVERIFY(awaited(m_fixture->store->append(StoreFixture::acceptance(QStringLiteral("丙某")))));
    }

    void aStoreWithoutItsDeviceIsNotOpened()
    {
        inDatabase([](Database &database) {
            return database.run(QStringLiteral("DELETE FROM meta WHERE key = 'device'")).has_value();
        });
        QCOMPARE(m_fixture->reopen().error().code, ErrorCode::StoreUnfinished);
    }

    void theIdentityOpensOnlyWithItsKeyAndWhole()
    {
        const QString path = m_fixture->path() + QStringLiteral("/identity");
        const auto identity = readIdentity(path, Secret(m_fixture->key));
        QVERIFY(identity);
        QCOMPARE(identity->device, m_fixture->device);
        QCOMPARE(identity->signingSeed.view(), QByteArrayView(QByteArray(32, 's')));
        QCOMPARE(readIdentity(path, Secret(QByteArray(32, 'x'))).error().code, ErrorCode::IdentityDamaged);
        const qint64 size = QFileInfo(path).size();
        for (qint64 at = 0; at < size; ++at) {
            flip(path, at);
            QVERIFY(!readIdentity(path, Secret(m_fixture->key)));
            flip(path, at);
        }
        QVERIFY(readIdentity(path, Secret(m_fixture->key)));
    }

    void damageInTheWriteAheadLogIsToldAndNotForgottenInSilence()
    {
        for (int i = 0; i < 10; ++i)
            QVERIFY(awaited(m_fixture->store->append(StoreFixture::acceptance(QStringLiteral("丁某")))));
        StoreFixture copy;
        copyAsKilled(m_fixture->path(), copy.path());
        const QString log = copy.path() + QStringLiteral("/station.db-wal");
        const QByteArray whole = contentOf(log);
        QVERIFY(whole.size() > 30 * 4120);
        // The log's header, a frame's header, its salt, its checksum, its page.
        for (const qint64 at : {qint64(0), qint64(20), qint64(32 + 2), qint64(32 + 18), qint64(32 + 1000),
                                qint64(32 + 4120 * 10 + 500)}) {
            flip(log, at);
            const QByteArray damaged = contentOf(log);
            const auto opened = copy.reopen();
            QVERIFY2(!opened, qPrintable(QString::number(at)));
            QCOMPARE(opened.error().code, ErrorCode::WriteAheadLogDamaged);
            QCOMPARE(contentOf(log), damaged);
            flip(log, at);
        }
        QVERIFY(copy.reopen());
        QCOMPARE(awaited(copy.store->counts({}))->all, 10);
    }

    void aSaveThatThePowerCutShortIsForgottenAndTheRestIsThere()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(awaited(m_fixture->store->append(StoreFixture::acceptance(QStringLiteral("戊某")))));
        StoreFixture copy;
        copyAsKilled(m_fixture->path(), copy.path());
        QFile log(copy.path() + QStringLiteral("/station.db-wal"));
        QVERIFY(log.resize(log.size() - 700));
        QVERIFY(copy.reopen());
        QCOMPARE(awaited(copy.store->counts({}))->all, 2);
        QCOMPARE(awaited(copy.store->verifyLog())->events, 6);
    }

    void aNearlyFullDiskTakesNoPageButACase()
    {
        BlobFiles full(m_fixture->path() + QStringLiteral("/pages"), Secret(QByteArray(32, 'b')),
                       std::numeric_limits<qint64>::max() / 2);
        const auto refused = full.put("page");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskNearlyFull);
        QVERIFY(!QFile::exists(m_fixture->path() + QStringLiteral("/pages")));
        QVERIFY(awaited(m_fixture->store->append(StoreFixture::acceptance(QStringLiteral("己某")))));
    }

    void aPageIsRefusedWhereItsFolderTakesNothing()
    {
        QFile inTheWay(m_fixture->path() + QStringLiteral("/pages"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        QCOMPARE(awaited(m_fixture->store->putBlob("page", QStringLiteral("image/png"))).error().code,
                 ErrorCode::BlobWriteFailed);
        QVERIFY(inTheWay.remove());
        QVERIFY(awaited(m_fixture->store->putBlob("page", QStringLiteral("image/png"))));
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void inDatabase(const std::function<bool(Database &)> &work)
    {
        m_fixture->store.reset();
        Database database;
        QVERIFY(database.open(m_fixture->path() + QStringLiteral("/station.db"), Secret(m_fixture->key)));
        QVERIFY(work(database));
    }

    static void makeOld(StoreFixture &old, int version, const CaseId &id)
    {
        Database database;
        QVERIFY(database.open(old.path() + QStringLiteral("/station.db"), Secret(old.key)));
        QVERIFY(migrate(database, version));
        for (const auto &[key, value] :
             {std::pair(QStringLiteral("device"), old.device.toString().toLatin1()),
              std::pair(QStringLiteral("signing-seed"), QByteArray(32, 's')),
              std::pair(QStringLiteral("blob-key"), QByteArray(32, 'b')),
              std::pair(QStringLiteral("projections"), QByteArray("0"))})
            QVERIFY(database.run(QStringLiteral("INSERT INTO meta VALUES (?,?)"), {key, value}));
        EventLog log(database, old.clock, old.random);
        QVERIFY(log.open(old.device, SigningKey::fromSeed(Secret(QByteArray(32, 's')))));
        QJsonObject opened = StoreFixture::acceptance({}, id).events[0].payload;
        opened.insert(QStringLiteral("number"), QStringLiteral("430407-W03-261123-0007"));
        const auto first = log.append({id, {}, eventtype::opened, QStringLiteral("0317"), opened});
        QVERIFY(first);
        QVERIFY(log.append({id,
                            {first->id},
                            eventtype::applicantIdentified,
                            QStringLiteral("0317"),
                            StoreFixture::person(QStringLiteral("旧某"))}));
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_store_folder)
#include "tst_store_folder.moc"
