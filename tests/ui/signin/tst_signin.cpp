#include "Places.h"
#include "integration/store/StoreFixture.h"
#include "session/Session.h"
#include "support/SteppedClock.h"
#include "ui/shell/StatusModel.h"
#include "ui/signin/SignInPage.h"
#include "ui/signin/UnlockDialog.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTranslator>

using namespace yichuang;

namespace {

const SignInPage::Place hall{
    QStringLiteral("珠晖区政务服务中心"),
    {QStringLiteral("01"), QStringLiteral("02"), QStringLiteral("03"), QStringLiteral("04")},
    QStringLiteral("03"),
    QStringLiteral("W03")};

void shoot(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace

class tst_signin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        theme().applyTo(*qApp);
        QVERIFY(m_chinese.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
    }
    void init()
    {
        m_files = std::make_unique<StoreFixture>();
        QVERIFY(m_files->create());
        m_session = std::make_unique<Session>(*m_files->store, m_clock);
        Account account;
        account.staffNumber = QStringLiteral("0317");
        account.name = QStringLiteral("刘海燕");
        QVERIFY(awaited(m_session->putAccount(account, Secret("yichuang"))));
        m_status = std::make_unique<StatusModel>();
        m_status->demonstration = true;
        m_status->setDevice({QStringLiteral("reader"), QStringLiteral("身份证阅读器"), Lamp::Good, {}});
        m_status->setDevice(
            {QStringLiteral("scanner"), QStringLiteral("扫描仪"), Lamp::Off, QStringLiteral("未连接")});
        m_page = std::make_unique<SignInPage>(*m_session, *m_status, m_clock, hall);
        m_page->resize(1440, 900);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->begin();
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        m_files.reset();
    }

    void keysAloneSignInAtTheMachinesOwnWindow()
    {
        type(QStringLiteral("0317"));
        key(Qt::Key_Return);
        QTRY_COMPARE(text("clerkFound"), QStringLiteral("刘海燕"));
        shoot(*m_page, QStringLiteral("signin"));
        QSignalSpy in(m_session.get(), &Session::signedIn);
        type(QStringLiteral("yichuang"));
        key(Qt::Key_Return);
        QVERIFY(in.wait());
        QCOMPARE(m_session->clerk()->window, QStringLiteral("03"));
        QTRY_COMPARE(m_page->findChild<QLineEdit *>(QStringLiteral("password"))->text(), QString());
    }

    void anotherWindowCanBeChosen()
    {
        m_page->findChild<QPushButton *>(QStringLiteral("window-02"))->click();
        type(QStringLiteral("0317"));
        key(Qt::Key_Return);
        QSignalSpy in(m_session.get(), &Session::signedIn);
        type(QStringLiteral("yichuang"));
        key(Qt::Key_Return);
        QVERIFY(in.wait());
        QCOMPARE(m_session->clerk()->window, QStringLiteral("02"));
    }

    void aWrongPasswordIsSaidAndSelected()
    {
        type(QStringLiteral("0317"));
        key(Qt::Key_Return);
        type(QStringLiteral("wrong"));
        key(Qt::Key_Return);
        QTRY_VERIFY(!text("signInWrong").isEmpty());
        QVERIFY(!m_session->clerk());
        QTRY_COMPARE(m_page->findChild<QLineEdit *>(QStringLiteral("password"))->selectedText().size(), 5);
        shoot(*m_page, QStringLiteral("signin-wrong"));
    }

    void theLastTriesAndTheLocksMinutesAreSaid()
    {
        type(QStringLiteral("0317"));
        key(Qt::Key_Return);
        const QStringList words{QStringLiteral("不对"), QStringLiteral("不对"),
                                QStringLiteral("再输错 2 次就会锁定"), QStringLiteral("再输错 1 次就会锁定"),
                                QStringLiteral("10 分钟后再试")};
        for (const QString &expected : words) {
            m_page->findChild<QLabel *>(QStringLiteral("signInWrong"))->clear();
            type(QStringLiteral("wrong"));
            key(Qt::Key_Return);
            QTRY_VERIFY2(text("signInWrong").contains(expected), qPrintable(text("signInWrong")));
        }
        shoot(*m_page, QStringLiteral("signin-locked"));
    }

    void theButtonSaysThatWorkBeginsOffline()
    {
        m_status->setSync({QStringLiteral("离线"), QStringLiteral("local"), {}});
        QCOMPARE(m_page->findChild<QPushButton *>(QStringLiteral("signInButton"))->text(),
                 QStringLiteral("离线上岗"));
        shoot(*m_page, QStringLiteral("signin-offline"));
    }

    void f5AsksForTheDevicesAndTheirStateIsShown()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::deviceCheckAsked);
        key(Qt::Key_F5);
        QCOMPARE(asked.count(), 1);
        m_status->setDevice({QStringLiteral("scanner"), QStringLiteral("扫描仪"), Lamp::Good, {}});
        const auto labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::none_of(labels.begin(), labels.end(), [](const QLabel *each) {
            return each->isVisible() && each->text() == QStringLiteral("未连接");
        }));
    }

    void thePassphraseIsAskedForWithTheReason()
    {
        UnlockDialog dialog(QStringLiteral("密钥环没有应答。"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy given(&dialog, &UnlockDialog::passphraseGiven);
        key(Qt::Key_Return);
        QCOMPARE(given.count(), 0);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("a b c"));
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(given.value(0).value(0).toString(), QStringLiteral("a b c"));
        dialog.showWrong(QStringLiteral("不对"));
        QVERIFY(dialog.isVisible());
        shoot(dialog, QStringLiteral("signin-unlock"));
    }

    void largeTextAndDarkFit()
    {
        theme().setPercent(125);
        theme().setDark(true);
        m_page->resize(1366, 768);
        shoot(*m_page, QStringLiteral("signin-125-dark"));
        QVERIFY2(m_page->minimumSizeHint().height() <= 768,
                 qPrintable(QString::number(m_page->minimumSizeHint().height())));
        theme().setPercent(100);
        theme().setDark(false);
    }

private:
    void type(const QString &words) { QTest::keyClicks(QApplication::focusWidget(), words); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString text(const char *name) { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }

    QTranslator m_chinese;
    test::SteppedClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC)};
    std::unique_ptr<StoreFixture> m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<StatusModel> m_status;
    std::unique_ptr<SignInPage> m_page;
};

QTEST_MAIN(tst_signin)
#include "tst_signin.moc"
