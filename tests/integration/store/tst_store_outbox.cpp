#include "StoreFixture.h"

#include "support/SteppedClock.h"

using namespace yichuang;

namespace {

const QString epoch = QStringLiteral("e1");

EventDraft attached(const CaseId &id, const Digest &digest)
{
    return {id,
            eventtype::materialAttached,
            {{QStringLiteral("line"), QStringLiteral("a")},
             {QStringLiteral("lineName"), QStringLiteral("申请表")},
             {QStringLiteral("blob"), digest.toHex()},
             {QStringLiteral("page"), 1}}};
}

} // namespace

// What the outbox screen is told: which cases wait, in which order, how much of each is there, and what needs
// a hand.
class tst_store_outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<test::SteppedClock>(QDateTime(QDate(2026, 11, 23), QTime(1, 12), Qt::UTC));
        m_files = std::make_unique<StoreFixture>();
        m_store = std::make_unique<Store>(m_files->path(), *m_clock, m_files->random);
        QVERIFY(awaited(m_store->create(Secret(m_files->key), m_files->device, Secret(QByteArray(32, 's')))));
    }
    void cleanup()
    {
        m_store.reset();
        m_files.reset();
    }

    void casesStandInTheOrderInWhichTheyWereMadeWithTheirPagesAndBytes()
    {
        const CaseId first = add(QStringLiteral("曾某"), {QByteArray(100, 'a'), QByteArray(50, 'b')});
        const CaseId second = add(QStringLiteral("罗某"), {});
        const OutboxList list = all();
        QCOMPARE(list.cases.size(), 2);
        const OutboxCase &one = list.cases[0];
        QCOMPARE(one.id, first);
        QCOMPARE(one.applicant, QStringLiteral("曾某"));
        QCOMPARE(one.itemName, QStringLiteral("高龄津贴"));
        QCOMPARE(one.number, QStringLiteral("430407-W03-261123-0001"));
        QCOMPARE(one.place, 1);
        QCOMPARE(one.events, 5);
        QCOMPARE(one.pages, 2);
        QCOMPARE(one.pagesToSend, 2);
        QCOMPARE(one.bytes, 150);
        QCOMPARE(one.bytesThere, 0);
        QCOMPARE(one.waitingSince, std::optional(QDateTime(QDate(2026, 11, 23), QTime(1, 12), Qt::UTC)));
        QCOMPARE(list.cases[1].id, second);
        QCOMPARE(list.cases[1].place, 2);
        QCOMPARE(list.totals.cases, 2);
        QCOMPARE(list.totals.bytes, 150);
        QCOMPARE(list.totals.oldest, one.waitingSince);
    }

    void aPartOfAPageThatIsThereCountsAndIsKnownAfterARestart()
    {
        add(QStringLiteral("曾某"), {QByteArray(100, 'a'), QByteArray(50, 'b')});
        const PendingPage page = awaited(m_store->pagesToSend(1))->value(0);
        QVERIFY(awaited(m_store->rememberUpload(page.digest, QStringLiteral("/v1/blobs/1"), 60)));
        reopen();
        QCOMPARE(all().cases[0].bytesThere, 60);
        QCOMPARE(all().totals.bytesThere, 60);
        QVERIFY(awaited(m_store->pageSent(page.digest)));
        QCOMPARE(all().cases[0].bytesThere, page.size);
        QCOMPARE(all().cases[0].pagesToSend, 1);
    }

    void acknowledgedEventsWithAPageLeftStillWait()
    {
        add(QStringLiteral("曾某"), {QByteArray(100, 'a')});
        m_clock->advance(60000);
        add(QStringLiteral("罗某"), {});
        QVERIFY(awaited(m_store->acknowledge(4, 4, epoch, {})));
        QCOMPARE(all().cases.size(), 2);
        QCOMPARE(all().cases[0].events, 0);
        QCOMPARE(all().cases[0].pagesToSend, 1);
        QVERIFY(awaited(m_store->pageSent(awaited(m_store->pagesToSend(1))->value(0).digest)));
        QCOMPARE(all().cases.size(), 1);
        QCOMPARE(all().cases[0].applicant, QStringLiteral("罗某"));
        QCOMPARE(all().cases[0].place, 1);
        QCOMPARE(awaited(m_store->outbox())->unsentCases, 1);
        QVERIFY(awaited(m_store->acknowledge(7, 7, epoch, {})));
        QVERIFY(all().cases.isEmpty());
        QCOMPARE(all().totals, OutboxTotals());
        QCOMPARE(awaited(m_store->outbox())->unsentCases, 0);
    }

    void whatWasSetAsideStandsFirstAndSaysWhy()
    {
        add(QStringLiteral("曾某"), {QByteArray(100, 'a')});
        const CaseId second = add(QStringLiteral("罗某"), {});
        QVERIFY(awaited(m_store->acknowledge(7, 0, epoch, {{6, QStringLiteral("malformed")}})));
        const OutboxList list = all();
        QCOMPARE(list.cases.size(), 2);
        QCOMPARE(list.cases[0].id, second);
        QCOMPARE(list.cases[0].refusal, QStringLiteral("malformed"));
        QCOMPARE(list.cases[0].place, 0); // all of it was taken in; a person must look
        QVERIFY(!list.cases[0].waitingSince);
        QCOMPARE(list.cases[1].place, 1);
        QCOMPARE(list.totals.needHand, 1);
        const auto parts = awaited(m_store->outboxParts(second));
        QVERIFY(parts->events.isEmpty());
        QCOMPARE(parts->refused.size(), 1);
        QCOMPARE(parts->refused[0].reason, QStringLiteral("malformed"));
        const auto status = awaited(m_store->outbox());
        QCOMPARE(status->casesAside, 1);
        QCOMPARE(status->unsentCases, 1);
    }

    void thePartsOfACaseAreNamed()
    {
        const CaseId id = add(QStringLiteral("曾某"), {QByteArray(100, 'a'), QByteArray(50, 'b')});
        add(QStringLiteral("罗某"), {QByteArray(70, 'c')});
        QVERIFY(awaited(m_store->acknowledge(3, 0, epoch, {})));
        const auto parts = awaited(m_store->outboxParts(id));
        QCOMPARE(parts->events.size(), 2);
        QCOMPARE(parts->pages.size(), 2);
        QCOMPARE(parts->pages[0].bytes + parts->pages[1].bytes, 150);
    }

    void aNameAnItemAndANumberFindAndThePlaceStaysThatOfTheWholeQueue()
    {
        add(QStringLiteral("曾某"), {});
        add(QStringLiteral("罗某"), {});
        QCOMPARE(found(QStringLiteral("罗")).size(), 1);
        QCOMPARE(found(QStringLiteral("罗"))[0].place, 2);
        QCOMPARE(found(QStringLiteral("-0001"))[0].applicant, QStringLiteral("曾某"));
        QCOMPARE(found(QStringLiteral("高龄")).size(), 2);
        QCOMPARE(found(QStringLiteral("%")).size(), 0);
        QCOMPARE(found(QStringLiteral("' OR 1=1 --")).size(), 0);
        OutboxQuery second;
        second.limit = 1;
        second.offset = 1;
        const auto page = awaited(m_store->outboxCases(second));
        QCOMPARE(page->cases.size(), 1);
        QCOMPARE(page->cases[0].place, 2);
        QCOMPARE(page->totals.cases, 2);
    }

    void onePageOfTwoCasesCountsOnceInTheWhole()
    {
        add(QStringLiteral("曾某"), {QByteArray(100, 'a')});
        add(QStringLiteral("罗某"), {QByteArray(100, 'a')});
        QCOMPARE(all().cases[1].bytes, 100);
        QCOMPARE(all().totals.bytes, 100);
        QCOMPARE(all().totals.pages, 1);
    }

    void aPlatformThatWasRestoredHasNothingOfAPageAnyMore()
    {
        add(QStringLiteral("曾某"), {QByteArray(100, 'a')});
        QVERIFY(awaited(m_store->acknowledge(4, 4, epoch, {})));
        const PendingPage page = awaited(m_store->pagesToSend(1))->value(0);
        QVERIFY(awaited(m_store->rememberUpload(page.digest, QStringLiteral("/v1/blobs/1"), 60)));
        QVERIFY(awaited(m_store->acknowledge(0, 0, QStringLiteral("e2"), {})));
        QCOMPARE(all().cases[0].bytesThere, 0);
        QCOMPARE(all().cases[0].events, 4);
    }

    void failuresInARowAreCountedOnThroughARestartAndEndWithASuccess()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(awaited(m_store->countFailure()));
        reopen();
        auto state = awaited(m_store->syncState());
        QCOMPARE(state->failedAttempts, 3);
        state->failedAttempts = 0;
        QVERIFY(awaited(m_store->setSyncState(*state)));
        QCOMPARE(awaited(m_store->syncState())->failedAttempts, 0);
    }

private:
    CaseId add(const QString &name, const QList<QByteArray> &pages)
    {
        Transaction transaction = StoreFixture::acceptance(name);
        const CaseId id = transaction.events[0].caseId;
        for (const QByteArray &page : pages) {
            const auto digest = awaited(m_store->putBlob(page, QStringLiteral("image/png")));
            transaction.events.append(attached(id, *digest));
        }
        if (!awaited(m_store->append(transaction)))
            qFatal("no case");
        return id;
    }
    OutboxList all() { return *awaited(m_store->outboxCases({})); }
    QList<OutboxCase> found(const QString &text) { return awaited(m_store->outboxCases({text}))->cases; }
    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<Store>(m_files->path(), *m_clock, m_files->random);
        QVERIFY(awaited(m_store->open(Secret(m_files->key))));
    }

    std::unique_ptr<test::SteppedClock> m_clock;
    std::unique_ptr<StoreFixture> m_files;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_store_outbox)
#include "tst_store_outbox.moc"
