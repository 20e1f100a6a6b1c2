#include "Places.h"
#include "support/StallWatch.h"
#include "support/SteppedClock.h"
#include "ui/shell/DeviceLamps.h"
#include "ui/shell/KeyBar.h"
#include "ui/shell/LockOverlay.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusModel.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QVBoxLayout>

using namespace yichuang;

namespace {

// Two pages with one key of their own each, in a frame.
struct Frame
{
    test::SteppedClock clock{QDateTime(QDate(2026, 11, 23), QTime(2, 42), Qt::UTC)};
    StatusModel status;
    MainWindow window{status, clock};
    QWidget *first = page();
    QWidget *second = page();
    int acted = 0;

    Frame()
    {
        status.station = QStringLiteral("珠晖区政务服务中心");
        status.window = QStringLiteral("03");
        status.clerk = QStringLiteral("刘海燕");
        status.demonstration = true;
        status.setDevice({QStringLiteral("reader"), QStringLiteral("读卡器"), Lamp::Good, {}});
        status.setDevice(
            {QStringLiteral("printer"), QStringLiteral("凭条打印机"), Lamp::Warn, QStringLiteral("缺纸")});
        status.setSync({QStringLiteral("离线 · 3 件待传"), QStringLiteral("local"), {}});
        status.setToday(QStringLiteral("今日受理 12"));
        auto *work = new QShortcut(Qt::Key_F9, first);
        QObject::connect(work, &QShortcut::activated, first, [this] { ++acted; });
        window.addPage(
            {QStringLiteral("intake"), QStringLiteral("受理"), QStringLiteral("intake"), first, [this] {
                 return QList<ShellKey>{{QStringLiteral("F9"), QStringLiteral("受理"), [this] { ++acted; }}};
             }});
        window.addPage(
            {QStringLiteral("cases"), QStringLiteral("办件"), QStringLiteral("cases"), second, {}});
        status.setCount(QStringLiteral("cases"), 7);
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
    static QWidget *page()
    {
        auto *made = new QWidget;
        (new QVBoxLayout(made))->addWidget(new QLineEdit(made));
        return made;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
};

void shoot(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace

class tst_shell : public QObject
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

    void cleanup()
    {
        theme().setPercent(100);
        theme().setDark(false);
    }

    void altAndADigitChangeThePage()
    {
        Frame f;
        QCOMPARE(f.window.currentPage(), QStringLiteral("intake"));
        QSignalSpy shown(&f.window, &MainWindow::pageShown);
        f.key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(f.window.currentPage(), QStringLiteral("cases"));
        QVERIFY(f.second->isVisible() && !f.first->isVisible());
        f.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(f.first->isVisible());
        QCOMPARE(shown.count(), 2);
        shoot(f.window, QStringLiteral("shell"));
    }

    void theKeyBarNamesThePagesKeysAndAClickActs()
    {
        Frame f;
        auto *bar = f.window.findChild<KeyBar *>();
        QVERIFY(bar->accessibleName().startsWith(QStringLiteral("F9 受理")));
        QVERIFY(bar->accessibleName().contains(QStringLiteral("F12 暂离")));
        QTest::mouseClick(bar, Qt::LeftButton, {}, {30, bar->height() / 2});
        QCOMPARE(f.acted, 1);
    }

    void whatTheStationIsAndHowItsDevicesAreStandsOnTop()
    {
        Frame f;
        QCOMPARE(f.window.findChild<QLabel *>(QStringLiteral("stationName"))->text(),
                 QStringLiteral("珠晖区政务服务中心（示例）"));
        QCOMPARE(f.window.findChild<QLabel *>(QStringLiteral("syncTag"))->text(),
                 QStringLiteral("离线 · 3 件待传"));
        QCOMPARE(f.window.findChild<QWidget *>(QStringLiteral("deviceLamps"))->accessibleName(),
                 QStringLiteral("读卡器, 凭条打印机 缺纸"));
        QCOMPARE(f.window.findChild<QLabel *>(QStringLiteral("clock"))->text(), QStringLiteral("10:42"));
    }

    void aLockedWindowTakesNoKeyOfThePageAndGivesTheFieldBack()
    {
        Frame f;
        auto *field = f.first->findChild<QLineEdit *>();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("half"));
        QSignalSpy asked(&f.window, &MainWindow::lockAsked);
        f.key(Qt::Key_F12);
        QCOMPARE(asked.count(), 1);
        f.window.lockOverlay().cover(QStringLiteral("刘海燕"));
        f.key(Qt::Key_F9);
        f.key(Qt::Key_2, Qt::AltModifier);
        f.key(Qt::Key_Tab);
        f.key(Qt::Key_Tab);
        f.key(Qt::Key_F9);
        QCOMPARE(f.acted, 0);
        QCOMPARE(f.window.currentPage(), QStringLiteral("intake"));
        QVERIFY(f.window.lockOverlay().isAncestorOf(QApplication::focusWidget()));
        shoot(f.window, QStringLiteral("shell-locked"));
        f.window.lockOverlay().uncover();
        QCOMPARE(QApplication::focusWidget(), field);
        QCOMPARE(field->text(), QStringLiteral("half"));
        f.key(Qt::Key_F9);
        QCOMPARE(f.acted, 1);
    }

    void aWrongPasswordKeepsTheWindowCovered()
    {
        Frame f;
        LockOverlay &lock = f.window.lockOverlay();
        lock.cover(QStringLiteral("刘海燕"));
        QSignalSpy given(&lock, &LockOverlay::passwordGiven);
        f.key(Qt::Key_Return);
        QCOMPARE(given.count(), 0); // nothing typed
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("wrong"));
        f.key(Qt::Key_Return);
        QCOMPARE(given.value(0).value(0).toString(), QStringLiteral("wrong"));
        lock.showWrong(QStringLiteral("口令不对"));
        QVERIFY(lock.isVisible());
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectedText().size(), 5);
        QVERIFY(!f.first->isEnabled());
    }

    void f1ListsEveryKey()
    {
        Frame f;
        f.key(Qt::Key_F1);
        auto *help = f.window.findChild<QDialog *>();
        QVERIFY(help && help->isVisible());
        shoot(*help, QStringLiteral("shell-help"));
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!f.window.findChild<QDialog *>());
    }

    void largerTextAndDarkLeaveEverythingReadable()
    {
        Frame f;
        f.key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(theme().percent(), 125);
        theme().setDark(true);
        f.window.say(QStringLiteral("已保存"), false);
        shoot(f.window, QStringLiteral("shell-125-dark"));
        theme().setDark(false);
        f.key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(theme().percent(), 100);
    }

    void theTopBarGivesWayInOrderAndKeepsWhatIsNotWell_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<int>("percent");
        for (const QSize screen : {QSize(1440, 900), QSize(1366, 768), QSize(1280, 720)}) {
            for (const int percent : {100, 125, 150})
                QTest::addRow("%d at %d", screen.width(), percent) << screen << percent;
        }
    }
    void theTopBarGivesWayInOrderAndKeepsWhatIsNotWell()
    {
        QFETCH(QSize, screen);
        QFETCH(int, percent);
        Frame f;
        f.status.setDevice({QStringLiteral("scanner"), QStringLiteral("高拍仪"), Lamp::Good, {}});
        f.status.setDevice({QStringLiteral("flatbed"), QStringLiteral("扫描仪"), Lamp::Good, {}});
        theme().setPercent(percent);
        f.window.resize(screen);
        QCoreApplication::processEvents();
        shoot(f.window, QStringLiteral("shell-%1-%2").arg(screen.width()).arg(percent));
        const auto *lamps = f.window.findChild<DeviceLamps *>();
        const auto *bar = f.window.findChild<TopBar *>();
        QVERIFY(lamps->width() >= lamps->minimumSizeHint().width());
        QVERIFY(lamps->shownNames().contains(QStringLiteral("凭条打印机")));
        QVERIFY(lamps->accessibleName().contains(QStringLiteral("扫描仪")));
        QVERIFY(lamps->toolTip().contains(QStringLiteral("扫描仪")));
        const auto *search = f.window.findChild<QPushButton *>(QStringLiteral("globalSearch"));
        QVERIFY(search->text().contains(QStringLiteral("Ctrl+K")));
        QVERIFY(lamps->shownNames().size() == 4 || search->text() == QStringLiteral("Ctrl+K"));
        for (const char *name : {"stationName", "windowTag", "clerkName", "syncTag", "clock"}) {
            const auto *label = f.window.findChild<QLabel *>(QLatin1String(name));
            QVERIFY2(label->width() >= label->sizeHint().width() && label->geometry().right() < bar->width(),
                     name);
        }
        QVERIFY(search->width() >= search->sizeHint().width());
        const auto *first = f.window.findChild<QWidget *>(QStringLiteral("rail-intake"));
        QVERIFY(first->y() >= theme().px(13 + 24)); // below the program's sign
        QVERIFY(first->height() >= first->sizeHint().height());
    }

    void aToastStandsUnderTheTopBarAndNeverOverWhatHasTheFocus()
    {
        Frame f;
        auto *layout = qobject_cast<QVBoxLayout *>(f.first->layout());
        auto *button = new QPushButton(QStringLiteral("受理"), f.first);
        layout->insertWidget(0, button);
        layout->addStretch(1);
        QCoreApplication::processEvents();
        f.first->findChild<QLineEdit *>()->setFocus();
        f.window.say(QStringLiteral("已保存"), false);
        const auto *toast = f.window.findChild<QLabel *>(QStringLiteral("toast"));
        const auto *bar = f.window.findChild<TopBar *>();
        QVERIFY(toast->isVisible());
        QVERIFY(toast->y() >= bar->geometry().bottom() && toast->y() < bar->geometry().bottom() + 20);
        QVERIFY(qAbs(toast->geometry().center().x() - bar->geometry().center().x()) <= 1);
        button->setFocus();
        const QRect kept(button->mapTo(toast->parentWidget(), QPoint()), button->size());
        QVERIFY(!toast->geometry().intersects(kept));
        shoot(f.window, QStringLiteral("shell-toast"));
    }

    void newsGoesWithAClickAndAnErrorStaysUntilItIsSeen()
    {
        Frame f;
        int escaped = 0;
        auto *escape = new QShortcut(Qt::Key_Escape, f.first);
        QObject::connect(escape, &QShortcut::activated, f.first, [&escaped] { ++escaped; });
        auto *toast = f.window.findChild<QLabel *>(QStringLiteral("toast"));
        f.window.say(QStringLiteral("已保存"), false);
        f.key(Qt::Key_Escape);
        QCOMPARE(escaped, 1); // news leaves the key to the page
        QTest::mouseClick(toast, Qt::LeftButton);
        QVERIFY(!toast->isVisible());
        f.window.say(QStringLiteral("打印机缺纸"), true);
        const auto timers = toast->findChildren<QTimer *>();
        QVERIFY(
            std::none_of(timers.begin(), timers.end(), [](const QTimer *each) { return each->isActive(); }));
        f.window.say(QStringLiteral("已保存"), false);
        QVERIFY(toast->text().startsWith(QStringLiteral("打印机缺纸")));
        f.key(Qt::Key_Escape);
        QVERIFY(!toast->isVisible());
        QCOMPARE(escaped, 1); // the error took it
        f.key(Qt::Key_Escape);
        QCOMPARE(escaped, 2);
        f.window.say(QStringLiteral("打印机缺纸"), true);
        QTest::mouseClick(toast, Qt::LeftButton);
        QVERIFY(!toast->isVisible());
    }

    void everyErrorSaysWhatHappenedWhatToDoAndWhatIsNotLost()
    {
#define YICHUANG_EACH(name, number, text)                                                                    \
    {                                                                                                        \
        const ErrorText words = errorText(Error{ErrorCode::name, {}});                                       \
        QVERIFY2(words.happened.size() > 3 && words.toDo.size() > 3 && words.kept.size() > 3, #name);        \
        QVERIFY2(!words.happened.contains(QRegularExpression(QStringLiteral("[a-z]{4}"))), #name);           \
        QCOMPARE(words.code, QStringLiteral(number));                                                        \
    }
        YICHUANG_ERRORS(YICHUANG_EACH)
#undef YICHUANG_EACH
    }

    void noStallIsFeltWhileThePagesChange()
    {
        Frame f;
        test::StallWatch watch;
        for (int i = 0; i < 20; ++i) {
            f.key(i % 2 ? Qt::Key_1 : Qt::Key_2, Qt::AltModifier);
            QVERIFY(watch.waitUntil([&] { return watch.knocks() > 4 * i; }));
        }
        qInfo("%d stalls over 16 ms, the longest %.1f ms", watch.feltStalls(), watch.longestMilliseconds());
        QVERIFY(!watch.isLongerThan(50));
    }
};

QTEST_MAIN(tst_shell)
#include "tst_shell.moc"
