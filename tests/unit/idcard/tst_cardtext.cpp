#include "domain/IdNumber.h"
#include "idcard-sdt/CardText.h"
#include "peers/idreader/Cards.h"
#include "support/CountedRandom.h"

#include <QTest>

#include <functional>

using namespace yichuang;
using namespace yichuang::sdt;

namespace {

QByteArray textOf(const char *key)
{
    return peer::cardNamed(QString::fromLatin1(key))->text;
}

IdCard cardOf(const char *key)
{
    const auto card = cardFromText(textOf(key));
    return card ? *card : IdCard();
}

// `text` with other units from `place` on.
QByteArray changed(QByteArray text, int place, const QString &units)
{
    for (const QChar unit : units) {
        text[place++] = char(unit.unicode() & 0xFF);
        text[place++] = char(unit.unicode() >> 8);
    }
    return text;
}

constexpr int number = 122;
constexpr int from = 188;
constexpr int until = 204;
constexpr int kind = 248;

} // namespace

class TestCardText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResidentsCardIsReadInWhole();
    void aLongTermCardHasNoLastDay();
    void aRareNameIsKeptInWhole();
    void aPermitIsReadWithItsPassNumber();
    void aForeignCardOf2023JoinsItsEnglishName();
    void aForeignCardOf2017IsReadInWhole();
    void everyPersonsNumberHolds();
    void blanksAndZerosOnTheRightArePadding();
    void aFieldOfAWrongFormIsNamedAndNotQuoted_data();
    void aFieldOfAWrongFormIsNamedAndNotQuoted();
    void aTextThatIsCutOrLongerIsRefused();
    void everyKindMarkThatIsNotKnownIsRefused();
    void anExtraAddressIsReadOrBlank();
    void anExtraAddressOfAWrongFormIsRefused();
    void randomBytesAreNeverACard();
    void aCardWithRandomlyChangedBytesIsReadWithinItsLimitsOrRefused();
};

void TestCardText::aResidentsCardIsReadInWhole()
{
    IdCard card;
    card.kind = IdCardKind::Resident;
    card.name = QStringLiteral("罗晓芬");
    card.sex = QStringLiteral("2");
    card.nation = QStringLiteral("01");
    card.birth = QDate(1986, 1, 28);
    card.address = QStringLiteral("湖南省衡阳市石鼓区合江街道蒸阳北路88号3栋502");
    card.number = QStringLiteral("430407198601282043");
    card.issuer = QStringLiteral("衡阳市公安局石鼓分局");
    card.validFrom = QDate(2018, 6, 15);
    card.validUntil = QDate(2038, 6, 15);
    QVERIFY(cardOf("luo") == card);
}

void TestCardText::aLongTermCardHasNoLastDay()
{
    const IdCard card = cardOf("long");
    QVERIFY(card.longTerm);
    QVERIFY(card.validUntil.isNull());
    QCOMPARE(card.birth, QDate(1940, 3, 16));
}

void TestCardText::aRareNameIsKeptInWhole()
{
    const IdCard card = cardOf("rare");
    QCOMPARE(card.name, QStringLiteral("欧阳䶮𠮷"));
    QCOMPARE(card.name.toUcs4().size(), 4);
    // Rare characters may also stand in the private area, or be newer than the Unicode version of this
    // machine.
    const QString strange = QChar(0xE863) + QString::fromUcs4(U"\U000323AF");
    const auto other = cardFromText(changed(textOf("rare"), 0, strange));
    QVERIFY(other);
    QVERIFY(other->name.startsWith(strange));
}

void TestCardText::aPermitIsReadWithItsPassNumber()
{
    const IdCard card = cardOf("hk");
    QCOMPARE(card.kind, IdCardKind::HongKongMacaoTaiwan);
    QCOMPARE(card.name, QStringLiteral("陈嘉慧"));
    QCOMPARE(card.number, QStringLiteral("81000019900115002X"));
    QCOMPARE(card.passNumber, QStringLiteral("H01234567"));
    QCOMPARE(card.nation, QString());
    QCOMPARE(card.validUntil, QDate(2028, 9, 1));
}

void TestCardText::aForeignCardOf2023JoinsItsEnglishName()
{
    const IdCard card = cardOf("foreign");
    QCOMPARE(card.kind, IdCardKind::Foreign2023);
    QCOMPARE(card.name, QStringLiteral("范例恒"));
    QCOMPARE(card.englishName, QStringLiteral("VAN DER EXAMPLEBERG-VOORBEELD, JOHANNES SAMPLE"));
    QCOMPARE(card.number, QStringLiteral("943528198504073012"));
    QCOMPARE(card.country, QStringLiteral("NLD"));
    QCOMPARE(card.address, QString());
}

void TestCardText::aForeignCardOf2017IsReadInWhole()
{
    const IdCard card = cardOf("foreign-old");
    QCOMPARE(card.kind, IdCardKind::Foreign2017);
    QCOMPARE(card.englishName, QStringLiteral("EXEMPLE, MARIE SPECIMEN"));
    QCOMPARE(card.name, QStringLiteral("艾例"));
    QCOMPARE(card.sex, QStringLiteral("2"));
    QCOMPARE(card.number, QStringLiteral("FRA430085031701"));
    QCOMPARE(card.country, QStringLiteral("FRA"));
    QCOMPARE(card.birth, QDate(1985, 3, 17));
    QCOMPARE(card.validFrom, QDate(2019, 6, 10));
    QCOMPARE(card.validUntil, QDate(2029, 6, 10));
    QCOMPARE(card.issuer, QStringLiteral("1500"));
}

void TestCardText::everyPersonsNumberHolds()
{
    for (const peer::Card &each : peer::cards()) {
        const auto card = cardFromText(each.text);
        QVERIFY2(card, qPrintable(each.key));
        QVERIFY(each.what.contains(QStringLiteral("（示例）")));
        if (card->kind == IdCardKind::Foreign2017)
            continue;
        const auto parsed = IdNumber::parse(card->number, QDate(2026, 11, 25));
        QVERIFY2(parsed, qPrintable(each.key));
        QCOMPARE(parsed->birth(), card->birth);
        QCOMPARE(toCode(parsed->sex()), card->sex);
    }
}

void TestCardText::blanksAndZerosOnTheRightArePadding()
{
    QByteArray text = textOf("luo");
    text = changed(text, 6, QString(12, QChar(u'\0')));
    text = changed(text, kind - 28, QString(18, QChar(u'\0')));
    QVERIFY(cardFromText(text));
    QVERIFY(*cardFromText(text) == cardOf("luo"));
}

void TestCardText::aFieldOfAWrongFormIsNamedAndNotQuoted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *key, int place, const QString &units,
                        const char *field) {
        QTest::newRow(name) << changed(textOf(key), place, units) << QString::fromLatin1(field);
    };
    row("no name", "luo", 0, QString(15, u' '), "name");
    row("a zero inside the name", "luo", 2, QString(QChar(u'\0')), "name");
    row("a line feed in the name", "luo", 2, QStringLiteral("\n"), "name");
    row("half a character", "rare", 8, QStringLiteral(" "), "name");
    row("the other half", "rare", 6, QStringLiteral(" "), "name");
    row("text that turns around", "luo", 2, QString(QChar(0x202E)), "name");
    row("a blank of no width", "luo", 2, QString(QChar(0x200B)), "name");
    row("no character", "luo", 2, QString(QChar(0xFFFF)), "name");
    row("sex", "luo", 30, QStringLiteral("3"), "sex");
    row("nation beyond the table", "luo", 32, QStringLiteral("57"), "nation");
    row("nation zero", "luo", 32, QStringLiteral("00"), "nation");
    row("nation in full-width digits", "luo", 32, QStringLiteral("０１"), "nation");
    row("a day that does not exist", "luo", 36, QStringLiteral("20250229"), "birth");
    row("a signed year", "luo", 36, QStringLiteral("-9860128"), "birth");
    row("an address with a control", "luo", 52, QStringLiteral("\x1B"), "address");
    row("a letter in the number", "luo", number, QStringLiteral("4304O7"), "number");
    row("a short number", "luo", number + 34, QStringLiteral(" "), "number");
    row("a small x", "hk", number + 34, QStringLiteral("x"), "number");
    row("a permit's number of another kind", "hk", number, QStringLiteral("4"), "number");
    row("a foreigner's number of another kind", "foreign", number, QStringLiteral("4"), "number");
    row("from", "luo", from, QStringLiteral("20181315"), "validFrom");
    row("until", "luo", until, QStringLiteral("永久    "), "validUntil");
    row("a permit without end", "hk", until, QStringLiteral("长期      "), "validUntil");
    row("pass number", "hk", 220, QStringLiteral("h"), "passNumber");
    row("country", "foreign", 242, QStringLiteral("nld"), "country");
    row("no english name", "foreign-old", 0, QString(60, u' '), "englishName");
    row("an old number", "foreign-old", number, QStringLiteral("4"), "number");
}

void TestCardText::aFieldOfAWrongFormIsNamedAndNotQuoted()
{
    QFETCH(QByteArray, text);
    const auto card = cardFromText(text);
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::CardMalformed);
    QTEST(card.error().detail, "field");
}

void TestCardText::aTextThatIsCutOrLongerIsRefused()
{
    const QByteArray whole = textOf("luo");
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!cardFromText(whole.left(size)));
    QVERIFY(!cardFromText(whole + whole));
    QVERIFY(!cardFromText(whole + ' '));
}

void TestCardText::everyKindMarkThatIsNotKnownIsRefused()
{
    int known = 0;
    for (int unit = 0; unit <= 0xFFFF; ++unit) {
        const auto card = cardFromText(changed(textOf("luo"), kind, QString(QChar(char16_t(unit)))));
        known += card || card.error().detail != u"kind" ? 1 : 0;
    }
    QCOMPARE(known, 5); // a blank, a zero, I, J and Y
}

void TestCardText::anExtraAddressIsReadOrBlank()
{
    QCOMPARE(addressFromExtra(peer::cardNamed(QStringLiteral("append"))->extra),
             Result<QString>(QStringLiteral("湖南省衡阳市石鼓区人民街道示例新址2栋301")));
    QCOMPARE(addressFromExtra(QByteArrayLiteral(" \0").repeated(35)), Result<QString>(QString()));
}

void TestCardText::anExtraAddressOfAWrongFormIsRefused()
{
    const QByteArray whole = peer::cardNamed(QStringLiteral("append"))->extra;
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!addressFromExtra(whole.left(size)));
    QVERIFY(!addressFromExtra(changed(whole, 4, QString(QChar(0xD800)))));
}

void TestCardText::randomBytesAreNeverACard()
{
    test::CountedRandom random;
    for (int run = 0; run < 20000; ++run) {
        const auto card = cardFromText(random.bytes(run % 8 ? cardTextSize : run % 600));
        QVERIFY(!card);
        QCOMPARE(card.error().code, ErrorCode::CardMalformed);
    }
}

void TestCardText::aCardWithRandomlyChangedBytesIsReadWithinItsLimitsOrRefused()
{
    test::CountedRandom random;
    int readable = 0;
    for (int run = 0; run < 20000; ++run) {
        QByteArray text = peer::cards().at(run % peer::cards().size()).text;
        const QByteArray changes = random.bytes(2 + 2 * (run % 4));
        for (qsizetype at = 0; at + 1 < changes.size(); at += 2)
            text[quint8(changes[at])] = changes[at + 1];
        const auto card = cardFromText(text);
        readable += card ? 1 : 0;
        if (!card)
            continue;
        QVERIFY(card->birth.isValid() && card->validFrom.isValid());
        QVERIFY(card->longTerm != card->validUntil.isValid());
        QVERIFY(card->name.size() <= 15 && card->englishName.size() <= 60 && card->address.size() <= 35);
        QVERIFY(card->name.isValidUtf16() && card->address.isValidUtf16() && card->issuer.isValidUtf16());
        QVERIFY(card->number.size() == 18 || card->number.size() == 15);
    }
    QVERIFY(readable > 1000);
}

QTEST_GUILESS_MAIN(TestCardText)
#include "tst_cardtext.moc"
