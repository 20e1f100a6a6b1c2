#include "domain/IdNumber.h"
#include "intake/CardReading.h"

#include <QTest>

using namespace yichuang;

namespace {

const QDate today(2026, 11, 23);

// Invented: region 430407, valid check digit.
CardValues card()
{
    CardValues values;
    values.idType = QStringLiteral("111");
    values.name = QStringLiteral("罗晓芬");
    values.sex = QStringLiteral("2");
    values.nation = QStringLiteral("01");
    values.birth = QDate(1986, 3, 12);
    values.address = QStringLiteral("示例路 1 号");
    values.idNumber = QStringLiteral("430407198603122043");
    values.issuer = QStringLiteral("示例公安局");
    values.validFrom = QDate(2016, 5, 1);
    values.validUntil = ValidUntil{QDate(2036, 5, 1), false};
    return values;
}

} // namespace

class CardReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(IdNumber::parse(card().idNumber, today).has_value()); }

    void takesACardThatHolds() { QVERIFY(checkCard(card(), today).has_value()); }

    void takesACardOnItsLastDayAndRefusesItTheDayAfter()
    {
        CardValues values = card();
        values.validUntil = ValidUntil{today, false};
        QVERIFY(checkCard(values, today).has_value());
        QCOMPARE(checkCard(values, today.addDays(1)).error().code, ErrorCode::CardExpired);
    }

    void aCardWithoutEndNeverExpires()
    {
        CardValues values = card();
        values.validUntil = ValidUntil{std::nullopt, true};
        QVERIFY(checkCard(values, QDate(2090, 1, 1)).has_value());
    }

    void refusesACardThatContradictsItself_data()
    {
        QTest::addColumn<int>("part");
        QTest::newRow("number") << 0;
        QTest::newRow("birth") << 1;
        QTest::newRow("sex") << 2;
        QTest::newRow("name") << 3;
        QTest::newRow("no number") << 4;
    }
    void refusesACardThatContradictsItself()
    {
        QFETCH(int, part);
        CardValues values = card();
        switch (part) {
        case 0:
            values.idNumber = QStringLiteral("430407198603122040");
            break;
        case 1:
            values.birth = QDate(1986, 3, 13);
            break;
        case 2:
            values.sex = QStringLiteral("1");
            break;
        case 3:
            values.name.clear();
            break;
        default:
            values.idNumber.clear();
        }
        const Result<void> checked = checkCard(values, today);
        QVERIFY(!checked.has_value());
        QCOMPARE(checked.error().code, ErrorCode::CardUnreadable);
        QVERIFY(checked.error().detail.isEmpty());
    }

    void becomesAPartyReadFromACard()
    {
        const Party party = toParty(card(), QStringLiteral("transferor"));
        QCOMPARE(party.role, QStringLiteral("transferor"));
        QCOMPARE(party.source, QStringLiteral("card"));
        QCOMPARE(party.birth, QStringLiteral("1986-03-12"));
        QCOMPARE(party.validUntil, QStringLiteral("2036-05-01"));
    }
};

QTEST_GUILESS_MAIN(CardReadingTest)
#include "tst_cardreading.moc"
