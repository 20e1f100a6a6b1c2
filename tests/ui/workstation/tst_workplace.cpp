#include "Places.h"
#include "StationTemplate.h"
#include "ui/intake/IntakePage.h"
#include "ui/shell/LockOverlay.h"
#include "ui/shell/MainWindow.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"
#include "workstation/Workplace.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTranslator>

using namespace yichuang;
using namespace yichuang::test;

// The whole workplace by its keys, over a station that was enrolled at a real platform.
class tst_workplace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_chinese.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
        theme().applyTo(*qApp);
        QVERIFY(m_whole.make());
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        copyAsKilled(m_whole.profile(), profile());
        QVERIFY(open());
    }
    void cleanup()
    {
        m_place.reset();
        m_station.reset();
    }

    void keysAloneSignInAndTheIntakeTakesThem()
    {
        QCOMPARE(focused(), QStringLiteral("staffNumber"));
        signIn();
        QTRY_COMPARE(focused(), QStringLiteral("itemQuery"));
        QCOMPARE(frame()->currentPage(), QStringLiteral("intake"));
        QVERIFY(find<QWidget>("intakePage")->isVisible());
        QTRY_VERIFY(m_place->station().sync().status().lastSuccess);
    }

    void aWrongPasswordIsSaidAndTheRightOneThenWorks()
    {
        type("0317");
        key(Qt::Key_Return);
        type("wrong");
        key(Qt::Key_Return);
        QTRY_VERIFY(!find<QLabel>("signInWrong")->text().isEmpty());
        QVERIFY(find<QWidget>("signInPage")->isVisible());
        QVERIFY(!frame()->isVisible());
        // It is selected, so that typing replaces it.
        QTRY_COMPARE(find<QLineEdit>("password")->selectedText(), QStringLiteral("wrong"));
        type(StationProgram::password);
        key(Qt::Key_Return);
        QTRY_VERIFY(frame()->isVisible());
    }

    void altAndANumberGoesToAScreenAndBackAndKeepsWhatWasTyped()
    {
        signIn();
        typeIntoAField();
        key(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(frame()->currentPage(), QStringLiteral("cases"));
        QVERIFY(find<QWidget>("casesPage")->isVisible());
        key(Qt::Key_2, Qt::AltModifier);
        QVERIFY(find<QWidget>("materialsPage")->isVisible());
        key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(find<QWidget>("intakePage")->isVisible());
        QCOMPARE(focused(), m_field);
        QCOMPARE(find<QLineEdit>(m_field)->text(), m_shown);
    }

    void lockedNothingIsReachedAndUnlockedEverythingIsAsItWas()
    {
        signIn();
        typeIntoAField();
        const auto before = m_place->flow().draft();
        key(Qt::Key_F12);
        QTRY_VERIFY(find<QWidget>("lockOverlay")->isVisible());
        QVERIFY(m_station->session().isLocked());
        key(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(frame()->currentPage(), QStringLiteral("intake"));
        QCOMPARE(focused(), QStringLiteral("unlockPassword"));
        type("wrong");
        key(Qt::Key_Return);
        const auto wrong = [this] {
            const auto labels = find<QWidget>("lockOverlay")->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text() == errorText({ErrorCode::SignInWrong, {}}).inOneLine();
            });
        };
        QTRY_VERIFY(wrong());
        QVERIFY(find<QWidget>("lockOverlay")->isVisible());
        find<QLineEdit>("unlockPassword")->selectAll();
        type(StationProgram::password);
        key(Qt::Key_Return);
        QTRY_VERIFY(!find<QWidget>("lockOverlay")->isVisible());
        QVERIFY(!m_station->session().isLocked());
        QTRY_COMPARE(focused(), m_field);
        QCOMPARE(find<QLineEdit>(m_field)->text(), m_shown);
        QVERIFY(m_place->flow().draft().answers == before.answers);
    }

    void whenTheShiftChangesTheDraftIsParkedAndOfferedToWhoeverComes()
    {
        signIn();
        typeIntoAField();
        const auto left = m_place->flow().draft();
        key(Qt::Key_F12);
        QTRY_VERIFY(find<QWidget>("lockOverlay")->isVisible());
        key(Qt::Key_F4);
        QTRY_VERIFY(find<QWidget>("signInPage")->isVisible());
        QVERIFY(!m_station->session().clerk());
        QTRY_COMPARE(focused(), QStringLiteral("staffNumber"));
        QVERIFY(find<QLineEdit>("staffNumber")->text().isEmpty());
        signIn();
        QVERIFY(!find<QWidget>("lockOverlay")->isVisible());
        QTRY_VERIFY(find<QWidget>("restoreBanner")->isVisible());
        find<QPushButton>("restoreDraft")->click();
        QTRY_VERIFY(m_place->flow().draft().answers == left.answers);
    }

    // Nothing waits for the draft's timer.
    void whatWasTypedLastIsOfferedAtTheNextStart()
    {
        signIn();
        typeIntoAField();
        const auto left = m_place->flow().draft();
        m_place.reset();
        m_station.reset();
        QVERIFY(open());
        signIn();
        QTRY_VERIFY(find<QWidget>("restoreBanner")->isVisible());
        find<QPushButton>("restoreDraft")->click();
        QTRY_COMPARE(m_place->flow().draft().items, left.items);
        QVERIFY(m_place->flow().draft().answers == left.answers);
        QTRY_VERIFY(m_place->window().findChild<QLineEdit *>(m_field));
        QCOMPARE(find<QLineEdit>(m_field)->text(), m_shown);
    }

    void aSecondWorkplaceOverTheSameStationOffersTheDraft()
    {
        signIn();
        typeIntoAField();
        const auto left = m_place->flow().draft();
        m_place.reset();
        m_place = std::make_unique<Workplace>(*m_station);
        show();
        signIn();
        QTRY_VERIFY(find<QWidget>("restoreBanner")->isVisible());
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_place->flow().draft().answers == left.answers);
    }

private:
    QString profile() const { return m_folder->filePath(QStringLiteral("profile")); }
    bool open()
    {
        auto config = readStationConfig(stationConfigPath(profile()));
        if (!config)
            return false;
        m_station = std::make_unique<Station>(std::move(*config), profile());
        if (!awaited(m_station->open(StationTemplate::keyOf(profile()))))
            return false;
        m_place = std::make_unique<Workplace>(*m_station);
        return show();
    }
    bool show()
    {
        m_place->open();
        m_place->window().activateWindow();
        return QTest::qWaitForWindowActive(&m_place->window());
    }

    void signIn()
    {
        type("0317");
        key(Qt::Key_Return);
        type(StationProgram::password);
        key(Qt::Key_Return);
        QTRY_VERIFY(frame()->isVisible());
        QTRY_COMPARE(focused(), QStringLiteral("itemQuery"));
    }

    // Chooses the first item of the catalogue that is found, and types a telephone number by keys.
    void typeIntoAField()
    {
        type("gljt");
        QTRY_VERIFY(find<QWidget>("itemHits")->isVisible());
        key(Qt::Key_Return);
        QTRY_VERIFY(!m_place->flow().draft().items.isEmpty());
        const auto inputs = m_place->window().findChildren<QLineEdit *>();
        const auto field = std::find_if(inputs.begin(), inputs.end(), [](const QLineEdit *input) {
            return input->isVisible() && input->objectName().endsWith(QStringLiteral("phone"));
        });
        QVERIFY(field != inputs.end());
        (*field)->setFocus();
        m_field = (*field)->objectName();
        type("13800006021");
        // An answer is taken where its field is left.
        key(Qt::Key_Return);
        const QWidget *next = QApplication::focusWidget();
        (*field)->setFocus();
        QVERIFY(next != *field);
        m_shown = (*field)->text();
        QTRY_VERIFY(!m_place->flow().draft().answers.isEmpty());
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const char *text) { QTest::keyClicks(target(), QLatin1String(text)); }
    QWidget *target() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus ? focus : &m_place->window();
    }
    static QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    template <typename T>
    T *find(const QString &name) const
    {
        T *found = m_place->window().findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    template <typename T>
    T *find(const char *name) const
    {
        return find<T>(QString::fromLatin1(name));
    }
    MainWindow *frame() const { return find<MainWindow>("mainWindow"); }

    QTranslator m_chinese;
    StationTemplate m_whole;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Station> m_station;
    std::unique_ptr<Workplace> m_place;
    QString m_field;
    QString m_shown;
};

QTEST_MAIN(tst_workplace)
#include "tst_workplace.moc"
