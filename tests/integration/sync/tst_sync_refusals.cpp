#include "SentWords.h"
#include "SyncedStation.h"

#include "store/Database.h"
#include "support/AlteredPlatform.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QVariant>

using namespace yichuang;

// What the platform itself may say to a station: less than it once said, no, another version, or nothing at
// all where there was much.
class tst_sync_refusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_platform = std::make_unique<PlatformProcess>();
        QVERIFY(m_platform->start());
        m_altered = std::make_unique<AlteredPlatform>(m_platform->url());
        m_station = std::make_unique<SyncedStation>();
        QVERIFY(m_station->enrol(*m_platform, m_platform->invite()));
        connectHeld(*m_station);
    }
    void cleanup()
    {
        m_station.reset();
        m_altered.reset();
        m_platform.reset();
    }

    // Failure 10.
    void aWrongCursorLosesNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("none") << 0;
        QTest::newRow("the highest") << 1;
        QTest::newRow("garbage") << 2;
        QTest::newRow("of another epoch") << 3;
        QTest::newRow("of a station that was told more") << 4;
    }
    void aWrongCursorLosesNothing()
    {
        QFETCH(int, kind);
        SyncedStation other;
        QVERIFY(other.enrol(*m_platform, m_platform->invite(QStringLiteral("W04"))));
        connectHeld(other);
        const CaseId first = handOver(QStringLiteral("甲某"), other);
        other.runOnce();
        QVERIFY(awaited(other.store().loadCase(first)));
        const CaseId second = handOver(QStringLiteral("乙某"), other);
        SyncState state = *awaited(other.store().syncState());
        const QByteArray end = QByteArray::number(std::numeric_limits<qint64>::max());
        const QList<QByteArray> cursors{
            {},
            (state.epoch.toLatin1() + '.' + end).toBase64(QByteArray::Base64UrlEncoding),
            "no cursor at all",
            ("01a21517-0000-7000-8000-000000000000." + QByteArray("1"))
                .toBase64(QByteArray::Base64UrlEncoding),
            (state.epoch.toLatin1() + ".3.0123456789abcdef").toBase64(QByteArray::Base64UrlEncoding)};
        state.cursor = cursors[kind];
        QVERIFY(awaited(other.store().setSyncState(state)));
        other.runOnce();
        QVERIFY2(!other.status().problem, qPrintable(problemOf(other)));
        QVERIFY(awaited(other.store().loadCase(first)));
        QVERIFY(awaited(other.store().loadCase(second)));
    }

    // Failure 8 without any news from here: the platform's own word shows that it lacks something.
    void aRestoredPlatformIsFoundByAStationWithNothingToSend()
    {
        m_station->accept(QStringLiteral("前某"));
        m_station->runOnce();
        const QString copy = m_platform->data() + QStringLiteral("/copy.db");
        m_platform->command({QStringLiteral("backup"), copy});
        const CaseId later = m_station->accept(QStringLiteral("后某"));
        m_station->runOnce();
        QVERIFY(saysAllSent(m_station->status()));
        m_platform->kill();
        const QString database = m_platform->data() + QStringLiteral("/platform.db");
        for (const QString &ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(database + ending);
        QVERIFY(QFile::rename(copy, database));
        QVERIFY(m_platform->start());
        m_station->runOnce();
        m_station->runOnce();
        QVERIFY2(!m_station->status().problem, qPrintable(problemOf(*m_station)));
        QCOMPARE(eventsAtPlatform(), 6);
        QCOMPARE(awaited(m_station->client->foldOf(later))->canonicalJson,
                 awaited(store().loadCase(later))->value.canonicalJson());
    }

    // Failure 16.
    void aRefusedStationAsksOnceAndGoesOnTakingCases_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("401") << 401 << QByteArray("unknown-device") << ErrorCode::WorkstationNotKnown;
        QTest::newRow("403") << 403 << QByteArray("revoked") << ErrorCode::WorkstationRevoked;
        QTest::newRow("426") << 426 << QByteArray("version") << ErrorCode::ProgramVersionRefused;
    }
    void aRefusedStationAsksOnceAndGoesOnTakingCases()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QFETCH(ErrorCode, code);
        SyncEngine::Pace pace = SyncedStation::quickPace();
        m_station->connect(m_altered->url(), m_altered->key(), pace);
        QVERIFY(m_station->catchUp());
        const int from = m_altered->requests() + 3;
        m_altered->setHook([=](const AskedOfPlatform &asked, PlatformAnswer &answer) {
            if (asked.number > from)
                answer.refuse(status, reason.constData());
        });
        QSignalSpy stopped(m_station->engine.get(), &SyncEngine::stopped);
        for (int i = 0; i < 20; ++i) {
            m_station->accept(QStringLiteral("拒某"));
            m_station->engine->synchroniseNow();
        }
        QTRY_VERIFY(m_station->status().line == LineCondition::Stopped);
        const int asked = m_altered->requests();
        for (int i = 0; i < 20; ++i)
            m_station->accept(QStringLiteral("续某"));
        QTRY_VERIFY(m_station->status().outbox.unsentEvents >= 60);
        QCOMPARE(m_station->status().problem->code, code);
        QVERIFY2(m_altered->requests() <= asked + 1, "a refused station went on asking");
        for (int i = 0; i < 5; ++i)
            m_station->runOnce();
        QCOMPARE(stopped.size(), 1);
        QVERIFY(!saysAllSent(m_station->status()));
        QCOMPARE(awaited(store().counts({}))->all, 40);
        m_altered->setHook({});
        QVERIFY(m_station->catchUp());
        QCOMPARE(eventsAtPlatform(), 120);
    }

    // Failure 20: the third of ten has a signature that does not hold.
    void aPoisonedEventIsSetAsideAndTheOthersArrive()
    {
        QList<CaseId> cases;
        for (int i = 0; i < 10; ++i)
            cases.append(m_station->accept(QStringLiteral("毒某")));
        m_station->engine.reset();
        m_station->files.store.reset();
        {
            Database database;
            QVERIFY(database.open(m_station->files.path() + QStringLiteral("/station.db"),
                                  Secret(m_station->files.key)));
            // The third case's last event: its acceptance.
            QVERIFY(database.run(QStringLiteral("UPDATE event SET signature = ? WHERE sequence = 9"),
                                 {QByteArray(64, 'x')}));
        }
        QVERIFY(m_station->files.reopen());
        connectHeld(*m_station);
        m_station->runOnce();
        const SyncStatus status = m_station->status();
        QVERIFY2(!status.problem, qPrintable(problemOf(*m_station)));
        QCOMPARE(status.outbox.unsentEvents, 0);
        QCOMPARE(status.outbox.setAside, 1);
        QVERIFY(!saysAllSent(status));
        for (const CaseId &id : std::as_const(cases)) {
            QVERIFY(awaited(store().loadCase(id))->sending ==
                    (id == cases[2] ? SendState::SetAside : SendState::Sent));
        }
        const auto waiting = awaited(store().outboxCases({}));
        QCOMPARE(waiting->totals.needHand, 1);
        QCOMPARE(waiting->cases[0].id, cases[2]);
        QCOMPARE(waiting->cases[0].refusal, QStringLiteral("bad-signature"));
    }

    // Failure 20: an event that makes the platform refuse every batch with it in; the feed and the pages go
    // on.
    void aRefusedBatchHoldsUpNoOtherLane()
    {
        const auto page = awaited(store().putBlob("page", QStringLiteral("image/png")));
        auto transaction = StoreFixture::acceptance(QStringLiteral("页某"));
        transaction.events.append(
            {transaction.events[0].caseId,
             eventtype::materialAttached,
             {{QStringLiteral("line"), QStringLiteral("id-card")}, {QStringLiteral("blob"), page->toHex()}}});
        QVERIFY(awaited(store().append(transaction)));
        m_altered->setHook([](const AskedOfPlatform &asked, PlatformAnswer &answer) {
            if (asked.target == "/v1/events")
                answer.refuse(400, "malformed");
        });
        m_station->runOnce();
        const SyncStatus status = m_station->status();
        QVERIFY(status.line == LineCondition::Up);
        QCOMPARE(status.problem->code, ErrorCode::RequestRefused);
        QCOMPARE(status.outbox.unsentEvents, 4);
        QCOMPARE(status.outbox.unsentPages, 0);
        QVERIFY(!saysAllSent(status));
    }

    // Failure 20 for pages: one that this machine can no longer read.
    void aPageThatIsDamagedHereHoldsUpNoOther()
    {
        QList<Digest> pages;
        auto transaction = StoreFixture::acceptance(QStringLiteral("坏某"));
        for (int i = 0; i < 10; ++i) {
            pages.append(
                *awaited(store().putBlob("page " + QByteArray::number(i), QStringLiteral("image/png"))));
            transaction.events.append({transaction.events[0].caseId,
                                       eventtype::materialAttached,
                                       {{QStringLiteral("line"), QStringLiteral("id-card")},
                                        {QStringLiteral("blob"), pages.last().toHex()}}});
        }
        QVERIFY(awaited(store().append(transaction)));
        QDirIterator files(m_station->files.path() + QStringLiteral("/pages"), QDir::Files,
                           QDirIterator::Subdirectories);
        QFile damaged(files.next());
        QVERIFY(damaged.resize(damaged.size() - 1));
        m_station->runOnce();
        QCOMPARE(m_station->status().problem->code, ErrorCode::BlobDamaged);
        QVERIFY(m_station->status().line == LineCondition::Up);
        QCOMPARE(m_station->status().outbox.unsentPages, 1);
        QVERIFY(!saysAllSent(m_station->status()));
        QCOMPARE(awaited(m_station->client->knownBlobs(pages))->size(), 9);
    }

    // Failure 26.
    void anEmptiedPlatformIsAQuestionAndDeletesNothing()
    {
        for (int i = 0; i < 40; ++i)
            m_station->accept(QStringLiteral("空某"));
        m_station->runOnce();
        QVERIFY(saysAllSent(m_station->status()));
        const SyncState before = *awaited(store().syncState());
        empty();
        QSignalSpy stopped(m_station->engine.get(), &SyncEngine::stopped);
        m_station->accept(QStringLiteral("新某"));
        for (int i = 0; i < 3; ++i) {
            m_station->runOnce();
            QVERIFY(m_station->status().line == LineCondition::Stopped);
            QCOMPARE(m_station->status().problem->code, ErrorCode::PlatformEmptied);
            QVERIFY(!saysAllSent(m_station->status()));
        }
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(awaited(store().syncState())->epoch, before.epoch);
        QCOMPARE(awaited(store().syncState())->acknowledged, before.acknowledged);
        QCOMPARE(awaited(store().counts({}))->all, 41);
        // A person has said that it is so: all of it is sent again.
        QSignalSpy caughtUp(m_station->engine.get(), &SyncEngine::caughtUp);
        m_station->engine->goOnWithEmptiedPlatform();
        QVERIFY(caughtUp.wait(20000));
        QCOMPARE(eventsAtPlatform(), 123);
        QVERIFY(saysAllSent(m_station->status()));
    }

    // Failure 24: what a newer program wrote passes through an older one byte for byte.
    void unknownFieldsAndNewerVersionsAreKeptAsTheyCame()
    {
        SyncedStation other;
        QVERIFY(other.enrol(*m_platform, m_platform->invite(QStringLiteral("W04"))));
        connectHeld(other);
        const CaseId id = handOver(QStringLiteral("新某"), other);
        Transaction transaction;
        transaction.events = {{id,
                               QStringLiteral("of-the-future"),
                               {{QStringLiteral("unknown"), QJsonArray{1, QStringLiteral("二")}}}}};
        QVERIFY(awaited(store().append(transaction)));
        m_station->runOnce();
        const QByteArray newer = m_station->log().last().bytes;
        // And one whose envelope this program cannot read.
        const QByteArray strange = R"({"v":2,"of":"the future"})";
        m_altered->setHook([strange](const AskedOfPlatform &asked, PlatformAnswer &answer) {
            if (!asked.target.startsWith("/v1/feed"))
                return;
            QJsonObject feed = answer.json();
            QJsonArray events = feed.value(QLatin1String("events")).toArray();
            events.prepend(toWire({strange, QStringLiteral("ed25519"), QByteArray(64, 's')}));
            feed.insert(QStringLiteral("events"), events);
            feed.insert(QStringLiteral("unknown"), true);
            answer.setJson(200, feed);
        });
        other.runOnce();
        QVERIFY2(!other.status().problem, qPrintable(problemOf(other)));
        QCOMPARE(other.status().outbox.foreignAside, 1);
        QVERIFY(awaited(other.store().loadCase(id))->value.history.last().type ==
                QStringLiteral("of-the-future"));
        other.engine.reset();
        other.files.store.reset();
        Database database;
        QVERIFY(database.open(other.files.path() + QStringLiteral("/station.db"), Secret(other.files.key)));
        QCOMPARE(
            database.value(QStringLiteral("SELECT bytes FROM event WHERE own = 0 ORDER BY position DESC"))
                ->toByteArray(),
            newer);
        QCOMPARE(database.value(QStringLiteral("SELECT bytes FROM strange_event"))->toByteArray(), strange);
        database.close();
    }

    // Failure 9: a copy of the whole folder, and both go on.
    void aCopiedStationIsFoundAndStopped()
    {
        m_station->accept(QStringLiteral("原某"));
        m_station->runOnce();
        m_station->engine.reset();
        m_station->files.store.reset();
        SyncedStation copy;
        QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                                   {QStringLiteral("-a"), m_station->files.path(), copy.files.path()}),
                 0);
        copy.seed = m_station->seed;
        copy.enrolled = m_station->enrolled;
        copy.files.device = m_station->files.device;
        QVERIFY(m_station->files.reopen() && copy.files.reopen());
        connectHeld(*m_station);
        connectHeld(copy);
        m_station->accept(QStringLiteral("甲某"));
        m_station->runOnce();
        QVERIFY(saysAllSent(m_station->status()));
        const CaseId lost = copy.accept(QStringLiteral("乙某"));
        QSignalSpy stopped(copy.engine.get(), &SyncEngine::stopped);
        for (int i = 0; i < 3; ++i) {
            copy.runOnce();
            QVERIFY(copy.status().line == LineCondition::Stopped);
            QCOMPARE(copy.status().problem->code, ErrorCode::LogGoesOnElsewhere);
            QVERIFY(!saysAllSent(copy.status()));
            QCOMPARE(copy.status().outbox.unsentEvents, 3);
            QVERIFY(awaited(copy.store().loadCase(lost))->sending != SendState::Sent);
        }
        QCOMPARE(stopped.size(), 1);
        // The first one is not troubled, and nothing of it was overwritten.
        m_station->accept(QStringLiteral("丙某"));
        m_station->runOnce();
        QVERIFY(saysAllSent(m_station->status()));
        QCOMPARE(eventsAtPlatform(), 9);
    }

private:
    Store &store() { return m_station->store(); }
    void connectHeld(SyncedStation &station)
    {
        station.connect(m_altered->url(), m_altered->key(), SyncedStation::heldPace());
    }
    static QString problemOf(const SyncedStation &station)
    {
        return station.status().problem ? logText(*station.status().problem) : QString();
    }
    qint64 eventsAtPlatform() const
    {
        return m_platform->command({QStringLiteral("verify-log")}).value(QLatin1String("events")).toInteger();
    }

    // A case of this station that `other` is to go on with.
    CaseId handOver(const QString &name, const SyncedStation &other)
    {
        const CaseId id = m_station->accept(name);
        Transaction transaction;
        transaction.events = {
            {id, eventtype::holderChanged, {{QStringLiteral("holder"), other.enrolled.device.toString()}}}};
        if (!awaited(store().append(transaction)))
            qFatal("the case could not be handed over");
        m_station->runOnce();
        return id;
    }

    // From now on the platform's replies are those of one that was set up anew: another epoch, and nothing of
    // this log before it is sent from its start.
    void empty()
    {
        const QByteArray epoch = "01a21517-0000-7000-8000-00000000000e";
        auto isSent = std::make_shared<bool>(false);
        m_altered->setHook([epoch, isSent](const AskedOfPlatform &asked, PlatformAnswer &answer) {
            answer.headers.insert("yichuang-epoch", epoch);
            QJsonObject body = answer.json();
            body.insert(QStringLiteral("epoch"), QString::fromLatin1(epoch));
            if (asked.target == "/v1/status" && !*isSent) {
                body.insert(QStringLiteral("acknowledged"), 0);
            } else if (asked.target == "/v1/events" && !*isSent) {
                *isSent = body.value(QLatin1String("results"))
                              .toArray()
                              .first()
                              .toObject()
                              .value(QLatin1String("sequence"))
                              .toInt() == 1;
                if (!*isSent)
                    return answer.refuse(409, "gap");
            }
            answer.setJson(answer.status, body);
        });
    }

    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<AlteredPlatform> m_altered;
    std::unique_ptr<SyncedStation> m_station;
};

QTEST_GUILESS_MAIN(tst_sync_refusals)
#include "tst_sync_refusals.moc"
