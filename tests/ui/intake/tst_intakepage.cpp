#include "PageFixture.h"
#include "Places.h"
#include "ui/intake/FormPresenter.h"
#include "ui/intake/NoticeDialog.h"
#include "ui/intake/PersonPresenter.h"
#include "ui/intake/VerdictPresenter.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTranslator>

using namespace yichuang;
using namespace yichuang::test;
using namespace yichuang::intakeui;

class IntakePageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_translator.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QCoreApplication::installTranslator(&m_translator);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        theme().applyTo(*qApp);
    }
    void init() { f = std::make_unique<PageFixture>(); }
    void cleanup()
    {
        f.reset();
        theme().setDark(false);
        theme().setPercent(100);
    }

    void aWholeCaseNeedsNoMouse()
    {
        f->shoot(QStringLiteral("01-empty"));
        readCard();
        f->type("bdczy");
        f->shoot(QStringLiteral("02-search"));
        f->key(Qt::Key_Return);
        QCOMPARE(f->session.draft().items, (QStringList{QStringLiteral("sale")}));
        QVERIFY2(f->focused().startsWith(QStringLiteral("answer:mortgage")), qPrintable(f->focused()));
        f->key(Qt::Key_1);
        QCOMPARE(f->session.draft().situation.value(QStringLiteral("mortgage")).toString(),
                 QStringLiteral("no"));
        f->shoot(QStringLiteral("03-gaps"));
        f->key(Qt::Key_F9);
        QCOMPARE(f->focused(), QStringLiteral("input:person.phone"));
        f->type("13800006021");
        f->key(Qt::Key_Return);
        QCOMPARE(f->focused(), QStringLiteral("input:property.area"));
        f->type("98.62");
        f->key(Qt::Key_Return);
        QCOMPARE(f->focused(), QStringLiteral("input:deal.price"));
        f->type("586000");
        f->key(Qt::Key_Return);
        QCOMPARE(f->focused(), QStringLiteral("input:deal.payment"));
        f->key(Qt::Key_1);
        f->key(Qt::Key_Return);
        QCOMPARE(f->focused(), QStringLiteral("checklist"));
        f->key(Qt::Key_Space); // the contract, seen as an original
        QVERIFY(lineState(QStringLiteral("contract")) == LineState::Complete);
        f->clock.advance(1000);
        f->key(Qt::Key_F9); // to the next paper
        f->key(Qt::Key_Q);
        QVERIFY(lineState(QStringLiteral("fee-clearance")) == LineState::Deferred);
        f->clock.advance(1000);
        f->key(Qt::Key_F9);
        f->key(Qt::Key_R);
        QVERIFY(lineState(QStringLiteral("certificate")) == LineState::Reused);
        QVERIFY2(f->session.isReady(), qPrintable(f->find<QLabel>("verdictHeadline")->text()));
        f->shoot(QStringLiteral("04-ready"));
        f->clock.advance(1000);
        f->key(Qt::Key_F9);
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QTRY_COMPARE(f->printers.jobs.size(), 1);
        f->printers.answer(0, PrintReply{PrintState::Confirmed, {}});
        QTRY_COMPARE(f->session.papers().first().state, IssuedPaper::State::Confirmed);
        QCOMPARE(f->find<QLabel>("caseNumber")->text(), QStringLiteral("430407-W03-261123-0001"));
        f->shoot(QStringLiteral("05-accepted"));
        f->key(Qt::Key_F4);
        QCOMPARE(f->session.state(), IntakeState::Empty);
        QCOMPARE(f->focused(), QStringLiteral("itemQuery"));
    }

    void aWrongNumberIsSaidOnLeavingTheFieldAndStays()
    {
        toForm();
        f->find<QLineEdit>("input:person.phone")->setFocus();
        f->type("12345");
        f->key(Qt::Key_Tab);
        QVERIFY(!f->session.draft().answers.contains(QStringLiteral("person.phone")) ||
                !f->session.isReady());
        auto *input = f->find<QLineEdit>("input:person.phone");
        QCOMPARE(input->accessibleDescription(), QStringLiteral("电话号码的位数或号段不对，请再核对。"));
        QVERIFY(input->text().contains(QStringLiteral("12345")) || input->text().contains(QLatin1Char('*')));
        f->shoot(QStringLiteral("06-field-error"));
    }

    void f9OnGapsJumpsAndAcceptsNothing()
    {
        toForm();
        for (int press = 0; press < 5; ++press) {
            f->clock.advance(1000);
            f->key(Qt::Key_F9);
        }
        QCOMPARE(f->store.commits, 0);
        QCOMPARE(f->session.state(), IntakeState::Filling);
    }

    void f9TwiceWithin800MillisecondsIsOnce()
    {
        toReady();
        f->key(Qt::Key_F9);
        f->key(Qt::Key_F9);
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QCOMPARE(f->store.commits, 1);
    }

    void aCardThatCannotBeReadIsSaidAndKeepsTheForm()
    {
        toForm();
        f->key(Qt::Key_F2);
        f->shoot(QStringLiteral("07-reading"));
        f->cards.answer(tl::unexpected<Error>(Error{ErrorCode::CardUnreadable, {}}));
        QTRY_VERIFY(f->find<QLabel>("readerLine")->text().contains(QStringLiteral("已填的内容都在")));
        QCOMPARE(f->session.state(), IntakeState::Filling);
    }

    void aSaveThatFailsIsSaidAndTakenBackWhenItWorks()
    {
        f->store.failWrite = 1;
        readCard();
        QTRY_VERIFY(f->find<QLabel>("saveBanner")->isVisible());
        f->shoot(QStringLiteral("08-save-failed"));
        QVERIFY(f->session.chooseItem(QStringLiteral("sale")));
        QTRY_VERIFY(!f->find<QLabel>("saveBanner")->isVisible());
    }

    void theNoticeListsEveryGapAndIsIssuedByKeys()
    {
        toForm();
        const qsizetype gaps = f->session.verdict().gaps.size();
        QVERIFY(gaps >= 3);
        f->key(Qt::Key_F7);
        auto *dialog = f->page.findChild<NoticeDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->missing().size(), gaps);
        if (!qEnvironmentVariable("YICHUANG_SHOTS").isEmpty())
            dialog->grab().save(qEnvironmentVariable("YICHUANG_SHOTS") + QStringLiteral("/09-notice.png"));
        auto *table = dialog->findChild<QTableWidget *>();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(dialog->missing().size(), gaps - 1);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(f->session.state(), IntakeState::NotifiedOnce);
        QCOMPARE(f->store.log.last().payload.value(u"missing").toArray().size(), gaps - 1);
    }

    void aDraftOfAnEarlierRunIsOffered()
    {
        toForm();
        QTRY_COMPARE(f->session.saveState(), SaveState::Saved);
        const QMap<DraftId, QByteArray> left = f->store.saved;
        f.reset();
        f = std::make_unique<PageFixture>();
        f->store.saved = left;
        f->page.offerLeftDrafts();
        QTRY_VERIFY(f->find<QWidget>("restoreBanner")->isVisible());
        f->shoot(QStringLiteral("10-restore"));
        f->key(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(f->session.state(), IntakeState::Filling);
        QCOMPARE(f->find<QLabel>("itemTitle")->text(), QStringLiteral("不动产转移登记（二手房买卖）"));
    }

    void aVillageThatMayOnlyCollectSaysSoAndCollects()
    {
        StationFacts village = hall();
        village.level = AdminLevel::Village;
        f.reset();
        f = std::make_unique<PageFixture>(village);
        toReady();
        QCOMPARE(f->find<QLabel>("verdictHeadline")->text(), QStringLiteral("可以收件"));
        f->shoot(QStringLiteral("11-collect"));
        f->key(Qt::Key_F9);
        QTRY_COMPARE(f->session.state(), IntakeState::Collected);
    }

    void looksRightDarkLargeAndNarrow()
    {
        toForm();
        f->page.resize(1290, 680);
        f->shoot(QStringLiteral("12-1366x768"));
        theme().setDark(true);
        f->page.resize(1364, 814);
        f->shoot(QStringLiteral("13-dark"));
        theme().setDark(false);
        theme().setPercent(125);
        QTRY_VERIFY(f->find<QWidget>("personStrip")->isVisible());
        QVERIFY(!f->find<QPushButton>("readCard")->isVisible());
        f->shoot(QStringLiteral("14-125"));
    }

    void theWholeNumberIsShownOnlyWhileTheKeysAreHeldAndThatIsLogged()
    {
        toForm();
        auto *number = f->find<QLabel>("personNumber");
        QCOMPARE(number->text(), QStringLiteral("430407********2043"));
        QTest::keyPress(f->target(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(number->text(), sampleCard().idNumber);
        QTest::keyRelease(f->target(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(number->text(), QStringLiteral("430407********2043"));
        QCOMPARE(f->store.log.size(), 1);
        QCOMPARE(f->store.log.first().type, QStringLiteral("record-viewed"));
        QVERIFY(!QJsonDocument(f->store.log.first().payload).toJson().contains("430407"));
    }

    void theCardThatWasReadIsCalledByItsName_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("badge");
        QTest::addColumn<QString>("field");
        QTest::addRow("identity") << QStringLiteral("111") << QStringLiteral("身份证读取")
                                  << QStringLiteral("身份证");
        QTest::addRow("residence") << QStringLiteral("516") << QStringLiteral("居住证读取")
                                   << QStringLiteral("居住证");
        QTest::addRow("foreign") << QStringLiteral("553") << QStringLiteral("永居证读取")
                                 << QStringLiteral("永居证");
    }
    void theCardThatWasReadIsCalledByItsName()
    {
        QFETCH(QString, type);
        QFETCH(QString, badge);
        QFETCH(QString, field);
        f->key(Qt::Key_F2);
        CardValues card = sampleCard();
        card.idType = type;
        f->cards.answer(card);
        QTRY_VERIFY(!f->session.isReadingCard());
        PersonPresenter person(f->session, f->clock);
        QCOMPARE(person.sourceWord(), badge);
        f->type("bdczy");
        f->key(Qt::Key_Return);
        FormPresenter form(f->session);
        QVERIFY(form.field(QStringLiteral("person.name")));
        QCOMPARE(form.field(QStringLiteral("person.name"))->sourceWord, field);
        QCOMPARE(form.shares().first().word, field);
    }

    void theKeysOfTheRowInFocusAreSaidWhole()
    {
        toForm();
        auto *keys = f->find<QLabel>("lineKeys");
        QVERIFY(!keys->isVisible());
        f->key(Qt::Key_J, Qt::ControlModifier);
        auto *list = f->find<QListView>("checklist");
        QVERIFY(list->hasFocus());
        QSet<QString> said;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            QCoreApplication::processEvents();
            const ChecklistLine line = VerdictPresenter(f->session).lines().at(row);
            const QString words = QString(keys->text()).replace(QChar::Nbsp, u' ');
            QCOMPARE(keys->isVisible(), !line.fromForm);
            QCOMPARE(words.contains(QStringLiteral("Q 容缺")),
                     line.deferrable && line.state == LineState::Missing);
            QCOMPARE(words.contains(QStringLiteral("S 扫描")), !line.fromForm);
            QVERIFY(keys->height() >= keys->heightForWidth(keys->width()) || line.fromForm);
            QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
            said << words;
        }
        QVERIFY(said.contains(QStringLiteral("空格 看原件 · S 扫描")));
        list->setCurrentIndex(list->model()->index(0, 0));
        f->shoot(QStringLiteral("15-checklist-keys"));
        f->find<QWidget>("input:person.phone")->setFocus();
        QVERIFY(!keys->isVisible());
    }

    void everyControlHasAName()
    {
        toForm();
        const QList<QWidget *> widgets = f->page.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus &&
                widget->objectName() != u"qt_scrollarea_viewport")
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QAbstractButton") ||
                             widget->inherits("QScrollArea") || widget->inherits("QComboBoxPrivateContainer"),
                         qPrintable(widget->objectName() +
                                    QString::fromLatin1(widget->metaObject()->className())));
        }
    }

private:
    LineState lineState(const QString &code) const
    {
        const QList<ChecklistLine> lines = f->session.checklist();
        for (const ChecklistLine &line : lines) {
            if (line.line == code)
                return line.state;
        }
        return LineState::Missing;
    }
    void readCard()
    {
        f->key(Qt::Key_F2);
        QVERIFY(f->session.isReadingCard());
        f->cards.answer(sampleCard());
        QTRY_VERIFY(!f->session.isReadingCard());
    }
    void toForm()
    {
        readCard();
        f->type("bdczy");
        f->key(Qt::Key_Return);
        f->key(Qt::Key_1);
        QCOMPARE(f->session.state(), IntakeState::Filling);
    }
    void toReady()
    {
        toForm();
        QVERIFY(f->session.setAnswer(QStringLiteral("person.phone"), QStringLiteral("13800006021")));
        QVERIFY(f->session.setAnswer(QStringLiteral("deal.price"), 58600000));
        QVERIFY(f->session.setAnswer(QStringLiteral("deal.payment"), QStringLiteral("once")));
        for (const char *line : {"contract", "fee-clearance", "certificate"})
            QVERIFY(f->session.checkMaterial(QString::fromLatin1(line), QStringLiteral("original"), 1));
        QVERIFY(f->session.isReady());
    }

    QTranslator m_translator;
    std::unique_ptr<PageFixture> f;
};

QTEST_MAIN(IntakePageTest)
#include "tst_intakepage.moc"
