#include "Places.h"
#include "support/FakePageTray.h"
#include "support/PaperPicture.h"
#include "support/ScriptedPageSource.h"
#include "ui/materials/LineList.h"
#include "ui/materials/MaterialsPage.h"
#include "ui/materials/PageGrid.h"
#include "ui/materials/PagePreview.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace yichuang;
using test::FakePageTray;
using test::paperPicture;
using test::ScriptedPageSource;

namespace {

const QString contract = QStringLiteral("line8");
const QString plan = QStringLiteral("line7");

struct Bench
{
    FakePageTray tray;
    ScriptedPageSource source;
    MaterialsPage page{tray, source,
                       [](const Error &error) { return QStringLiteral("说明：") + shortCode(error.code); }};

    Bench()
    {
        const std::pair<const char16_t *, LineState> lines[] = {
            {u"不动产登记申请书", LineState::Complete},   {u"双方身份证明", LineState::Reused},
            {u"不动产权证书", LineState::Reused},         {u"婚姻登记信息", LineState::Exempted},
            {u"契税申报与住房套数", LineState::Exempted}, {u"物业费结清证明", LineState::Deferred},
            {u"房屋平面图", LineState::Missing},          {u"存量房买卖合同", LineState::Missing}};
        int number = 0;
        for (const auto &[name, state] : lines)
            tray.addLine(QStringLiteral("line%1").arg(++number), QString::fromUtf16(name), state);
        tray.checklist[5].due = QDate(2026, 11, 27);
        tray.checklist[6].required = tray.checklist[7].required = true;
        Q_EMIT tray.changed();
        page.showCase(QStringLiteral("A023 罗晓芬"), QStringLiteral("不动产转移登记（二手房买卖）"));
        page.resize(1364, 814);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("no window");
        grid()->setFocus();
    }
    PageGrid *grid() { return page.findChild<PageGrid *>(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    // Through the keys: the line is chosen, F8, and the scanner gives the sheets.
    void scanOnto(const QString &line, int sheets, const QString &title)
    {
        page.desk().chooseLine(line);
        key(Qt::Key_F8);
        for (int i = 0; i < sheets; ++i)
            source.give(paperPicture(title, 10 + 3 * i));
        source.end();
    }
    QList<int> pagesOf(const QString &line) const
    {
        QList<int> ids;
        for (const DraftPage &each : tray.draft.materials.value(line).pages)
            ids.append(each.id);
        return ids;
    }
};

void shoot(QWidget &page, const QString &name)
{
    const QDir folder(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(page.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace

class TestMaterialsPage : public QObject
{
    Q_OBJECT

    QTranslator m_chinese;

private Q_SLOTS:
    void initTestCase()
    {
        theme().applyTo(*qApp);
        QVERIFY(m_chinese.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
    }

    void f8ScansOntoTheChosenLine()
    {
        Bench b;
        b.scanOnto(contract, 2, QStringLiteral("买卖合同"));
        QCOMPARE(b.pagesOf(contract).size(), 2);
        QCOMPARE(b.page.desk().pageCount(), 2);
    }

    void keysTurnFileMoveDeleteAndUndo()
    {
        Bench b;
        b.scanOnto(contract, 3, QStringLiteral("买卖合同"));
        b.key(Qt::Key_PageUp);
        QCOMPARE(b.page.desk().current(), 2);
        b.key(Qt::Key_L);
        QCOMPARE(b.tray.draft.page(2)->rotation, 270);
        b.key(Qt::Key_R);
        b.key(Qt::Key_R);
        QCOMPARE(b.tray.draft.page(2)->rotation, 90);
        b.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(b.pagesOf(contract), (QList{2, 1, 3}));
        b.key(Qt::Key_7);
        QCOMPARE(b.pagesOf(plan), QList{2});
        b.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(b.pagesOf(contract), (QList{2, 1, 3}));
        b.key(Qt::Key_Delete);
        QCOMPARE(b.pagesOf(contract).size(), 2);
        b.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(b.pagesOf(contract), (QList{2, 1, 3}));
        b.key(Qt::Key_9); // no such line
        QCOMPARE(b.pagesOf(contract).size(), 3);
    }

    void zoomKeysChangeThePreviewOnly()
    {
        Bench b;
        b.scanOnto(contract, 1, QStringLiteral("买卖合同"));
        auto *preview = b.page.findChild<PagePreview *>();
        b.key(Qt::Key_Plus);
        b.key(Qt::Key_Plus);
        QCOMPARE(preview->percent(), 156);
        b.key(Qt::Key_Minus);
        QCOMPARE(preview->percent(), 125);
        b.key(Qt::Key_0);
        QVERIFY(preview->isFitted());
        QCOMPARE(b.tray.draft.page(1)->rotation, 0);
    }

    void digitsInTheChecklistFilePagesAndDoNotSearch()
    {
        Bench b;
        b.scanOnto({}, 1, QStringLiteral("未归类"));
        b.page.findChild<LineList *>()->setFocus();
        b.key(Qt::Key_8);
        QCOMPARE(b.pagesOf(contract), QList{1});
        b.key(Qt::Key_Up);
        QCOMPARE(b.page.desk().targetLine(), plan);
    }

    void aClickChoosesAndADragReorders()
    {
        Bench b;
        b.scanOnto(contract, 3, QStringLiteral("买卖合同"));
        const QPoint first = b.grid()->rectOf(1).center();
        const QPoint third = b.grid()->rectOf(3).center();
        QTest::mouseClick(b.grid(), Qt::LeftButton, {}, first);
        QCOMPARE(b.page.desk().current(), 1);
        QTest::mouseClick(b.grid(), Qt::LeftButton, Qt::ShiftModifier, third);
        QCOMPARE(b.page.desk().selectedCount(), 3);
        QTest::mouseClick(b.grid(), Qt::LeftButton, {}, first);
        QTest::mousePress(b.grid(), Qt::LeftButton, {}, first);
        QTest::mouseMove(b.grid(), (first + third) / 2);
        QTest::mouseMove(b.grid(), third);
        QTest::mouseRelease(b.grid(), Qt::LeftButton, {}, third);
        QCOMPARE(b.pagesOf(contract), (QList{2, 3, 1}));
    }

    void escapeStopsTheScanAndDiscardsNothing()
    {
        Bench b;
        b.page.desk().chooseLine(contract);
        b.key(Qt::Key_F8);
        b.source.give(paperPicture(QStringLiteral("买卖合同")));
        b.key(Qt::Key_Escape);
        QCOMPARE(b.source.stops, 1);
        b.source.end();
        QCOMPARE(b.pagesOf(contract).size(), 1);
    }

    void aScannersFaultStaysInThePanel()
    {
        Bench b;
        auto *banner = b.page.findChild<QWidget *>(QStringLiteral("banner"));
        b.key(Qt::Key_F8);
        b.source.fail(ErrorCode::BlobDamaged);
        QVERIFY(banner->isVisible());
        QVERIFY(b.page.findChild<QLabel *>(QStringLiteral("bannerWords"))
                    ->text()
                    .contains(QStringLiteral("S014")));
        shoot(b.page, QStringLiteral("materials-fault"));
        b.key(Qt::Key_F8); // the next try clears what was said about the last
        QVERIFY(!banner->isVisible());
    }

    void f9AndBackLeaveByTheirKeys()
    {
        Bench b;
        QSignalSpy done(&b.page, &MaterialsPage::finishAsked);
        QSignalSpy back(&b.page, &MaterialsPage::backAsked);
        b.key(Qt::Key_F9);
        b.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(done.size(), 1);
        QCOMPARE(back.size(), 1);
    }

    void withoutAScannerTheButtonSaysSo()
    {
        Bench b;
        b.source.choices.clear();
        Q_EMIT b.source.scannersChanged();
        QVERIFY(!b.page.findChild<QPushButton *>(QStringLiteral("scan"))->isEnabled());
    }

    void everyControlHasAName()
    {
        Bench b;
        for (const QWidget *widget : b.page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                !widget->objectName().startsWith(QStringLiteral("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty() ||
                             !widget->property("text").toString().isEmpty(),
                         widget->metaObject()->className());
        }
    }

    void itLooksLikeTheDesign_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        // What is left of the window beside the rail, under the top bar and over the key bar.
        QTest::newRow("1440x900") << QSize(1364, 814) << false;
        QTest::newRow("1366x768") << QSize(1290, 682) << false;
        QTest::newRow("1440x900-dark") << QSize(1364, 814) << true;
    }
    void itLooksLikeTheDesign()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        theme().setDark(dark);
        Bench b;
        b.page.resize(size);
        b.scanOnto(contract, 6, QStringLiteral("存量房买卖合同（示例）"));
        b.scanOnto(plan, 2, QStringLiteral("房屋平面图（示例）"));
        b.page.desk().select(3);
        b.page.desk().chooseLine(contract);
        b.key(Qt::Key_F8);
        QTRY_VERIFY(b.page.images().state(8) == PageImages::State::Ready);
        QTRY_VERIFY(!b.page.images().preview(*b.tray.draft.page(3)).isNull());
        shoot(b.page, QStringLiteral("materials-") + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(b.page.minimumSizeHint().width() <= size.width());
        QVERIFY(b.page.minimumSizeHint().height() <= size.height());
        theme().setDark(false);
    }

    void anEmptyScreenSaysWhatToDo()
    {
        Bench b;
        shoot(b.page, QStringLiteral("materials-empty"));
        QCOMPARE(b.page.desk().pageCount(), 0);
    }
};

QTEST_MAIN(TestMaterialsPage)
#include "tst_materialspage.moc"
