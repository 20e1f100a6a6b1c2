#include "domain/CaseNumber.h"
#include "domain/Dates.h"
#include "domain/Mask.h"
#include "domain/Nation.h"
#include "domain/PaperCodes.h"
#include "domain/PersonName.h"
#include "domain/PhoneNumber.h"
#include "domain/Sex.h"
#include "domain/Text.h"

#include <QSet>
#include <QTest>

using namespace yichuang;

namespace {

QString name(QStringView text)
{
    const auto read = PersonName::parse(text);
    return read ? read->text() : QStringLiteral("fault %1").arg(int(read.error()));
}

QString phone(QStringView text)
{
    const auto read = PhoneNumber::parse(text);
    return read ? read->text() : QStringLiteral("fault %1").arg(int(read.error()));
}

QString fault(PhoneNumberFault what)
{
    return QStringLiteral("fault %1").arg(int(what));
}

QString fault(PersonNameFault what)
{
    return QStringLiteral("fault %1").arg(int(what));
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phonesAreReadAsTheyAreTyped()
    {
        for (const QStringView text : {u"13800006021", u"138 0000 6021", u"138-0000-6021", u"+8613800006021",
                                       u"１３８００００６０２１", u"008613800006021"})
            QCOMPARE(phone(text), QStringLiteral("13800006021"));
        QCOMPARE(phone(u"0734-8866123"), QStringLiteral("0734-8866123"));
        QCOMPARE(phone(u"07348866123"), QStringLiteral("0734-8866123"));
        QCOMPARE(phone(u"(010) 8886 6123"), QStringLiteral("010-88866123"));
        QCOMPARE(phone(u"0734-8866123-801"), QStringLiteral("0734-8866123-801"));
        QVERIFY(PhoneNumber::parse(u"19900006021")->isMobile());
        QVERIFY(!PhoneNumber::parse(u"0734-8866123")->isMobile());
    }

    void wrongPhonesHaveTheirReasons()
    {
        QCOMPARE(phone(u" "), fault(PhoneNumberFault::Empty));
        QCOMPARE(phone(u"1380000602"), fault(PhoneNumberFault::WrongLength));
        QCOMPARE(phone(u"138000060211"), fault(PhoneNumberFault::WrongLength));
        QCOMPARE(phone(u"12800006021"), fault(PhoneNumberFault::UnknownPrefix));
        QCOMPARE(phone(u"23800006021"), fault(PhoneNumberFault::UnknownPrefix));
        QCOMPARE(phone(u"1380000602a"), fault(PhoneNumberFault::WrongCharacter));
        QCOMPARE(phone(u"0734-886612"), fault(PhoneNumberFault::WrongLength));
        QCOMPARE(phone(u"0734-0866123"), fault(PhoneNumberFault::UnknownPrefix));
        QCOMPARE(phone(u"0034-8866123"), fault(PhoneNumberFault::UnknownPrefix));
        QCOMPARE(phone(u"8866123"), fault(PhoneNumberFault::UnknownPrefix)); // no area code
        QCOMPARE(phone(u"0734-8866123-8o1"), fault(PhoneNumberFault::WrongCharacter));
        QCOMPARE(phone(QString(4000, u'1')), fault(PhoneNumberFault::WrongLength));
    }

    void namesOfEveryKindAreAccepted()
    {
        QCOMPARE(name(u"罗晓芬"), QStringLiteral("罗晓芬"));
        QCOMPARE(name(u" 罗晓芬\u3000"), QStringLiteral("罗晓芬"));
        QCOMPARE(name(u"买买提•吐尔逊"), QStringLiteral("买买提·吐尔逊"));
        QCOMPARE(name(u"买买提・吐尔逊"), QStringLiteral("买买提·吐尔逊"));
        QCOMPARE(name(u"JOHN  O'NEIL-SMITH JR."), QStringLiteral("JOHN O'NEIL-SMITH JR."));
        QCOMPARE(name(u"\U00020BB7野"), QStringLiteral("\U00020BB7野")); // 𠮷, outside the BMP
        QCOMPARE(name(u"王\uE000"), QStringLiteral("王\uE000"));         // a rare character of an old card
    }

    void namesThatAreNoneAreRefused()
    {
        QCOMPARE(name(u" "), fault(PersonNameFault::Empty));
        QCOMPARE(name(QString(51, u'王')), fault(PersonNameFault::TooLong));
        QVERIFY(PersonName::parse(QString(50, u'王')));
        for (const QStringView bad :
             {u"王<b>", u"王1", u"王\u202E五", u"王\u200B五", u"·", u"-", u"王;五", u"王\u0001五"})
            QCOMPARE(name(bad), fault(PersonNameFault::WrongCharacter));
        const char16_t loneSurrogate[] = {u'王', 0xD842, 0};
        QCOMPARE(name(loneSurrogate), fault(PersonNameFault::WrongCharacter));
    }

    void masksAreThoseOfTheDesign()
    {
        QCOMPARE(mask::name(u"罗晓芬"), QStringLiteral("罗*芬"));
        QCOMPARE(mask::name(u"李四"), QStringLiteral("李*"));
        QCOMPARE(mask::name(u"欧阳建国"), QStringLiteral("欧**国"));
        QCOMPARE(mask::name(u"李"), QStringLiteral("*"));
        QCOMPARE(mask::name(u""), QString());
        QCOMPARE(mask::name(u"\U00020BB7野"), QStringLiteral("\U00020BB7*"));
        QCOMPARE(mask::idNumber(u"430407198603022043"), QStringLiteral("430407********2043"));
        QCOMPARE(mask::phone(u"13800006021"), QStringLiteral("138****6021"));
        QCOMPARE(mask::phone(u"0734-8866123"), QStringLiteral("0734-*****23"));
        QCOMPARE(PersonName::parse(u"谭国强")->masked(), QStringLiteral("谭*强"));
    }

    void masksShowAtMostHalfOfAnything()
    {
        for (int size = 0; size <= 40; ++size) {
            const QString text(size, u'8');
            for (const QString &masked : {mask::idNumber(text), mask::phone(text)}) {
                QCOMPARE(masked.size(), text.size());
                QVERIFY2(masked.count(u'8') <= std::max(size / 2, size == 18 ? 10 : 0), qPrintable(masked));
            }
            if (size > 0)
                QVERIFY(mask::name(text).contains(u'*'));
        }
    }

    void nationsAreThoseOfTheStandard()
    {
        QCOMPARE(Nation::fromCode(u"01")->name(), QStringLiteral("汉"));
        QCOMPARE(Nation::fromCode(u"06")->name(), QStringLiteral("苗"));
        QCOMPARE(Nation::fromCode(u"15")->name(), QStringLiteral("土家"));
        QCOMPARE(Nation::fromCode(u"46")->name(), QStringLiteral("德昂"));
        QCOMPARE(Nation::fromCode(u"56")->name(), QStringLiteral("基诺"));
        for (const QStringView bad : {u"00", u"57", u"96", u"99", u"1", u"001", u"a1", u""})
            QVERIFY(!Nation::fromCode(bad));
        QSet<QString> names;
        for (int code = 1; code <= 98; ++code) {
            const auto nation = Nation::fromCode(QStringLiteral("%1").arg(code, 2, 10, QLatin1Char('0')));
            if (!nation)
                continue;
            names.insert(nation->name());
            QCOMPARE(Nation::fromName(nation->name()), nation);
        }
        QCOMPARE(names.size(), 58);
        QCOMPARE(Nation::fromName(u"侗族")->code(), QStringLiteral("12"));
        QVERIFY(!Nation::fromName(u"德昴"));
    }

    void sexCodesAreThoseOfTheStandard()
    {
        QCOMPARE(sexFromCode(u"1"), Sex::Male);
        QCOMPARE(sexFromCode(u"9"), Sex::Unstated);
        QCOMPARE(toCode(Sex::Female), QStringLiteral("2"));
        QVERIFY(!sexFromCode(u"3"));
        QVERIFY(!sexFromCode(u""));
    }

    void caseNumbersAreWrittenAndReadBack()
    {
        const auto number =
            CaseNumber::make(QStringLiteral("430422"), QStringLiteral("C17"), {2026, 11, 23}, 12);
        QVERIFY(number);
        QCOMPARE(number->toString(), QStringLiteral("430422-C17-261123-0012"));
        QCOMPARE(number->shortForm(), QStringLiteral("C17-1123-0012"));
        QCOMPARE(CaseNumber::parse(number->toString()), number);
    }

    void caseNumbersOutOfFormAreRefused()
    {
        for (const QStringView bad :
             {u"", u"430422-C17-261123-012", u"430422-C17-261123-00012", u"430422-c17-261123-0012",
              u"430422-C1A-261123-0012", u"430422-C17-261323-0012", u"430422-C17-260229-0012",
              u"430422-C17-261123-0000", u"43042X-C17-261123-0012", u"430422_C17_261123_0012",
              u"430422-C17-261123-+012", u" 430422-C17-261123-0012"})
            QVERIFY2(!CaseNumber::parse(bad), qPrintable(bad.toString()));
        QVERIFY(!CaseNumber::make(QStringLiteral("430422"), QStringLiteral("C17"), {2026, 11, 23}, 10000));
        QVERIFY(!CaseNumber::make(QStringLiteral("430422"), QStringLiteral("C17"), QDate(), 1));
        QVERIFY(!CaseNumber::make(QStringLiteral("430422"), QStringLiteral("C17"), {1999, 1, 1}, 1));
    }

    // The codes stand on papers that citizens hold: they may never change for a case.
    void paperCodesAreFixedForever()
    {
        const CaseId id = CaseId::fromString(u"0198c0de-0000-7000-8000-000000000001");
        QCOMPARE(queryCode(id), QStringLiteral("821822"));
        const Digest content = Digest::of("content");
        const auto code = [&](const QString &number, const Digest &of) {
            return paperCheckCode(id, QStringLiteral("acceptance-notice"), number, of);
        };
        QCOMPARE(code(QStringLiteral("N1"), content), QStringLiteral("E770-D0BD"));
        QVERIFY(code(QStringLiteral("N2"), content) != code(QStringLiteral("N1"), content));
        QVERIFY(code(QStringLiteral("N1"), Digest::of("other")) != code(QStringLiteral("N1"), content));
        for (int i = 1; i < 200; ++i) {
            const CaseId other = CaseId::fromString(
                QStringLiteral("0198c0de-0000-7000-8000-%1").arg(i, 12, 10, QLatin1Char('0')));
            QCOMPARE(queryCode(other).size(), 6);
            QVERIFY(isDigits(queryCode(other)));
        }
    }

    void datesAreReadStrictly()
    {
        QCOMPARE(dateFromString(u"2026-11-23"), QDate(2026, 11, 23));
        for (const QStringView bad : {u"2026-11-31", u"2026-1-23", u"20261123", u"2026/11/23", u"2026-11-23 ",
                                      u"2026-11-2-", u"-026-11-23", u""})
            QVERIFY2(!dateFromString(bad), qPrintable(bad.toString()));
        QCOMPARE(dateFromCard(u"19860302"), QDate(1986, 3, 2));
        QVERIFY(!dateFromCard(u"19860230"));
        QVERIFY(!dateFromCard(u"1986-3-2"));
    }

    void instantsAreReadStrictlyInUtc()
    {
        const auto instant = instantFromString(u"2026-11-23T02:42:10.123Z");
        QCOMPARE(instant, QDateTime({2026, 11, 23}, {2, 42, 10, 123}, Qt::UTC));
        QCOMPARE(toString(*instant), QStringLiteral("2026-11-23T02:42:10.123Z"));
        QCOMPARE(toString(instant->toLocalTime()), QStringLiteral("2026-11-23T02:42:10.123Z"));
        for (const QStringView bad : {u"2026-11-23T02:42:10Z", u"2026-11-23T02:42:10.123", u"2026-11-23",
                                      u"2026-11-23T24:42:10.123Z", u"2026-11-23T02:42:10.123+08:00", u""})
            QVERIFY2(!instantFromString(bad), qPrintable(bad.toString()));
    }

    void validityOfACardIsReadAndCompared()
    {
        const auto until = ValidUntil::fromCard(u"20360501");
        QVERIFY(until);
        QCOMPARE(until->toString(), QStringLiteral("2036-05-01"));
        QVERIFY(!until->isExpiredOn({2036, 5, 1}));
        QVERIFY(until->isExpiredOn({2036, 5, 2}));
        const auto forever = ValidUntil::fromCard(u"长期 ");
        QVERIFY(forever && forever->longTerm);
        QVERIFY(!forever->isExpiredOn({2999, 1, 1}));
        QCOMPARE(ValidUntil::fromString(forever->toString()), forever);
        QCOMPARE(ValidUntil::fromString(until->toString()), until);
        QCOMPARE(ValidUntil::fromString(u""), ValidUntil());
        QVERIFY(!ValidUntil::fromCard(u"forever"));
        QVERIFY(!ValidUntil::fromString(u"20360501"));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
