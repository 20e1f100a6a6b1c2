#include "StoreFixture.h"

#include "store/ForeignEvents.h"

#include <QDirIterator>
#include <QVariant>

using namespace yichuang;

namespace {

const QString png = QStringLiteral("image/png");

EventDraft attached(const CaseId &id, const Digest &digest, const QString &line)
{
    return {id,
            eventtype::materialAttached,
            {{QStringLiteral("line"), line},
             {QStringLiteral("lineName"), line},
             {QStringLiteral("blob"), digest.toHex()},
             {QStringLiteral("page"), 1}}};
}

EventDraft withdrawn(const CaseId &id, const Digest &digest, const QString &line)
{
    return {id,
            eventtype::materialWithdrawn,
            {{QStringLiteral("line"), line}, {QStringLiteral("blob"), digest.toHex()}}};
}

} // namespace

// What the client of the platform relies on: epochs, items that cannot be taken, and pages that more than one
// line, or none, refers to.
class tst_store_exchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(m_fixture->create());
    }
    void cleanup() { m_fixture.reset(); }

    void anotherEpochMakesEverythingUnsentAgain_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("said by a push") << 0;
        QTest::newRow("said by a pull") << 1;
        QTest::newRow("set by the client") << 2;
    }
    void anotherEpochMakesEverythingUnsentAgain()
    {
        const Digest page = sentCase();
        QFETCH(int, way);
        const QString epoch = QStringLiteral("e2");
        if (way == 0)
            QVERIFY(awaited(store().acknowledge(2, 1, epoch, {})));
        else if (way == 1)
            QVERIFY(awaited(store().applyPulled({epoch, "c9", {}})));
        else
            QVERIFY(awaited(store().setSyncState({epoch, {}, 0, 0, 0, std::nullopt})));
        const auto status = awaited(store().outbox());
        QCOMPARE(status->acknowledged, way == 0 ? 2 : 0);
        QCOMPARE(status->unsentEvents, way == 0 ? 2 : 4);
        QCOMPARE(awaited(store().pagesToSend(10))->value(0).digest, page);
        QCOMPARE(awaited(store().syncState())->epoch, epoch);
        QCOMPARE(awaited(store().syncState())->cursor, way == 1 ? QByteArray("c9") : QByteArray());
    }

    // What is read in parts is what was put, at and round the borders of the chunks that it is encrypted in.
    void aPageIsReadInParts()
    {
        for (const int size : {0, 1, 65535, 65536, 65537, 131072, 200000}) {
            QByteArray bytes(size, 'p');
            for (int i = 0; i < size; i += 11)
                bytes[i] = static_cast<char>(i / 11);
            const auto page = awaited(store().putBlob(bytes, QStringLiteral("image/png")));
            for (const qint64 from : {0, 1, 65535, 65536, 65537, 131071, 131072, 199999, 200000, 300000}) {
                for (const qint64 most : {0, 1, 65536, 70000, 300000})
                    QCOMPARE(*awaited(store().blobPart(*page, from, most)), bytes.mid(from, most));
            }
        }
        const auto unknown = awaited(store().blobPart(Digest::of("nothing"), 0, 1));
        QCOMPARE(unknown.error().code, ErrorCode::BlobUnknown);
    }

    void aLateReplyOfTheSameEpochTakesNothingBack()
    {
        sentCase();
        QVERIFY(awaited(store().acknowledge(1, 0, QStringLiteral("e1"), {})));
        QCOMPARE(awaited(store().outbox())->acknowledged, 4);
        QCOMPARE(awaited(store().syncState())->backedUp, 3);
    }

    void aPoisonedItemHoldsUpNothing()
    {
        StoreFixture other;
        QVERIFY(other.create());
        QVERIFY(awaited(other.store->append(StoreFixture::acceptance(QStringLiteral("冯某")))));
        PulledBatch batch{QStringLiteral("e1"), "c1", eventsOf(other)};
        batch.events.insert(1, {"not an event", QStringLiteral("ed25519"), "s"});
        batch.events.insert(2, {"{\"v\":2,\"more\":1}", QStringLiteral("sm2"), "s"});
        QCOMPARE(*awaited(store().applyPulled(batch)), 3);
        QCOMPARE(awaited(store().counts({}))->all, 1);
        QCOMPARE(awaited(store().outbox())->foreignAside, 2);
        QCOMPARE(awaited(store().syncState())->cursor, QByteArray("c1"));
    }

    // A pull may end in the middle of a case: every beginning of it is a case that can be shown.
    void aCaseThatCameInPartIsShownAndCompletedLater()
    {
        StoreFixture other;
        QVERIFY(other.create());
        QVERIFY(awaited(other.store->append(StoreFixture::acceptance(QStringLiteral("冯某")))));
        const QList<SignedEvent> events = eventsOf(other);
        for (const int index : {2, 0, 1}) {
            const auto applied = awaited(
                store().applyPulled({QStringLiteral("e1"), QByteArray::number(index), {events[index]}}));
            QVERIFY(applied);
            QCOMPARE(*applied, 1);
            QCOMPARE(awaited(store().counts({}))->all, 1);
        }
        CaseQuery query;
        query.text = QStringLiteral("冯某");
        QCOMPARE(awaited(store().cases(query))->size(), 1);
    }

    void twoEventsInOnePlaceAreBothKeptAndTheFirstCounts()
    {
        StoreFixture other;
        QVERIFY(other.create());
        const auto there = awaited(other.store->append(StoreFixture::acceptance(QStringLiteral("冯某"))));
        PulledBatch batch{QStringLiteral("e1"), "c1", eventsOf(other)};
        QVERIFY(awaited(store().applyPulled(batch)));
        Event forged = *parseEvent(batch.events[1].bytes);
        forged.clerk = QStringLiteral("9999");
        batch.events = {{serialise(forged), QStringLiteral("ed25519"), QByteArray(64, 's')}};
        // And one with a known id in another log.
        forged.device = DeviceId(QUuid::createUuid());
        batch.events.append({serialise(forged), QStringLiteral("ed25519"), QByteArray(64, 's')});
        QCOMPARE(*awaited(store().applyPulled(batch)), 0);
        QCOMPARE(awaited(store().outbox())->foreignAside, 2);
        const auto detail = awaited(store().loadCase(there->cases[0].caseId));
        QCOMPARE(detail->value.history[1].clerk, QStringLiteral("0317"));
    }

    void aClockOfAnotherCenturyIsNotFollowed()
    {
        StoreFixture other;
        QVERIFY(other.create());
        QVERIFY(awaited(other.store->append(StoreFixture::acceptance(QStringLiteral("冯某")))));
        Event ahead = *parseEvent(eventsOf(other)[0].bytes);
        ahead.time.milliseconds = QDateTime(QDate(2126, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        const SignedEvent record{serialise(ahead), QStringLiteral("ed25519"), QByteArray(64, 's')};
        const auto applied = awaited(store().applyPulled({QStringLiteral("e1"), "c1", {record}}));
        QVERIFY2(applied, qPrintable(applied ? QString() : logText(applied.error())));
        QCOMPARE(*applied, 1);
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("陈某")))));
        QVERIFY(m_fixture->reopen());
        QVERIFY(awaited(store().append(StoreFixture::acceptance(QStringLiteral("褚某")))));
        for (const SignedEvent &own : eventsOf(*m_fixture))
            QVERIFY(parseEvent(own.bytes)->time.milliseconds < QDateTime::currentMSecsSinceEpoch() + 1000);
    }

    // One scan on two lines is one file; taking it off one line leaves it on the other.
    void aPageOnTwoLinesIsSentOnceAndStaysUntilNobodyNamesIt()
    {
        const auto page = awaited(store().putBlob("page", png));
        auto transaction = StoreFixture::acceptance(QStringLiteral("赵某"));
        const CaseId id = transaction.events[0].caseId;
        transaction.events << attached(id, *page, QStringLiteral("a"))
                           << attached(id, *page, QStringLiteral("b"));
        QVERIFY(awaited(store().append(transaction)));
        QCOMPARE(awaited(store().pagesToSend(10))->size(), 1);
        QVERIFY(appendOne(withdrawn(id, *page, QStringLiteral("a"))));
        QCOMPARE(awaited(store().pagesToSend(10))->size(), 1);
        QVERIFY(appendOne(withdrawn(id, *page, QStringLiteral("b"))));
        QCOMPARE(awaited(store().pagesToSend(10))->size(), 0);
        // The fact that it was once attached stays, and so does what it shows.
        QCOMPARE(*awaited(store().dropUnusedPages(later())), 0);
        QCOMPARE(*awaited(store().blob(*page)), QByteArray("page"));
    }

    void aPageThatNobodyNamesGoesAndOneInADraftStays()
    {
        const auto loose = awaited(store().putBlob("loose", png));
        const auto drafted = awaited(store().putBlob("drafted", png));
        const DraftId draft(QUuid::createUuid());
        QVERIFY(awaited(store().saveDraft(draft, "{\"blob\":\"" + drafted->toHex().toLatin1() + "\"}")));
        QCOMPARE(*awaited(store().dropUnusedPages(m_fixture->clock.now().addDays(-1))), 0);
        QCOMPARE(*awaited(store().dropUnusedPages(later())), 1);
        QCOMPARE(awaited(store().blob(*loose)).error().code, ErrorCode::BlobUnknown);
        QCOMPARE(*awaited(store().blob(*drafted)), QByteArray("drafted"));
        QVERIFY(awaited(store().discardDraft(draft)));
        QCOMPARE(*awaited(store().dropUnusedPages(later())), 1);
        QDirIterator files(m_fixture->path() + QStringLiteral("/pages"), QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(!files.hasNext());
    }

private:
    Store &store() { return *m_fixture->store; }
    QDateTime later() const { return m_fixture->clock.now().addDays(1); }
    Result<Appended> appendOne(const EventDraft &draft)
    {
        Transaction transaction;
        transaction.events = {draft};
        return awaited(store().append(transaction));
    }

    // One case of four events with a page, all of it acknowledged in epoch e1.
    Digest sentCase()
    {
        const auto page = awaited(store().putBlob("page", png));
        auto transaction = StoreFixture::acceptance(QStringLiteral("赵某"));
        transaction.events << attached(transaction.events[0].caseId, *page, QStringLiteral("a"));
        if (!awaited(store().append(transaction)) ||
            !awaited(store().acknowledge(4, 3, QStringLiteral("e1"), {})) ||
            !awaited(store().pageSent(*page)))
            qFatal("the case could not be prepared");
        return *page;
    }

    static QList<SignedEvent> eventsOf(StoreFixture &fixture)
    {
        QList<SignedEvent> events;
        const auto unsent = awaited(fixture.store->unsent(0, 100, 1 << 20));
        for (const OutboxEvent &event : *unsent)
            events.append(event.event);
        return events;
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_store_exchange)
#include "tst_store_exchange.moc"
