#include "SampleDraft.h"
#include "intake/PageLayout.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

QList<int> order(const DraftDocument &draft, const QString &line)
{
    QList<int> ids;
    const QList<DraftPage> pages = draft.materials.value(line).pages;
    for (const DraftPage &page : pages)
        ids.append(page.id);
    return ids;
}

const QString contract = QStringLiteral("contract");
const QString plan = QStringLiteral("plan");

} // namespace

class PageLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesAPageWithinItsLine()
    {
        DraftDocument draft = sampleDraft();
        PageLayout layout(&draft);
        QVERIFY(layout.move(3, 0));
        QCOMPARE(order(draft, contract), (QList<int>{3, 1, 2}));
        QVERIFY(!layout.move(3, 3));
        QVERIFY(!layout.move(3, -1));
        QVERIFY(!layout.move(77, 0));
    }

    void turnsAPageByQuarters()
    {
        DraftDocument draft = sampleDraft();
        PageLayout layout(&draft);
        QVERIFY(layout.rotate(1, -1));
        QCOMPARE(draft.page(1)->rotation, 270);
        QVERIFY(layout.rotate(1, 2));
        QCOMPARE(draft.page(1)->rotation, 90);
        QVERIFY(!layout.rotate(77, 1));
    }

    void filesAPageUnderAnotherLine()
    {
        DraftDocument draft = sampleDraft();
        PageLayout layout(&draft);
        QVERIFY(layout.refile(2, plan));
        QCOMPARE(order(draft, contract), (QList<int>{1, 3}));
        QCOMPARE(order(draft, plan), (QList<int>{2}));
        QCOMPARE(draft.materials.value(plan).line, plan);
        QCOMPARE(draft.page(2)->note, QStringLiteral("原件即如此"));
        QVERIFY(!layout.refile(2, plan));
        QVERIFY(!layout.refile(77, plan));
    }

    void takesBackEveryChangeInTurn()
    {
        const DraftDocument before = sampleDraft();
        DraftDocument draft = before;
        PageLayout layout(&draft);
        QVERIFY(!layout.canUndo());
        QVERIFY(layout.remove(1));
        QVERIFY(layout.rotate(2, 1));
        QVERIFY(layout.refile(3, plan));
        QVERIFY(layout.note(2, QStringLiteral("x")));
        for (int step = 0; step < 4; ++step)
            QVERIFY(layout.undo());
        QCOMPARE(order(draft, contract), (QList<int>{1, 2, 3}));
        QCOMPARE(draft.materials.value(contract), before.materials.value(contract));
        QVERIFY(order(draft, plan).isEmpty());
        QVERIFY(!layout.undo());
    }

    void takingBackLosesNoPageThatLandedMeanwhile()
    {
        DraftDocument draft = sampleDraft();
        PageLayout layout(&draft);
        QVERIFY(layout.remove(2));
        layout.add(contract, samplePage(4));
        layout.add(plan, samplePage(5));
        QVERIFY(layout.undo());
        QCOMPARE(order(draft, contract), (QList<int>{1, 2, 3, 4}));
        QCOMPARE(order(draft, plan), (QList<int>{5}));
    }

    void remembersAHundredStepsAndNoMore()
    {
        DraftDocument draft = sampleDraft();
        PageLayout layout(&draft);
        for (int step = 0; step < 130; ++step)
            QVERIFY(layout.rotate(1, 1));
        int undone = 0;
        while (layout.undo())
            ++undone;
        QCOMPARE(undone, 100);
    }
};

QTEST_GUILESS_MAIN(PageLayoutTest)
#include "tst_pagelayout.moc"
