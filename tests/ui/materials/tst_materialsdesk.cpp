#include "support/FakePageTray.h"
#include "support/ScriptedPageSource.h"
#include "ui/materials/MaterialsDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using test::FakePageTray;
using test::ScriptedPageSource;

namespace {

const QString contract = QStringLiteral("contract");
const QString plan = QStringLiteral("plan");
const QString unsorted = DraftDocument::unsorted;

} // namespace

class TestMaterialsDesk : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakePageTray tray;
        ScriptedPageSource source;
        MaterialsDesk desk{tray, source};

        Bench()
        {
            tray.addLine(plan, QStringLiteral("房屋平面图"));
            tray.addLine(contract, QStringLiteral("存量房买卖合同"));
        }
        void scanOnto(const QString &line, int pages)
        {
            desk.chooseLine(line);
            desk.scan();
            for (int i = 0; i < pages; ++i)
                source.give("page " + QByteArray::number(i));
            source.end();
        }
        QList<int> pagesOf(const QString &line) const
        {
            QList<int> ids;
            for (const DraftPage &page : tray.draft.materials.value(line).pages)
                ids.append(page.id);
            return ids;
        }
    };

private Q_SLOTS:
    void scannedPagesLandOnTheChosenLineAsTheyCome()
    {
        Bench b;
        b.desk.chooseLine(contract);
        b.desk.scan();
        QCOMPARE(b.source.orders.size(), 1);
        QCOMPARE(b.source.orders.first().scanner, QStringLiteral("sane:test:0"));
        QVERIFY(!b.source.orders.first().singlePage);
        b.source.give("one");
        QCOMPARE(b.pagesOf(contract), QList{1}); // before the scan has ended
        QCOMPARE(b.desk.current(), 1);
        b.source.give("two");
        QCOMPARE(b.desk.scannedPages(), 2);
        b.source.end();
        QVERIFY(b.desk.scanState() == MaterialsDesk::ScanState::Idle);
        QCOMPARE(b.tray.draft.page(1)->origin, QStringLiteral("scan"));
    }

    void withoutALinePagesGoToTheUnsortedTray()
    {
        Bench b;
        b.scanOnto({}, 1);
        QCOMPARE(b.pagesOf(unsorted), QList{1});
        QCOMPARE(b.desk.groups().first().number, 0);
    }

    void choosingAnotherLineDuringAScanMovesNoPage()
    {
        Bench b;
        b.desk.chooseLine(contract);
        b.desk.scan();
        b.source.give("one");
        b.desk.chooseLine(plan);
        b.source.give("two");
        b.source.end();
        QCOMPARE(b.pagesOf(contract).size(), 2);
        QVERIFY(b.pagesOf(plan).isEmpty());
    }

    void aFailureKeepsThePagesThatCame()
    {
        Bench b;
        QSignalSpy failures(&b.desk, &MaterialsDesk::failed);
        b.desk.chooseLine(contract);
        b.desk.scan();
        b.source.give("one");
        b.source.fail(ErrorCode::BlobDamaged);
        QCOMPARE(b.pagesOf(contract).size(), 1);
        QCOMPARE(failures.size(), 1);
        QVERIFY(b.desk.scanState() == MaterialsDesk::ScanState::Idle);
    }

    void aScannerThatDoesNotStartLeavesTheDeskIdle()
    {
        Bench b;
        b.source.broken = true;
        QSignalSpy failures(&b.desk, &MaterialsDesk::failed);
        b.desk.scan();
        QCOMPARE(failures.size(), 1);
        QVERIFY(b.desk.scanState() == MaterialsDesk::ScanState::Idle);
    }

    void stoppingKeepsThePageThatWasOnTheGlass()
    {
        Bench b;
        b.desk.chooseLine(contract);
        b.desk.scan();
        b.desk.stopScan();
        QVERIFY(b.desk.scanState() == MaterialsDesk::ScanState::Stopping);
        QCOMPARE(b.source.stops, 1);
        b.source.give("last");
        b.source.end();
        QCOMPARE(b.pagesOf(contract).size(), 1);
        b.source.give("stray"); // after the end: nobody asked
        QCOMPARE(b.pagesOf(contract).size(), 1);
    }

    void oneScanAtATime()
    {
        Bench b;
        b.desk.scan();
        b.desk.scan();
        QCOMPARE(b.source.orders.size(), 1);
    }

    void scanningAgainTakesThePlaceOfThePage()
    {
        Bench b;
        b.scanOnto(contract, 3);
        b.desk.select(2);
        b.desk.scanAgain();
        QVERIFY(b.source.orders.last().singlePage);
        b.source.give("better");
        b.source.end();
        QCOMPARE(b.pagesOf(contract), (QList{1, 4, 3}));
        QCOMPARE(b.desk.current(), 4);
        b.desk.undo();
        QCOMPARE(b.pagesOf(contract).size(), 4); // the old page is back, the new one is not lost
    }

    void scanningAgainWithoutANewPageKeepsTheOldOne()
    {
        Bench b;
        b.scanOnto(contract, 1);
        b.desk.scanAgain();
        b.source.fail(ErrorCode::BlobDamaged);
        QCOMPARE(b.pagesOf(contract), QList{1});
        b.desk.scan();
        b.source.give("another");
        QCOMPARE(b.pagesOf(contract).size(), 2);
    }

    void digitsFileTheSelectedPages()
    {
        Bench b;
        b.scanOnto({}, 3);
        b.desk.select(1);
        b.desk.select(3, MaterialsDesk::Extend::Toggle);
        QVERIFY(b.desk.refileTo(2));
        QCOMPARE(b.pagesOf(contract), (QList{1, 3}));
        QCOMPARE(b.pagesOf(unsorted), QList{2});
        QCOMPARE(b.desk.targetLine(), contract);
        QVERIFY(!b.desk.refileTo(9));
        QVERIFY(b.desk.refileTo(0));
        QCOMPARE(b.pagesOf(unsorted).size(), 3);
    }

    void undoTakesBackWhatTheClerkDidInOneGo()
    {
        Bench b;
        b.scanOnto({}, 3);
        b.desk.select(1);
        b.desk.select(3, MaterialsDesk::Extend::Range);
        QCOMPARE(b.desk.selectedCount(), 3);
        b.desk.refileTo(2);
        b.desk.rotate(1);
        b.desk.undo();
        QCOMPARE(b.tray.draft.page(2)->rotation, 0);
        QCOMPARE(b.pagesOf(contract).size(), 3);
        b.desk.undo();
        QCOMPARE(b.pagesOf(unsorted).size(), 3);
        b.desk.undo(); // nothing left: nothing happens
        QCOMPARE(b.pagesOf(unsorted).size(), 3);
    }

    void deletingSelectsTheNeighbourAndCanBeUndone()
    {
        Bench b;
        b.scanOnto(contract, 3);
        b.desk.select(2);
        b.desk.remove();
        QCOMPARE(b.pagesOf(contract), (QList{1, 3}));
        QCOMPARE(b.desk.current(), 3);
        QCOMPARE(b.desk.selectedCount(), 1);
        b.desk.remove();
        QCOMPARE(b.desk.current(), 1);
        b.desk.undo();
        b.desk.undo();
        QCOMPARE(b.pagesOf(contract), (QList{1, 2, 3}));
    }

    void deletingTheLastPageLeavesNothingCurrent()
    {
        Bench b;
        b.scanOnto(contract, 1);
        b.desk.remove();
        QCOMPARE(b.desk.current(), 0);
        QVERIFY(!b.desk.currentPage());
        b.desk.remove();
        b.desk.rotate(1);
        b.desk.step(1);
        b.desk.moveCurrent(1);
        b.desk.scanAgain();
        QCOMPARE(b.source.orders.size(), 1);
    }

    void pagesAreTurnedAndReordered()
    {
        Bench b;
        b.scanOnto(contract, 3);
        b.desk.select(1);
        b.desk.rotate(-1);
        QCOMPARE(b.tray.draft.page(1)->rotation, 270);
        b.desk.moveCurrent(1);
        QCOMPARE(b.pagesOf(contract), (QList{2, 1, 3}));
        b.desk.moveCurrent(5); // past the end: nothing
        QCOMPARE(b.pagesOf(contract), (QList{2, 1, 3}));
        QCOMPARE(b.desk.positionInGroup(), 1);
    }

    void steppingGoesThroughAllGroupsAndStopsAtTheEnds()
    {
        Bench b;
        b.scanOnto(plan, 1);
        b.scanOnto(contract, 1);
        b.desk.select(1);
        b.desk.step(-1);
        QCOMPARE(b.desk.current(), 1);
        QCOMPARE(b.desk.targetLine(), plan);
        b.desk.step(1);
        QCOMPARE(b.desk.current(), 2);
        QCOMPARE(b.desk.targetLine(), contract);
        b.desk.step(1);
        QCOMPARE(b.desk.current(), 2);
    }

    void aLostScannerGivesWayToOneThatIsReady()
    {
        Bench b;
        b.source.choices = {{QStringLiteral("folder"), QStringLiteral("扫描文件夹"), true}};
        Q_EMIT b.source.scannersChanged();
        QCOMPARE(b.desk.scanner(), QStringLiteral("folder"));
        b.source.choices.clear();
        Q_EMIT b.source.scannersChanged();
        QVERIFY(b.desk.scanner().isEmpty());
        QVERIFY(b.desk.profile().isEmpty());
    }

    void tooManyFilesAreRefusedBeforeAnyIsRead()
    {
        Bench b;
        QSignalSpy refused(&b.desk, &MaterialsDesk::tooManyFiles);
        b.desk.importFiles(QStringList(FileImport::maximumFiles + 1, QStringLiteral("x.png")));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!b.desk.fileImport().isRunning());
    }
};

QTEST_GUILESS_MAIN(TestMaterialsDesk)
#include "tst_materialsdesk.moc"
