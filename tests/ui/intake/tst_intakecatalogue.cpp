#include "PageFixture.h"
#include "Places.h"
#include "support/StallWatch.h"
#include "ui/intake/MatterWords.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTranslator>

using namespace yichuang;
using namespace yichuang::test;

namespace {

Catalog demonstration()
{
    Result<Catalog> catalog = loadDemonstrationCatalog();
    if (!catalog)
        qFatal("%s", qPrintable(logText(catalog.error())));
    return *catalog;
}

} // namespace

// The screen over the catalogue that the program ships: what the tour does, by the same keys.
class IntakeCatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_translator.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QCoreApplication::installTranslator(&m_translator);
        theme().applyTo(*qApp);
    }

    void aSaleIsFoundByItsInitialsAndTheTransferorsCardFillsHisGroup()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        f.type("bdczy");
        f.key(Qt::Key_Return);
        QCOMPARE(f.session.draft().items, (QStringList{QStringLiteral("real-estate-sale")}));
        f.key(Qt::Key_1);
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("person.name")).source,
                 QStringLiteral("card"));
        f.key(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY2(f.focused().startsWith(QStringLiteral("input:transferor.")), qPrintable(f.focused()));
        CardValues seller = sampleCard();
        seller.name = QStringLiteral("谭国强");
        seller.idNumber = QStringLiteral("430401199001010008");
        seller.birth = QDate(1990, 1, 1);
        seller.sex = QStringLiteral("2");
        read(f, seller);
        QCOMPARE(f.session.draft().party(u"transferor")->name, QStringLiteral("谭国强"));
        QCOMPARE(f.session.draft().party(u"applicant")->name, QStringLiteral("罗晓芬"));
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("transferor.name")).value.toString(),
                 QStringLiteral("谭国强"));
        f.shoot(QStringLiteral("20-sale"));
        f.page.resize(1290, 680);
        f.shoot(QStringLiteral("21-sale-1366"));
    }

    void everyItemOpensAndSaysWhatIsMissingAndByWhen()
    {
        const Catalog catalog = demonstration();
        PageFixture f(hall(), catalog);
        read(f, sampleCard());
        for (const Item &item : catalog.items()) {
            QVERIFY2(f.session.chooseItem(item.id), qPrintable(item.id));
            QVERIFY2(!f.find<QLabel>("itemTitle")->text().isEmpty(), qPrintable(item.id));
            QVERIFY2(!f.session.form().isEmpty(), qPrintable(item.id));
            const MatterVerdict verdict = f.session.verdict();
            for (const MatterGap &gap : verdict.gaps)
                QVERIFY2(!intakeui::gapWhat(gap).isEmpty(), qPrintable(item.id + gap.target));
            QVERIFY2(!f.find<QLabel>("dueHeadline")->text().isEmpty(), qPrintable(item.id));
        }
    }

    void aNameComesThroughTheInputMethodAndAFlagByItsDigit()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        auto *name = f.find<QLineEdit>("input:transferor.name");
        name->setFocus();
        QInputMethodEvent composing(QStringLiteral("tan"), {});
        QCoreApplication::sendEvent(name, &composing);
        QVERIFY(!f.session.draft().answers.contains(QStringLiteral("transferor.name")));
        QInputMethodEvent done;
        done.setCommitString(QStringLiteral("谭国强"));
        QCoreApplication::sendEvent(name, &done);
        f.key(Qt::Key_Tab);
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("transferor.name")).value.toString(),
                 QStringLiteral("谭国强"));
        f.find<QWidget>("input:property.mortgaged")->setFocus();
        f.key(Qt::Key_1);
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("property.mortgaged")).value,
                 QJsonValue(true));
        f.find<QWidget>("input:property.mortgaged")->setFocus();
        f.key(Qt::Key_2);
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("property.mortgaged")).value,
                 QJsonValue(false));
    }

    void aCardOfAnotherPersonIsAskedAboutBeforeItTakesThePlace()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        CardValues other = sampleCard();
        other.name = QStringLiteral("谭国强");
        other.idNumber = QStringLiteral("430401199001010008");
        other.birth = QDate(1990, 1, 1);
        for (const bool takes : {false, true}) {
            f.page.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&f.page));
            f.page.setFocus();
            f.key(Qt::Key_F2);
            QVERIFY2(f.session.isReadingCard(), takes ? "second" : "first");
            f.cards.answer(other);
            QTRY_VERIFY(f.page.findChild<QDialog *>(QStringLiteral("replacePerson")));
            auto *asked = f.page.findChild<QDialog *>(QStringLiteral("replacePerson"));
            QCOMPARE(f.session.draft().party(u"applicant")->name, QStringLiteral("罗晓芬"));
            QTest::keyClick(asked, takes ? Qt::Key_Return : Qt::Key_Escape);
            QTRY_VERIFY(!f.page.findChild<QDialog *>(QStringLiteral("replacePerson")));
        }
        QCOMPARE(f.session.draft().party(u"applicant")->name, QStringLiteral("谭国强"));
    }

    void whoThePersonIsComesFromTheCardAndNotFromTyping()
    {
        PageFixture f(hall(), demonstration());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        QVERIFY(f.session.setAnswer(QStringLiteral("person.name"), QStringLiteral("三丰")));
        read(f, sampleCard());
        QCOMPARE(f.session.draft().answers.value(QStringLiteral("person.name")).value.toString(),
                 QStringLiteral("罗晓芬"));
        auto *number = f.find<QLineEdit>("input:person.idNumber");
        number->setFocus();
        QVERIFY(number->text().contains(u'*'));
        QVERIFY(number->isReadOnly());
        QVERIFY(f.find<QLineEdit>("input:person.name")->isReadOnly());
    }

    void parkingKeepsTheKeysAliveAndOffersTheDraftAgain()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        f.find<QWidget>("input:person.phone")->setFocus();
        f.key(Qt::Key_F6);
        QTRY_VERIFY(f.find<QWidget>("restoreBanner")->isVisible());
        QTRY_VERIFY(f.page.isAncestorOf(QApplication::focusWidget()));
        f.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(f.session.draft().items, QStringList{QStringLiteral("real-estate-sale")});
    }

    void whatIsTypedIsKeptWithoutLeavingTheFieldAndWithoutBlame()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        const QString key = QStringLiteral("property.location");
        f.find<QWidget>("input:property.location")->setFocus();
        f.type("half a street");
        QTRY_COMPARE(f.session.draft().answers.value(key).value.toString(), QStringLiteral("half a street"));
        QCOMPARE(f.focused(), QStringLiteral("input:property.location"));
        f.type(" 18");
        QCOMPARE(f.find<QLineEdit>("input:property.location")->text(), QStringLiteral("half a street 18"));
        f.page.commitTyped();
        QCOMPARE(f.session.draft().answers.value(key).value.toString(), QStringLiteral("half a street 18"));
    }

    void anAnswerThatBringsFieldsInKeepsTheClerkWhereSheWas()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        QVERIFY(f.session.chooseItem(QStringLiteral("real-estate-sale")));
        f.find<QWidget>("input:delivery.method")->setFocus();
        f.key(Qt::Key_2);
        QCOMPARE(f.focused(), QStringLiteral("input:delivery.method"));
        f.key(Qt::Key_Return);
        QCOMPARE(f.focused(), QStringLiteral("input:delivery.address"));
    }

    void choosingTheLongestFormsHoldsTheScreenForLessThanADozenFrames()
    {
        PageFixture f(hall(), demonstration());
        read(f, sampleCard());
        StallWatch watch;
        for (const char *item : {"real-estate-sale", "food-business-licence", "construction-permit"}) {
            QVERIFY(f.session.chooseItem(QString::fromLatin1(item)));
            QVERIFY(watch.waitUntil([&] { return f.session.saveState() == SaveState::Saved; }));
            QVERIFY(f.session.setAnswer(f.session.form().first().fields.last().key, QStringLiteral("甲")));
            QVERIFY(watch.waitUntil([&] { return f.session.saveState() == SaveState::Saved; }));
        }
        QVERIFY(watch.knocks() > 50);
        qInfo("longest stall %.1f ms, over 16 ms: %d", watch.longestMilliseconds(), watch.feltStalls());
        QVERIFY2(watch.longestMilliseconds() < 200, qPrintable(QString::number(watch.longestMilliseconds())));
    }

    void aBundleAsksEachThingOnceAndOpensACaseForEach()
    {
        const Catalog catalog = demonstration();
        PageFixture f(hall(), catalog);
        read(f, sampleCard());
        for (const Bundle &bundle : catalog.bundles()) {
            QVERIFY2(f.session.chooseBundle(bundle.id), qPrintable(bundle.id));
            QStringList keys;
            const QList<MatterGroup> groups = f.session.form();
            for (const MatterGroup &group : groups) {
                for (const MatterField &field : group.fields)
                    keys.append(field.key);
            }
            QCOMPARE(keys.removeDuplicates(), 0);
            QCOMPARE(f.find<QLabel>("itemTitle")->text(), bundle.name);
        }
    }

private:
    static void read(PageFixture &f, const CardValues &card)
    {
        f.key(Qt::Key_F2);
        QVERIFY(f.session.isReadingCard());
        f.cards.answer(card);
        QTRY_VERIFY(!f.session.isReadingCard());
    }

    QTranslator m_translator;
};

QTEST_MAIN(IntakeCatalogueTest)
#include "tst_intakecatalogue.moc"
