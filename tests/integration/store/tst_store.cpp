#include "Damage.h"
#include "StoreFixture.h"

#include <QDirIterator>

using namespace yichuang;

class tst_store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(m_fixture->create());
    }
    void cleanup() { m_fixture.reset(); }

    void aCaseIsThereAfterReopening()
    {
        const auto appended = awaited(store().append(StoreFixture::acceptance(QStringLiteral("刘海燕"))));
        QVERIFY(appended);
        QCOMPARE(appended->cases.size(), 1);
        QCOMPARE(appended->cases[0].number, QStringLiteral("430407-W03-261123-0001"));
        QVERIFY(m_fixture->reopen());
        const auto detail = awaited(store().loadCase(appended->cases[0].caseId));
        QVERIFY(detail);
        QVERIFY(detail->value.state == CaseState::Accepted);
        QCOMPARE(detail->value.number, appended->cases[0].number);
        QCOMPARE(detail->value.applicant()->name, QStringLiteral("刘海燕"));
        QCOMPARE(detail->eventsToSend, 3);
        QCOMPARE(detail->sending, SendState::OnlyHere);
        QCOMPARE(awaited(store().verifyLog())->firstBroken, 0);
    }

    void everyTransactionGetsItsOwnNumber()
    {
        QSet<QString> numbers;
        for (int i = 0; i < 20; ++i)
            numbers.insert(
                awaited(store().append(StoreFixture::acceptance(QStringLiteral("李某"))))->cases[0].number);
        QCOMPARE(numbers.size(), 20);
    }

    void aNameOfTwoCharactersIsFoundByEitherAndByBoth()
    {
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("王芳")))));
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("欧阳建国")))));
        const std::pair<QString, int> queries[] = {
            {QStringLiteral("王芳"), 1},   {QStringLiteral("芳"), 1},   {QStringLiteral("建国"), 1},
            {QStringLiteral("阳建国"), 1}, {QStringLiteral("国建"), 0}, {QStringLiteral("4321"), 2},
            {QStringLiteral("0002"), 1},   {QStringLiteral("%"), 0},    {QStringLiteral("\" OR \""), 0}};
        for (const auto &[text, count] : queries) {
            CaseQuery query;
            query.filter = CaseFilter::All;
            query.text = text;
            const auto rows = awaited(store().cases(query));
            QVERIFY(rows);
            QVERIFY2(rows->size() == count, qPrintable(text));
        }
    }

    void whatIsAcknowledgedIsSentOnlyWhenItsPagesAre()
    {
        auto transaction = StoreFixture::acceptance(QStringLiteral("赵某"));
        const auto digest = awaited(store().putBlob("page", QStringLiteral("image/png")));
        QVERIFY(digest);
        transaction.events.append({transaction.events[0].caseId,
                                   eventtype::materialAttached,
                                   {{QStringLiteral("line"), QStringLiteral("id-card")},
                                    {QStringLiteral("lineName"), QStringLiteral("身份证")},
                                    {QStringLiteral("blob"), digest->toHex()},
                                    {QStringLiteral("size"), 4},
                                    {QStringLiteral("mediaType"), QStringLiteral("image/png")},
                                    {QStringLiteral("page"), 1},
                                    {QStringLiteral("origin"), QStringLiteral("scan")}}});
        const auto id = awaited(store().append(transaction))->cases[0].caseId;
        QCOMPARE(awaited(store().outbox())->unsentEvents, 4);
        QCOMPARE(awaited(store().outbox())->unsentPages, 1);
        QVERIFY(awaited(store().acknowledge(4, 0, QStringLiteral("e1"), {})));
        QCOMPARE(awaited(store().loadCase(id))->sending, SendState::EventsSent);
        QVERIFY(awaited(store().pageSent(*digest)));
        QCOMPARE(awaited(store().loadCase(id))->sending, SendState::Sent);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 0);
    }

    void aPlatformThatAcknowledgesTheFutureIsNotBelieved()
    {
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("钱某")))));
        QVERIFY(awaited(store().acknowledge(1000, 0, QStringLiteral("e1"), {})));
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("孙某")))));
        QCOMPARE(awaited(store().outbox())->unsentEvents, 3);
    }

    void aRefusedEventSetsItsCaseAsideAndNoOther()
    {
        const auto first = awaited(store().append(StoreFixture::acceptance(QStringLiteral("周某"))));
        const auto second = awaited(store().append(StoreFixture::acceptance(QStringLiteral("吴某"))));
        QVERIFY(awaited(store().acknowledge(6, 0, QStringLiteral("e1"), {{2, QStringLiteral("malformed")}})));
        QCOMPARE(awaited(store().loadCase(first->cases[0].caseId))->sending, SendState::SetAside);
        QCOMPARE(awaited(store().loadCase(second->cases[0].caseId))->sending, SendState::Sent);
    }

    void draftsComeBackAndGoWithTheCaseThatTheyBecame()
    {
        const DraftId id(QUuid::createUuid());
        QVERIFY(awaited(store().saveDraft(id, "{\"a\":1}")));
        QVERIFY(m_fixture->reopen());
        QCOMPARE(awaited(store().drafts())->size(), 1);
        QCOMPARE(awaited(store().drafts())->at(0).json, QByteArray("{\"a\":1}"));
        auto transaction = StoreFixture::acceptance(QStringLiteral("郑某"));
        transaction.finishedDraft = id;
        QVERIFY(awaited(store().append(transaction)));
        QVERIFY(awaited(store().drafts())->isEmpty());
    }

    void whatWasAskedBeforeTheEndIsKept()
    {
        const DraftId id(QUuid::createUuid());
        auto pending = store().saveDraft(id, "{}");
        QVERIFY(m_fixture->reopen());
        QVERIFY(pending.isFinished());
        QCOMPARE(awaited(store().drafts())->size(), 1);
    }

    void eventsOfOthersFoldIntoTheSameCaseAndChangeNothingTwice()
    {
        StoreFixture other;
        QVERIFY(other.create());
        const auto there = awaited(other.store->append(StoreFixture::acceptance(QStringLiteral("冯某"))));
        PulledBatch batch;
        batch.epoch = QStringLiteral("e1");
        batch.cursor = "c1";
        const auto unsent = awaited(other.store->unsent(0, 100, 1 << 20));
        for (const OutboxEvent &event : *unsent)
            batch.events.append(event.event);
        QCOMPARE(*awaited(store().applyPulled(batch)), 3);
        QCOMPARE(*awaited(store().applyPulled(batch)), 0);
        const auto id = there->cases[0].caseId;
        QCOMPARE(awaited(store().loadCase(id))->value.canonicalJson(),
                 awaited(other.store->loadCase(id))->value.canonicalJson());
        QCOMPARE(awaited(store().syncState())->cursor, QByteArray("c1"));
    }

    void anEventOfThisLogThatIsNotHereMeansACopyGoesOnWriting()
    {
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("陈某")))));
        // The same folder, copied before the next case and written on elsewhere.
        m_fixture->store.reset();
        StoreFixture copy;
        copy.key = m_fixture->key;
        QVERIFY(QDir().mkpath(copy.path()));
        QVERIFY(QFile::copy(m_fixture->path() + QStringLiteral("/station.db"),
                            copy.path() + QStringLiteral("/station.db")));
        QVERIFY(copy.reopen());
        QVERIFY(awaited(copy.store->append(StoreFixture::acceptance(QStringLiteral("褚某")))));
        const auto unsent = awaited(copy.store->unsent(3, 100, 1 << 20));
        QVERIFY(m_fixture->reopen());
        PulledBatch batch;
        for (const OutboxEvent &event : *unsent)
            batch.events.append(event.event);
        const auto applied = awaited(store().applyPulled(batch));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::DeviceCloned);
    }

    void theProjectionsAreTheSameAfterRebuilding()
    {
        for (const QString &name : {QStringLiteral("卫某"), QStringLiteral("蒋某"), QStringLiteral("沈某")})
            QVERIFY(awaited(store().append(StoreFixture::acceptance(name))));
        CaseQuery query;
        query.filter = CaseFilter::All;
        const auto before = awaited(store().cases(query));
        QCOMPARE(*awaited(store().rebuildProjections()), 3);
        const auto after = awaited(store().cases(query));
        QCOMPARE(before->size(), after->size());
        for (const CaseRow &row : *before)
            QVERIFY(after->contains(row));
    }

    void noFileShowsANameANumberOrAPage()
    {
        const QByteArray page = "SECRET-PAGE-" + QByteArray(100000, 'x') + "-THE-END";
        QVERIFY(awaited(store().putBlob(page, QStringLiteral("image/png"))));
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("韩梅梅")))));
        QVERIFY(awaited(store().saveDraft(DraftId(QUuid::createUuid()),
                                          QStringLiteral("{\"name\":\"韩梅梅\"}").toUtf8())));
        const QByteArrayList needles{QStringLiteral("韩梅梅").toUtf8(),
                                     "430407195803121127",
                                     "13800004321",
                                     "SECRET-PAGE",
                                     "SQLite format",
                                     "xxxxxxxxxxxxxxxx"};
        int files = 0;
        QDirIterator walk(m_fixture->folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++files;
            for (const QByteArray &needle : needles)
                QVERIFY2(!content.contains(needle), qPrintable(file.fileName() + QString::fromUtf8(needle)));
            QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        }
        QVERIFY(files >= 3);
    }

    void anotherKeyOpensNothing()
    {
        m_fixture->key = QByteArray(32, 'x');
        const auto opened = m_fixture->reopen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreKeyWrong);
    }

    void aSecondStoreInTheSameFolderIsRefused()
    {
        const auto again = m_fixture->create();
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::StoreExists);
    }

    void anEmptyFolderHoldsNoStore()
    {
        StoreFixture none;
        const auto opened = none.reopen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreMissing);
        const auto drafts = awaited(none.store->drafts());
        QVERIFY(!drafts);
        QCOMPARE(drafts.error().code, ErrorCode::StoreClosed);
    }

    void aDamagedPageFileIsNotShown()
    {
        const auto digest = awaited(store().putBlob(QByteArray(200000, 'p'), QStringLiteral("image/png")));
        QVERIFY(digest);
        QDirIterator walk(m_fixture->path() + QStringLiteral("/pages"), QDir::Files,
                          QDirIterator::Subdirectories);
        const QString path = walk.next();
        for (const qint64 at :
             {qint64(0), qint64(10), qint64(40), qint64(70000), QFileInfo(path).size() - 1}) {
            flip(path, at);
            const auto damaged = awaited(store().blob(*digest));
            QVERIFY(!damaged);
            QCOMPARE(damaged.error().code, ErrorCode::BlobDamaged);
            flip(path, at);
        }
        // Chunks cut off at a border are damage, too.
        QFile file(path);
        QVERIFY(file.resize(4 + 32 + 65536 + 16));
        QCOMPARE(awaited(store().blob(*digest)).error().code, ErrorCode::BlobDamaged);
        // Putting the page again mends it.
        QVERIFY(awaited(store().putBlob(QByteArray(200000, 'p'), QStringLiteral("image/png"))));
        QCOMPARE(awaited(store().blob(*digest))->size(), 200000);
    }

    void pagesOfEverySizeComeBackWhole()
    {
        for (const int size : {0, 1, 65535, 65536, 65537, 131072, 200001}) {
            const QByteArray page(size, 'q');
            const auto digest = awaited(store().putBlob(page, QStringLiteral("image/png")));
            QVERIFY(digest);
            QCOMPARE(awaited(store().blob(*digest)).value(), page);
        }
    }

    void settingsAreKept()
    {
        QVERIFY(awaited(store().setting(QStringLiteral("accounts")))->isEmpty());
        QVERIFY(awaited(store().setSetting(QStringLiteral("accounts"), "[]")));
        QVERIFY(m_fixture->reopen());
        QCOMPARE(*awaited(store().setting(QStringLiteral("accounts"))), QByteArray("[]"));
    }

private:
    Store &store() { return *m_fixture->store; }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_store)
#include "tst_store.moc"
