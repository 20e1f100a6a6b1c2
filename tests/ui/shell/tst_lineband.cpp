#include "Places.h"
#include "support/SteppedClock.h"
#include "ui/shell/KeyBar.h"
#include "ui/shell/LineBand.h"
#include "ui/shell/LineWatch.h"
#include "ui/shell/LineWords.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusWords.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace yichuang;
using namespace std::chrono_literals;

namespace {

const QDateTime nineTwelve(QDate(2026, 11, 23), QTime(1, 12), Qt::UTC);

SyncStatus withLine(LineCondition line, std::optional<ErrorCode> problem = std::nullopt)
{
    SyncStatus status;
    status.line = line;
    status.outbox.unsentCases = 12;
    status.outbox.unsentEvents = 40;
    status.outbox.unsentPages = 46;
    status.downSince = line == LineCondition::Up ? std::nullopt : std::optional(nineTwelve);
    if (problem)
        status.problem = Error{*problem, {}};
    return status;
}

struct Frame
{
    test::SteppedClock clock{nineTwelve.addSecs(95 * 60)};
    StatusModel status;
    MainWindow window{status, clock};
    LineWatch watch{status, clock, 0ms};

    Frame()
    {
        status.station = QStringLiteral("茶市镇樟木冲村便民服务站");
        status.clerk = QStringLiteral("肖玉兰");
        const std::pair<QString, QString> pages[] = {
            {QStringLiteral("intake"), QStringLiteral("受理")},
            {QStringLiteral("cases"), QStringLiteral("办件")},
            {QStringLiteral("outbox"), QStringLiteral("待上传")},
        };
        for (const auto &[id, title] : pages) {
            auto *page = new QWidget;
            (new QVBoxLayout(page))->addWidget(new QLineEdit(page));
            window.addPage(
                {id, title, id == QLatin1String("outbox") ? QStringLiteral("cloud-up") : id, page, {}});
        }
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
    LineBand &band() const { return *window.findChild<LineBand *>(); }
    QString text(const char *name) const { return window.findChild<QLabel *>(QLatin1String(name))->text(); }
    QWidget *railButton() const { return window.findChild<QWidget *>(QStringLiteral("rail-outbox")); }
    void down(ErrorCode code = ErrorCode::LineDown)
    {
        watch.setStatus(withLine(LineCondition::Down, code));
        QTRY_VERIFY(band().isVisible());
    }
};

void shoot(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

QString allOf(const StatusModel::Band &band)
{
    return band.title + band.since + band.goesOn + band.reason;
}

const QList<ErrorCode> everyCode{
#define YICHUANG_EACH(name, number, text) ErrorCode::name,
    YICHUANG_ERRORS(YICHUANG_EACH)
#undef YICHUANG_EACH
};

} // namespace

// The band over every screen: when it stands there, what it says of each trouble, and that it never says of
// anything that it was sent.
class tst_lineband : public QObject
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

    void itSaysSinceWhenWhatGoesOnAndWhy()
    {
        Frame f;
        f.window.setOutboxPage(QStringLiteral("outbox"), true);
        QVERIFY(!f.band().isVisible());
        f.down();
        QCOMPARE(f.text("lineTitle"), QStringLiteral("离线受理中"));
        QCOMPARE(f.text("lineSince"), QStringLiteral("自 09:12 起，1 时 35 分"));
        QVERIFY(f.text("lineGoesOn").startsWith(QStringLiteral("照常读卡、照常编号、照常打印回执。")));
        QCOMPARE(f.text("lineReason"), QStringLiteral("连不上中心平台。"));
        QCOMPARE(f.text("syncTag"), QStringLiteral("离线 · 待上传 12"));
        QVERIFY(f.band().height() >= 60);
        shoot(f.window, QStringLiteral("band-down"));
        f.watch.setStatus(withLine(LineCondition::Up));
        QVERIFY(!f.band().isVisible());
    }

    void aHiccupMovesNothing()
    {
        Frame f;
        LineWatch patient(f.status, f.clock, 1h);
        patient.setStatus(withLine(LineCondition::Down, ErrorCode::LineDown));
        QCOMPARE(f.text("syncTag"), QStringLiteral("离线 · 待上传 12")); // the tag is honest at once
        QVERIFY(!f.status.band());
        patient.setStatus(withLine(LineCondition::Up));
        QVERIFY(!f.status.band());
        patient.setStatus(withLine(LineCondition::Stopped, ErrorCode::WorkstationRevoked));
        QVERIFY(f.status.band()); // a stop is not a hiccup
    }

    void itStaysWhileTheLineIsTriedAgain()
    {
        Frame f;
        f.down();
        SyncStatus trying = withLine(LineCondition::Down, ErrorCode::LineDown);
        trying.running = true;
        f.watch.setStatus(trying);
        QVERIFY(f.band().isVisible());
    }

    void itIsAnnouncedOnceAndNotAtEveryMinute()
    {
        Frame f;
        QSignalSpy announced(&f.band(), &LineBand::announced);
        f.down();
        QCOMPARE(announced.count(), 1);
        for (int i = 0; i < 3; ++i) {
            f.clock.advance(60000);
            f.watch.setStatus(withLine(LineCondition::Down, ErrorCode::LineDown));
        }
        QCOMPARE(f.text("lineSince"), QStringLiteral("自 09:12 起，1 时 38 分"));
        QCOMPARE(announced.count(), 1);
        f.watch.setStatus(withLine(LineCondition::Down, ErrorCode::NotThePlatform));
        QCOMPARE(announced.count(), 2); // another reason is news
        QVERIFY(f.band().accessibleName().contains(QStringLiteral("离线受理中")));
    }

    // SYNC.md, failures 16, 17 and 19: what a person can do something about is said with what to do.
    void eachTroubleIsSaidInItsOwnWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<LineCondition>("line");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sentence");
        const QString offline = QStringLiteral("离线受理中");
        const QString stopped = QStringLiteral("上传已停止，需要处理");
        const QString unsent = QStringLiteral("暂时传不上去");
        const auto row = [](const char *name, ErrorCode code, LineCondition line, const QString &title,
                            const char *sentence) {
            QTest::newRow(name) << code << line << title << QString::fromUtf8(sentence);
        };
        using enum LineCondition;
        row("line down", ErrorCode::LineDown, Down, offline, "连不上中心平台");
        row("captive portal", ErrorCode::NotThePlatform, Down, offline, "请先完成上网认证");
        row("captive portal, seen", ErrorCode::CaptivePortal, Down, offline, "请打开浏览器完成网络登录");
        row("certificate", ErrorCode::CertificateWrong, Down, offline, "证书不是平台的");
        row("emptied", ErrorCode::PlatformEmptied, Stopped, stopped, "请立即告诉信息科");
        row("busy", ErrorCode::PlatformBusy, Down, offline, "中心平台正忙");
        row("platform full", ErrorCode::PlatformDiskFull, Down, unsent, "中心平台没有空间了");
        row("reply malformed", ErrorCode::ReplyMalformed, Down, unsent, "中心平台的应答读不懂");
        row("acknowledged wrongly", ErrorCode::AcknowledgementWrong, Down, unsent,
            "确认的不是本机上传的内容");
        row("disk full here", ErrorCode::DiskNearlyFull, Down, unsent, "磁盘");
        row("revoked", ErrorCode::WorkstationRevoked, Stopped, stopped, "中心平台已停用本机");
        row("unknown", ErrorCode::WorkstationNotKnown, Stopped, stopped, "重新登记");
        row("clock", ErrorCode::ClockDisagrees, Stopped, stopped, "本机时间与中心平台相差太大");
        row("too old", ErrorCode::ProgramVersionRefused, Stopped, stopped, "升级程序");
        row("cloned", ErrorCode::LogGoesOnElsewhere, Stopped, stopped, "停止使用拷贝");
    }
    void eachTroubleIsSaidInItsOwnWords()
    {
        QFETCH(ErrorCode, code);
        QFETCH(LineCondition, line);
        QFETCH(QString, title);
        QFETCH(QString, sentence);
        Frame f;
        f.watch.setStatus(withLine(line, code));
        QTRY_VERIFY(f.band().isVisible());
        QCOMPARE(f.text("lineTitle"), title);
        const QString all = allOf(*f.status.band());
        QVERIFY2(all.contains(sentence), qPrintable(all));
        QCOMPARE(f.status.band()->tone,
                 line == LineCondition::Stopped ? QStringLiteral("warn") : QStringLiteral("local"));
        // What to do comes with what happened, and what is not lost.
        QVERIFY2(all.contains(QStringLiteral("本机")), qPrintable(all));
    }

    // Failure 23: no fault may look as if something had arrived.
    void nothingIsEverCalledSent()
    {
        for (const ErrorCode code : everyCode) {
            for (const LineCondition line : {LineCondition::Down, LineCondition::Stopped}) {
                const SyncStatus status = withLine(line, code);
                const QString all =
                    allOf(*lineBand(status, nineTwelve)) + syncTag(status).text + syncTag(status).hint;
                for (const char *word : {"已上传", "已发送", "已同步", "全部已传", "上传成功"})
                    QVERIFY2(!all.contains(QString::fromUtf8(word)), qPrintable(shortCode(code) + all));
            }
        }
        QVERIFY(!lineBand(withLine(LineCondition::Up), nineTwelve));
        QVERIFY(!lineBand(withLine(LineCondition::Unknown), nineTwelve));
        // Connected with something left is not 'all sent' either.
        QCOMPARE(syncTag(withLine(LineCondition::Up)).text, QStringLiteral("已连接 · 待上传 12"));
    }

    void theBandAndTheTagLeadToTheOutbox()
    {
        Frame f;
        f.window.setOutboxPage(QStringLiteral("outbox"), true);
        f.down();
        QSignalSpy asked(&f.window, &MainWindow::syncAsked);
        auto *button = f.band().findChild<QPushButton *>(QStringLiteral("lineOutbox"));
        QCOMPARE(button->accessibleName(), QStringLiteral("查看原因 (Alt+3)"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(f.window.findChild<QLabel *>(QStringLiteral("syncTag")), Qt::LeftButton);
        QCOMPARE(asked.count(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(f.window.currentPage(), QStringLiteral("outbox"));
        QVERIFY(!button->isVisible()); // nothing is offered where one is already
    }

    void aHallHasTheOutboxOnTheRailOnlyWhileItIsOfUse()
    {
        Frame f;
        f.window.setOutboxPage(QStringLiteral("outbox"), false);
        QVERIFY(!f.railButton()->isVisible());
        f.watch.setStatus(withLine(LineCondition::Up)); // twelve wait
        QVERIFY(f.railButton()->isVisible());
        QCOMPARE(f.railButton()->accessibleDescription(), QStringLiteral("12"));
        SyncStatus empty = withLine(LineCondition::Up);
        empty.outbox = {};
        f.watch.setStatus(empty);
        QVERIFY(!f.railButton()->isVisible());
        f.down();
        QVERIFY(f.railButton()->isVisible());
        Frame village;
        village.window.setOutboxPage(QStringLiteral("outbox"), true);
        QVERIFY(village.railButton()->isVisible());
    }

    void itFitsEveryScreenAtEveryTextSize_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("dark");
        for (const QSize screen : {QSize(1440, 900), QSize(1366, 768), QSize(1280, 720)}) {
            for (const int percent : {100, 125, 150})
                QTest::addRow("%d at %d", screen.width(), percent) << screen << percent << (percent == 125);
        }
    }
    void itFitsEveryScreenAtEveryTextSize()
    {
        QFETCH(QSize, screen);
        QFETCH(int, percent);
        QFETCH(bool, dark);
        Frame f;
        f.window.setOutboxPage(QStringLiteral("outbox"), true);
        theme().setPercent(percent);
        theme().setDark(dark);
        f.window.resize(screen);
        for (const auto &[line, code] : {std::pair(LineCondition::Down, ErrorCode::NotThePlatform),
                                         std::pair(LineCondition::Stopped, ErrorCode::LogGoesOnElsewhere)}) {
            f.watch.setStatus(withLine(line, code));
            QTRY_VERIFY(f.band().isVisible());
            QCoreApplication::processEvents();
            shoot(f.window, QStringLiteral("band-%1-%2-%3")
                                .arg(screen.width())
                                .arg(percent)
                                .arg(line == LineCondition::Down ? u'd' : u's'));
            QCOMPARE(f.window.width(), screen.width());
            for (const char *name : {"lineTitle", "lineSince", "lineGoesOn", "lineReason"}) {
                const auto *label = f.window.findChild<QLabel *>(QLatin1String(name));
                const int need =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= need &&
                             (label->wordWrap() || label->width() >= label->sizeHint().width()),
                         name);
            }
            QVERIFY(f.band().height() < screen.height() / 4);
        }
    }

    void durationsAreSaidInWholeUnits()
    {
        QCOMPARE(durationWords(-5), QStringLiteral("不到 1 分"));
        QCOMPARE(durationWords(59999), QStringLiteral("不到 1 分"));
        QCOMPARE(durationWords(60000), QStringLiteral("1 分"));
        QCOMPARE(durationWords(60 * 60000), QStringLiteral("1 时"));
        QCOMPARE(durationWords(95 * 60000), QStringLiteral("1 时 35 分"));
        QCOMPARE(durationWords(74LL * 3600000), QStringLiteral("3 天 2 时"));
        QCOMPARE(durationWords(72LL * 3600000), QStringLiteral("3 天"));
        QCOMPARE(pointWords(nineTwelve, nineTwelve.addDays(1)), QStringLiteral("11-23 09:12"));
    }
};

QTEST_MAIN(tst_lineband)
#include "tst_lineband.moc"
