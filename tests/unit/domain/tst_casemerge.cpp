#include "domain/Case.h"
#include "domain/EventTypes.h"
#include "support/CaseHistory.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <random>

using namespace yichuang;
namespace type = yichuang::eventtype;
using test::CaseHistory;
using test::numberedId;

namespace {

QJsonObject answer(const char *key, const QJsonValue &value)
{
    return {{QStringLiteral("answers"), QJsonObject{{QString::fromLatin1(key), value}}}};
}

QJsonObject winners(const QString &field, const EventId &event)
{
    return {{QStringLiteral("winners"), QJsonObject{{field, event.toString()}}}};
}

struct Fork
{
    CaseHistory history;
    EventId left, right;
};

// Two stations answer the same question without knowing of each other.
Fork forked(const QJsonValue &left, const QJsonValue &right)
{
    Fork fork;
    const EventId root = fork.history.add(type::opened, {{QStringLiteral("number"), QStringLiteral("N")}});
    fork.left = fork.history.add(type::formRecorded, answer("price", left), 1, {root});
    fork.right = fork.history.add(type::formRecorded, answer("price", right), 2, {root});
    return fork;
}

// A case in which four devices write without much order, with merges and forks.
CaseHistory entangled(std::mt19937 &random, int size)
{
    CaseHistory history;
    history.add(type::opened, {{QStringLiteral("number"), QStringLiteral("N")}});
    const auto any = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    while (static_cast<int>(history.events().size()) < size) {
        QList<EventId> parents;
        for (int i = 0; i <= any(2); ++i)
            parents.append(
                history.events()[static_cast<size_t>(any(static_cast<int>(history.events().size())))].id);
        const int device = 1 + any(4);
        switch (any(6)) {
        case 0:
            history.add(type::accepted, {{QStringLiteral("committedDays"), any(9)}}, device, parents);
            break;
        case 1:
            history.add(type::materialAttached,
                        {{QStringLiteral("line"), QStringLiteral("c")},
                         {QStringLiteral("blob"), QString::number(any(20))}},
                        device, parents);
            break;
        case 2:
            history.add(type::caseMerged, winners(QStringLiteral("answer.b"), parents.first()), device,
                        parents);
            break;
        case 3:
            history.add(type::materialWithdrawn,
                        {{QStringLiteral("line"), QStringLiteral("c")},
                         {QStringLiteral("blob"), QString::number(any(20))}},
                        device, parents);
            break;
        default:
            history.add(type::formRecorded, answer(any(2) ? "a" : "b", any(3)), device, parents);
        }
    }
    return history;
}

} // namespace

class TestCaseMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForkKeepsTheLaterValueAndListsBoth()
    {
        const Fork fork = forked(100, 200);
        const Case folded = foldCase(fork.history.events());
        QCOMPARE(folded.answers.value(QLatin1String("price")).toInt(), 200);
        QCOMPARE(folded.conflicts,
                 (QList<FieldConflict>{{QStringLiteral("answer.price"), fork.right, fork.left}}));
        QCOMPARE(folded.heads, (QList<EventId>{fork.left, fork.right}));
    }

    void aForkThatAgreesIsNoConflict()
    {
        const Fork fork = forked(100, 100);
        QVERIFY(foldCase(fork.history.events()).conflicts.isEmpty());
    }

    void differentFieldsMergeWithoutConflict()
    {
        Fork fork = forked(100, 100);
        fork.history.add(type::formRecorded, answer("area", 98), 1, {fork.left});
        fork.history.add(type::formRecorded, answer("use", QStringLiteral("住宅")), 2, {fork.right});
        const Case folded = foldCase(fork.history.events());
        QVERIFY(folded.conflicts.isEmpty());
        QCOMPARE(folded.answers.size(), 3);
    }

    void knowingTheOtherValueIsNoConflict()
    {
        Fork fork = forked(100, 100);
        fork.history.add(type::formRecorded, answer("price", 300), 1, {fork.left, fork.right});
        QVERIFY(foldCase(fork.history.events()).conflicts.isEmpty());
    }

    void aConflictStaysUntilAPersonSettlesIt()
    {
        Fork fork = forked(100, 200);
        fork.history.add(type::formRecorded, answer("area", 98), 1, {fork.left, fork.right});
        QCOMPARE(foldCase(fork.history.events()).conflicts.size(), 1);
        const EventId merge =
            fork.history.add(type::caseMerged, winners(QStringLiteral("answer.price"), fork.left), 1);
        const Case folded = foldCase(fork.history.events());
        QVERIFY(folded.conflicts.isEmpty());
        QCOMPARE(folded.answers.value(QLatin1String("price")).toInt(), 100);
        QCOMPARE(folded.heads, QList{merge});
    }

    void aSettlementSettlesOnlyWhatItKnew()
    {
        Fork fork = forked(100, 200);
        const EventId unseen =
            fork.history.add(type::formRecorded, answer("price", 300), 3, {fork.history.events().front().id});
        fork.history.add(type::caseMerged, winners(QStringLiteral("answer.price"), fork.left), 1,
                         {fork.left, fork.right});
        const Case folded = foldCase(fork.history.events());
        QCOMPARE(folded.conflicts.size(), 1);
        QCOMPARE(folded.conflicts.first().other, unseen);
    }

    void aWinnerThatNeverWroteTheFieldSettlesNothing()
    {
        Fork fork = forked(100, 200);
        fork.history.add(type::caseMerged,
                         winners(QStringLiteral("answer.price"), fork.history.events().front().id), 1,
                         {fork.left, fork.right});
        QCOMPARE(foldCase(fork.history.events()).conflicts.size(), 1);
    }

    void threeWaysAreAllListed()
    {
        Fork fork = forked(100, 200);
        const EventId third =
            fork.history.add(type::formRecorded, answer("price", 300), 3, {fork.history.events().front().id});
        const Case folded = foldCase(fork.history.events());
        QCOMPARE(folded.conflicts.size(), 2);
        for (const FieldConflict &conflict : folded.conflicts)
            QCOMPARE(conflict.kept, third);
    }

    void twoVerdictsAreAConflictOfTheState()
    {
        CaseHistory history;
        const EventId root = history.add(type::opened);
        history.add(type::accepted, {}, 1, {root});
        history.add(type::declined, {}, 2, {root});
        const Case folded = foldCase(history.events());
        QCOMPARE(toString(folded.state), toString(CaseState::NotAccepted));
        QCOMPARE(folded.conflicts.size(), 1);
        QCOMPARE(folded.conflicts.first().field, QStringLiteral("state"));
    }

    void anyOrderAndAnyRepetitionGiveTheSameBytes()
    {
        std::mt19937 random(20261124); // fixed: a failure repeats
        for (int round = 0; round < 40; ++round) {
            const CaseHistory history = entangled(random, 60);
            const QByteArray expected = foldCase(history.events()).canonicalJson();
            for (int shuffle = 0; shuffle < 20; ++shuffle) {
                std::vector<Event> events = history.events();
                for (int copies = 0; copies < 15; ++copies)
                    events.push_back(events[random() % events.size()]);
                std::shuffle(events.begin(), events.end(), random);
                QCOMPARE(foldCase(events).canonicalJson(), expected);
            }
        }
    }

    void parentsComeBeforeTheirChildrenWhateverTheClocksSay()
    {
        CaseHistory history;
        history.add(type::opened);
        history.add(type::formRecorded, answer("price", 1), 1);
        history.add(type::formRecorded, answer("price", 2), 2);
        history.events()[2].time = {1, 0}; // this station's clock is far behind
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.answers.value(QLatin1String("price")).toInt(), 2);
        QVERIFY(folded.conflicts.isEmpty());
    }

    void cyclesAndMissingParentsGiveOneOrderToo()
    {
        CaseHistory history = forked(1, 2).history;
        std::vector<Event> &events = history.events();
        events[0].parents = {events[2].id, events[0].id};
        events[1].parents = {events[2].id, numberedId<EventId>(999999)};
        events[2].parents = {events[1].id, events[1].id};
        const QByteArray expected = foldCase(events).canonicalJson();
        QCOMPARE(foldCase(events).history.size(), 3);
        std::mt19937 random(1);
        for (int i = 0; i < 50; ++i) {
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(foldCase(events).canonicalJson(), expected);
        }
    }

    void oneIdForTwoEventsGivesOneOfThemWhateverTheOrder()
    {
        CaseHistory history = forked(1, 2).history;
        std::vector<Event> &events = history.events();
        Event lie = events[1];
        lie.payload = answer("price", 777);
        events.push_back(lie);
        const QByteArray expected = foldCase(events).canonicalJson();
        QCOMPARE(foldCase(events).history.size(), 3);
        std::reverse(events.begin(), events.end());
        QCOMPARE(foldCase(events).canonicalJson(), expected);
    }

    void eventsOfAnotherCaseStayOut()
    {
        CaseHistory history = forked(1, 2).history;
        Event stray = history.events()[2];
        stray.id = numberedId<EventId>(5);
        stray.caseId = numberedId<CaseId>(2);
        const QByteArray expected = foldCase(history.events()).canonicalJson();
        history.events().push_back(stray);
        QCOMPARE(foldCase(history.events()).canonicalJson(), expected);
    }

    void tenThousandEventsFoldInTime_data()
    {
        QTest::addColumn<QString>("shape");
        for (const char *shape : {"chain", "star", "two chains", "reversed cycle"})
            QTest::newRow(shape) << QString::fromLatin1(shape);
    }
    void tenThousandEventsFoldInTime()
    {
        QFETCH(QString, shape);
        constexpr int size = 10'000;
        CaseHistory history;
        history.add(type::opened);
        while (static_cast<int>(history.events().size()) < size) {
            const auto count = history.events().size();
            QList<EventId> parents{history.events().back().id};
            if (shape == QLatin1String("star"))
                parents = {history.events().front().id};
            else if (shape == QLatin1String("two chains"))
                parents = {history.events()[count < 3 ? 0 : count - 2].id};
            history.add(type::formRecorded, answer("price", int(count)), 1 + int(count % 2), parents);
        }
        if (shape == QLatin1String("reversed cycle")) {
            for (size_t i = 0; i < history.events().size(); ++i)
                history.events()[i].parents = {history.events()[(i + 1) % history.events().size()].id};
        }
        QElapsedTimer timer;
        timer.start();
        const Case folded = foldCase(history.events());
        const qint64 elapsed = timer.elapsed();
        QCOMPARE(folded.history.size(), size);
        QVERIFY2(elapsed < 3000, qPrintable(QStringLiteral("%1 ms").arg(elapsed))); // 0.1 s on a slow machine
    }
};

QTEST_GUILESS_MAIN(TestCaseMerge)
#include "tst_casemerge.moc"
