#include "domain/EventTypes.h"
#include "domain/Twins.h"
#include "support/CaseHistory.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

TwinSummary summary(int number, int device = 1)
{
    return {numberedId<CaseId>(number),  numberedId<DeviceId>(100 + device),
            QStringLiteral("allowance"), QStringLiteral("430407195803121127"),
            QStringLiteral("罗秀芬"),    QStringLiteral("1958-03-12"),
            QDate(2026, 11, 23)};
}

std::optional<TwinKind> bothWays(const TwinSummary &one, const TwinSummary &other)
{
    const auto kind = twinKind(one, other);
    return kind == twinKind(other, one) ? kind : throw std::logic_error("not symmetric");
}

} // namespace

class tst_twins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameCaseAtTwoDevicesIsFound()
    {
        QVERIFY(bothWays(summary(1), summary(2, 2)) == TwinKind::SameCase);
        // At one device a person had the first one before her.
        QVERIFY(!bothWays(summary(1), summary(2)));
        QVERIFY(!bothWays(summary(1), summary(1, 2)));
        TwinSummary later = summary(2, 2);
        later.opened = summary(1).opened.addDays(mostDaysApart);
        QVERIFY(bothWays(summary(1), later) == TwinKind::SameCase);
        later.opened = later.opened.addDays(1);
        QVERIFY(!bothWays(summary(1), later));
        TwinSummary another = summary(2, 2);
        another.item = QStringLiteral("licence");
        QVERIFY(!bothWays(summary(1), another));
    }

    void withoutANumberNameAndBirthCount()
    {
        TwinSummary typed = summary(2, 2);
        typed.idNumber.clear();
        QVERIFY(bothWays(summary(1), typed) == TwinKind::SameCase);
        typed.birth.clear();
        QVERIFY(!bothWays(summary(1), typed));
    }

    void onePersonInTwoWritingsIsFound()
    {
        TwinSummary other = summary(2);
        other.item = QStringLiteral("licence");
        QVERIFY(!bothWays(summary(1), other));
        other.name = QStringLiteral("张三");
        QVERIFY(bothWays(summary(1), other) == TwinKind::SamePerson);
        other.idNumber = QStringLiteral("430407195803122218");
        QVERIFY(!bothWays(summary(1), other));
        other.name = QStringLiteral("罗秀芳");
        QVERIFY(bothWays(summary(1), other) == TwinKind::SamePerson);
        other.birth = QStringLiteral("1958-03-13");
        QVERIFY(!bothWays(summary(1), other));
    }

    void aCaseThatIsOverIsNobodysTwin_data()
    {
        QTest::addColumn<int>("state");
        for (const CaseState state :
             {CaseState::Withdrawn, CaseState::Voided, CaseState::NotAccepted, CaseState::NotRequired})
            QTest::addRow("%s", qPrintable(toString(state))) << static_cast<int>(state);
    }
    void aCaseThatIsOverIsNobodysTwin()
    {
        QFETCH(int, state);
        TwinSummary over = summary(2, 2);
        over.state = static_cast<CaseState>(state);
        QVERIFY(!bothWays(summary(1), over));
    }

    void oneCharacterIsCountedAsAPersonCounts()
    {
        const auto apart = [](const char *one, const char *other) {
            return areOneCharacterApart(QString::fromUtf8(one), QString::fromUtf8(other)) &&
                   areOneCharacterApart(QString::fromUtf8(other), QString::fromUtf8(one));
        };
        QVERIFY(apart("罗秀芬", "罗秀芳"));
        QVERIFY(apart("罗秀芬", "罗秀"));
        QVERIFY(apart("罗秀芬", "罗小秀芬"));
        QVERIFY(apart("\xF0\xA0\x80\x80明", "\xF0\xA0\x80\x81明")); // outside the BMP
        QVERIFY(!apart("罗秀芬", "罗秀芬"));
        QVERIFY(!apart("罗秀芬", "罗芬秀"));
        QVERIFY(!apart("罗秀芬", "罗 秀芬"));
        QVERIFY(!apart("罗", "张"));
        QVERIFY(!apart("", "罗秀"));
    }

    void theSummaryIsThatOfTheFold()
    {
        CaseHistory history;
        history.add(eventtype::opened,
                    {{QStringLiteral("item"), QStringLiteral("allowance")},
                     {QStringLiteral("handedOverAt"), QStringLiteral("2026-11-22T17:00:00.000Z")}},
                    2);
        history.add(eventtype::applicantIdentified,
                    {{QStringLiteral("role"), QStringLiteral("applicant")},
                     {QStringLiteral("kind"), QStringLiteral("person")},
                     {QStringLiteral("person"),
                      QJsonObject{{QStringLiteral("name"), QStringLiteral("罗秀芬")},
                                  {QStringLiteral("idType"), QStringLiteral("111")},
                                  {QStringLiteral("idNumber"), QStringLiteral("430407195803121127")}}}});
        history.add(eventtype::holderChanged,
                    {{QStringLiteral("holder"), numberedId<DeviceId>(109).toString()}});
        TwinSummary expected = summary(1, 2);
        QCOMPARE(twinSummary(foldCase(history.events())) == expected, true);
    }

    void aVerdictIsFoldedAndTheLastOneHolds()
    {
        CaseHistory history;
        history.add(eventtype::opened, {});
        const QByteArray before = foldCase(history.events()).canonicalJson();
        QVERIFY(!before.contains("twins"));
        const QString other = numberedId<CaseId>(7).toString();
        history.add(eventtype::twinSettled,
                    {{QStringLiteral("other"), other}, {QStringLiteral("verdict"), QStringLiteral("held")}});
        history.add(eventtype::twinSettled, {{QStringLiteral("other"), other},
                                             {QStringLiteral("verdict"), QStringLiteral("same")},
                                             {QStringLiteral("secondClerk"), QStringLiteral("0318")}});
        history.add(eventtype::twinSettled, {{QStringLiteral("other"), other},
                                             {QStringLiteral("verdict"), QStringLiteral("perhaps")}});
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.twins.size(), 1);
        QCOMPARE(folded.twins[0].verdict, QStringLiteral("same"));
        QCOMPARE(folded.twins[0].secondClerk, QStringLiteral("0318"));
        QVERIFY(folded.canonicalJson().contains("\"twins\":[{\"other\":"));
    }

    void twoVerdictsThatDidNotKnowOfEachOtherAreAConflict()
    {
        CaseHistory history;
        const EventId opened = history.add(eventtype::opened, {});
        const QString other = numberedId<CaseId>(7).toString();
        history.add(eventtype::twinSettled,
                    {{QStringLiteral("other"), other}, {QStringLiteral("verdict"), QStringLiteral("same")}},
                    1, {opened});
        history.add(
            eventtype::twinSettled,
            {{QStringLiteral("other"), other}, {QStringLiteral("verdict"), QStringLiteral("different")}}, 2,
            {opened});
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.conflicts.size(), 1);
        QCOMPARE(folded.conflicts[0].field, QStringLiteral("twin.") + other);
    }
};

QTEST_GUILESS_MAIN(tst_twins)
#include "tst_twins.moc"
