#include "domain/CreditCode.h"
#include "domain/IdNumber.h"
#include "domain/ItemCode.h"

#include <QTest>

using namespace yichuang;

namespace {

constexpr QStringView creditAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";

const QDate today(2026, 11, 24);

IdNumberFault faultOf(QStringView text)
{
    const auto read = IdNumber::parse(text, today);
    return read ? static_cast<IdNumberFault>(-1) : read.error();
}

QString withCheckDigit(const QString &seventeen)
{
    return seventeen + idNumberCheckDigit(seventeen);
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedNumbersHold_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<int>("sex");
        const auto row = [](const char *number, IdNumberKind kind, QDate birth, Sex sex) {
            QTest::newRow(number) << QString::fromLatin1(number) << int(kind) << birth << int(sex);
        };
        row("11010519491231002X", IdNumberKind::Resident, {1949, 12, 31}, Sex::Female);
        row("440524188001010014", IdNumberKind::Resident, {1880, 1, 1}, Sex::Male);
        row("430401199001010008", IdNumberKind::Resident, {1990, 1, 1}, Sex::Female);
        row("932682198501010017", IdNumberKind::ForeignResident, {1985, 1, 1}, Sex::Male);
        row("911124198108030024", IdNumberKind::ForeignResident, {1981, 8, 3}, Sex::Female);
        row("931586198001010028", IdNumberKind::ForeignResident, {1980, 1, 1}, Sex::Female);
    }
    void publishedNumbersHold()
    {
        QFETCH(QString, number);
        // The one of 1880 is over 150 years old today; its check digit is what the standard prints.
        const auto read = IdNumber::parse(number, QDate(2020, 1, 1));
        QVERIFY(read);
        QCOMPARE(read->text(), number);
        QTEST(int(read->kind()), "kind");
        QTEST(read->birth(), "birth");
        QTEST(int(read->sex()), "sex");
        QVERIFY(read->hasKnownRegion());
    }

    void everyWrongDigitOrSwapOfNeighboursIsFound()
    {
        const QString good = QStringLiteral("430401199001010008");
        for (int i = 0; i < good.size(); ++i) {
            for (const QChar c : QStringLiteral("0123456789X")) {
                QString bad = good;
                bad[i] = c;
                QCOMPARE(IdNumber::parse(bad, today).has_value(), bad == good);
            }
        }
        for (int i = 0; i + 1 < good.size(); ++i) {
            QString bad = good;
            std::swap(bad[i], bad[i + 1]);
            QCOMPARE(IdNumber::parse(bad, today).has_value(), bad == good);
        }
    }

    void eachFaultHasItsReason()
    {
        QCOMPARE(faultOf(u""), IdNumberFault::Empty);
        QCOMPARE(faultOf(u"  \u3000"), IdNumberFault::Empty);
        QCOMPARE(faultOf(u"430401900101000"), IdNumberFault::FifteenDigits);
        QCOMPARE(faultOf(u"43040119900101000"), IdNumberFault::WrongLength);
        QCOMPARE(faultOf(u"4304011990010100088"), IdNumberFault::WrongLength);
        QCOMPARE(faultOf(u"43040119900101000A"), IdNumberFault::WrongCharacter);
        QCOMPARE(faultOf(u"4304O1199001010008"), IdNumberFault::WrongCharacter);
        QCOMPARE(faultOf(u"٤٣٠٤٠١١٩٩٠٠١٠١٠٠٠٨"), IdNumberFault::WrongCharacter);
        QCOMPARE(faultOf(withCheckDigit(QStringLiteral("43040119900230000"))), IdNumberFault::WrongBirthDate);
        QCOMPARE(faultOf(withCheckDigit(QStringLiteral("43040120270101000"))), IdNumberFault::BornInFuture);
        QCOMPARE(faultOf(u"440524187501010014"), IdNumberFault::OlderThan150);
        QCOMPARE(faultOf(u"430401199001010009"), IdNumberFault::WrongCheckDigit);
        QVERIFY(IdNumber::parse(withCheckDigit(QStringLiteral("43040120261124000")), today));
    }

    void whatAnInputMethodLeavesIsPutRight()
    {
        const auto read = IdNumber::parse(u" １１０１０５ 19491231 002ｘ ", today);
        QVERIFY(read);
        QCOMPARE(read->text(), QStringLiteral("11010519491231002X"));
        QVERIFY(IdNumber::parse(u"11010519491231002x", today));
    }

    void anUnknownRegionWarnsAndDoesNotRefuse()
    {
        const auto read = IdNumber::parse(withCheckDigit(QStringLiteral("79040119900101000")), today);
        QVERIFY(read);
        QVERIFY(!read->hasKnownRegion());
    }

    void residenceCardsOfTheThreeRegionsHaveTheirKind()
    {
        for (const char *prefix : {"81", "82", "83"}) {
            const auto read = IdNumber::parse(
                withCheckDigit(QLatin1String(prefix) + QStringLiteral("000019900101000")), today);
            QVERIFY(read);
            QCOMPARE(read->kind(), IdNumberKind::HongKongMacaoTaiwan);
            QVERIFY(read->hasKnownRegion());
        }
    }

    void ageIsFullOnTheBirthday()
    {
        const auto number = IdNumber::parse(withCheckDigit(QStringLiteral("43040119440229000")), today);
        QVERIFY(number);
        QCOMPARE(number->ageOn({2024, 2, 28}), 79);
        QCOMPARE(number->ageOn({2024, 2, 29}), 80);
        QCOMPARE(number->ageOn({2025, 2, 28}), 80);
        QCOMPARE(number->ageOn({2025, 3, 1}), 81);
    }

    void creditCodesOfTheTextsHold_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code :
             {"91350100M000100Y43", "12441500196720244T", "11430000MB1599860M", "1143000000612280X0",
              "11430000MB1C8426XK", "11430000MB191025XP", "11430000006122121K", "1143000000612328XD",
              "11430400000000019L", "91430422MA0000XX7N", "92430423MA00TE5T2M"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void creditCodesOfTheTextsHold()
    {
        QFETCH(QString, code);
        const auto read = CreditCode::parse(code.toLower());
        QVERIFY(read);
        QCOMPARE(read->text(), code);
        QVERIFY(read->organisationCodeHolds());
        for (int i = 0; i < code.size(); ++i) {
            for (const QChar c : creditAlphabet) {
                QString bad = code;
                bad[i] = c;
                QCOMPARE(CreditCode::parse(bad).has_value(), bad == code);
            }
        }
    }

    void creditCodeFaultsHaveTheirReasons()
    {
        const auto fault = [](QStringView text) { return CreditCode::parse(text).error(); };
        QCOMPARE(fault(u""), CreditCodeFault::Empty);
        QCOMPARE(fault(u"91430422MA0000XX7"), CreditCodeFault::WrongLength);
        QCOMPARE(fault(u"91430422MA0000XX7NN"), CreditCodeFault::WrongLength);
        for (const QChar letter : QStringLiteral("IOSVZ*中"))
            QCOMPARE(fault(QString(QStringLiteral("91430422MA0000XX7N")).replace(9, 1, letter)),
                     CreditCodeFault::WrongCharacter);
        QCOMPARE(fault(u"91430422MA0000XX7M"), CreditCodeFault::WrongCheckDigit);
        QCOMPARE(CreditCode::parse(u"９１４３０４２２ｍａ０００0XX7N").value().text(),
                 QStringLiteral("91430422MA0000XX7N"));
    }

    void anOrganisationCodeThatFailsOnlyWarns()
    {
        QString seventeen = QStringLiteral("91430422MA0000XX6");
        const auto read = CreditCode::parse(QString(seventeen + creditCodeCheckCharacter(seventeen)));
        QVERIFY(read);
        QVERIFY(!read->organisationCodeHolds());
        QVERIFY(creditCodeCheckCharacter(u"short").isNull());
    }

    void itemCodesAreLintedByTheirScheme()
    {
        const QString code = QStringLiteral("12441500196720244T3442199806003");
        const auto zwfw = [](const QString &text) { return lint({ItemCodeScheme::Zwfw31, text}); };
        QVERIFY(!zwfw(code));
        QCOMPARE(zwfw(code.chopped(1)), ItemCodeFault::WrongLength);
        QCOMPARE(zwfw(QString(code).replace(17, 1, u'U')), ItemCodeFault::WrongCreditCode);
        QCOMPARE(zwfw(QString(code).replace(18, 1, u'8')), ItemCodeFault::WrongLevel);
        QCOMPARE(zwfw(QString(code).replace(25, 1, u'A')), ItemCodeFault::WrongCharacter);
        QCOMPARE(zwfw({}), ItemCodeFault::Empty);
        QVERIFY(!lint({ItemCodeScheme::Gb39046, QStringLiteral("XK12345001")}));
        QCOMPARE(lint({ItemCodeScheme::Gb39046, QString(25, u'1')}), ItemCodeFault::WrongLength);
        QCOMPARE(lint({ItemCodeScheme::Gb39046, QStringLiteral("XK-1")}), ItemCodeFault::WrongCharacter);
        QVERIFY(!lint({ItemCodeScheme::Free, QStringLiteral("示例-01")}));
        QCOMPARE(lint({ItemCodeScheme::Free, QStringLiteral("a b")}), ItemCodeFault::WrongCharacter);
        QVERIFY(itemCodeSchemeFromString(toString(ItemCodeScheme::Gb39046)) == ItemCodeScheme::Gb39046);
        QVERIFY(!itemCodeSchemeFromString(u"other"));
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
