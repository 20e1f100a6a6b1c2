#include "StoreFixture.h"

using namespace yichuang;

// Failure 28: the same person or case made at two stations is on the work list of whoever has both, until a
// person has said what it is.
class tst_store_workitems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_here = std::make_unique<StoreFixture>();
        m_there = std::make_unique<StoreFixture>();
        QVERIFY(m_here->create() && m_there->create());
    }
    void cleanup()
    {
        m_here.reset();
        m_there.reset();
    }

    void theSameCaseOfTwoStationsIsFlaggedAtBoth()
    {
        const CaseId here = accept(*m_here, QStringLiteral("罗秀芬"));
        const CaseId there = accept(*m_there, QStringLiteral("罗秀芬"));
        QVERIFY(items(*m_here).isEmpty());
        exchange();
        for (StoreFixture *station : {m_here.get(), m_there.get()}) {
            const auto found = items(*station);
            QCOMPARE(found.size(), 1);
            QVERIFY(found[0].kind == WorkItemKind::SameCase);
            QCOMPARE(QSet<QString>({found[0].first.toString(), found[0].second.toString()}),
                     QSet<QString>({here.toString(), there.toString()}));
            QVERIFY(!found[0].held);
            QCOMPARE(found[0].firstApplicant, QStringLiteral("罗秀芬"));
            QVERIFY(found[0].firstNumber.startsWith(QStringLiteral("430407-W03-261123-")));
            QCOMPARE(awaited(station->store->workItemCount()).value(), 1);
        }
    }

    void oneNumberWithTwoNamesIsFlagged()
    {
        accept(*m_here, QStringLiteral("罗秀芬"));
        accept(*m_here, QStringLiteral("罗秀芳"));
        QCOMPARE(items(*m_here).size(), 1);
        exchange();
        QVERIFY(items(*m_here)[0].kind == WorkItemKind::SamePerson);
        QCOMPARE(items(*m_here), items(*m_there));
    }

    void aVerdictSettlesItForBothAndHeldKeepsIt_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("left");
        for (const char *verdict : {"same", "different", "both"})
            QTest::newRow(verdict) << QString::fromLatin1(verdict) << 0;
        QTest::newRow("held") << QStringLiteral("held") << 1;
    }
    void aVerdictSettlesItForBothAndHeldKeepsIt()
    {
        QFETCH(QString, verdict);
        QFETCH(int, left);
        const CaseId here = accept(*m_here, QStringLiteral("罗秀芬"));
        const CaseId there = accept(*m_there, QStringLiteral("罗秀芬"));
        exchange();
        settle(*m_there, there, here, verdict);
        exchange();
        for (StoreFixture *station : {m_here.get(), m_there.get()}) {
            QCOMPARE(items(*station).size(), left);
            // Nor does a later change of either bring it back.
            QVERIFY(awaited(station->store->rebuildProjections()));
            QCOMPARE(items(*station).size(), left);
            if (left == 1)
                QVERIFY(items(*station)[0].held);
        }
    }

    void aConflictOfOneFieldIsListedUntilItIsMerged()
    {
        const CaseId id = accept(*m_here, QStringLiteral("罗秀芬"));
        exchange();
        answer(*m_here, id, QStringLiteral("甲"));
        answer(*m_there, id, QStringLiteral("乙"));
        exchange();
        const auto found = items(*m_here);
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].kind == WorkItemKind::FieldConflict);
        QCOMPARE(found[0].field, QStringLiteral("answer.road"));
        QVERIFY(found[0].second.isNull());
        QCOMPARE(found, items(*m_there));
        Transaction merge;
        merge.events = {
            {id,
             eventtype::caseMerged,
             {{QStringLiteral("winners"), QJsonObject{{found[0].field, found[0].other.toString()}}}}}};
        QVERIFY(awaited(m_here->store->append(merge)));
        QVERIFY(items(*m_here).isEmpty());
        exchange();
        QVERIFY(items(*m_there).isEmpty());
    }

    void theListIsTheSameAfterRebuildingAndReopening()
    {
        accept(*m_here, QStringLiteral("罗秀芬"));
        accept(*m_here, QStringLiteral("张三"));
        accept(*m_there, QStringLiteral("罗秀芬"));
        exchange();
        const auto before = items(*m_here);
        QCOMPARE(before.size(), 3);
        QVERIFY(before[0].kind == WorkItemKind::SameCase);
        QVERIFY(awaited(m_here->store->rebuildProjections()));
        QCOMPARE(items(*m_here), before);
        QVERIFY(m_here->reopen());
        QCOMPARE(items(*m_here), before);
    }

    // A person's thousandth case costs what the first did: the search stands on indexes.
    void manyCasesOfOnePersonAtOneStationAreNoTwins()
    {
        for (int i = 0; i < 300; ++i)
            accept(*m_here, QStringLiteral("罗秀芬"));
        QVERIFY(items(*m_here).isEmpty());
    }

private:
    static CaseId accept(StoreFixture &station, const QString &name)
    {
        return awaited(station.store->append(StoreFixture::acceptance(name)))->cases[0].caseId;
    }
    static void answer(StoreFixture &station, const CaseId &id, const QString &road)
    {
        Transaction transaction;
        transaction.events = {{id,
                               eventtype::formRecorded,
                               {{QStringLiteral("answers"), QJsonObject{{QStringLiteral("road"), road}}}}}};
        QVERIFY(awaited(station.store->append(transaction)));
    }
    static void settle(StoreFixture &station, const CaseId &in, const CaseId &other, const QString &verdict)
    {
        Transaction transaction;
        transaction.events = {{in,
                               eventtype::twinSettled,
                               {{QStringLiteral("other"), other.toString()},
                                {QStringLiteral("verdict"), verdict},
                                {QStringLiteral("reason"), QStringLiteral("核对")},
                                {QStringLiteral("secondClerk"), QStringLiteral("0318")}}}};
        QVERIFY(awaited(station.store->append(transaction)));
    }
    static QList<WorkItem> items(StoreFixture &station)
    {
        return awaited(station.store->workItems()).value();
    }

    // Each has the other's log.
    void exchange()
    {
        const auto give = [](StoreFixture &from, StoreFixture &to) {
            QList<SignedEvent> events;
            const auto log = awaited(from.store->unsent(0, 10000, 1 << 24));
            for (const OutboxEvent &event : *log)
                events.append(event.event);
            QVERIFY(awaited(to.store->applyPulled({QStringLiteral("e1"), "1", events})));
        };
        give(*m_here, *m_there);
        give(*m_there, *m_here);
    }

    std::unique_ptr<StoreFixture> m_here;
    std::unique_ptr<StoreFixture> m_there;
};

QTEST_GUILESS_MAIN(tst_store_workitems)
#include "tst_store_workitems.moc"
