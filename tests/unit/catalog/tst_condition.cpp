#include "catalog/Condition.h"

#include "catalog/Facts.h"

#include "SampleItem.h"

#include <QTest>

using namespace yichuang;

namespace {

QJsonObject schemaOf(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

Condition conditionOf(const char *json)
{
    return Condition::parse(schemaOf(json)).value();
}

} // namespace

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleWithoutASchemaAlwaysHolds()
    {
        QVERIFY(Condition().holds({}));
        QVERIFY(Condition().isAlways());
    }

    void aRuleLooksAtTheFacts_data()
    {
        QTest::addColumn<QString>("facts");
        QTest::addColumn<bool>("holds");
        QTest::newRow("as it says") << QStringLiteral(R"({"a": "x", "n": 80})") << true;
        QTest::newRow("another value") << QStringLiteral(R"({"a": "y", "n": 80})") << false;
        QTest::newRow("just under") << QStringLiteral(R"({"a": "x", "n": 79.5})") << false;
        QTest::newRow("a fact is missing") << QStringLiteral(R"({"a": "x"})") << false;
        QTest::newRow("nothing is known") << QStringLiteral("{}") << false;
        QTest::newRow("other facts do not matter")
            << QStringLiteral(R"({"a": "x", "n": 81, "z": []})") << true;
        QTest::newRow("another type") << QStringLiteral(R"({"a": 1, "n": 80})") << false;
    }

    void aRuleLooksAtTheFacts()
    {
        QFETCH(QString, facts);
        QFETCH(bool, holds);
        const Condition condition = conditionOf(
            R"({"properties": {"a": {"const": "x"}, "n": {"minimum": 80}}, "required": ["a", "n"]})");
        QCOMPARE(condition.holds(QJsonDocument::fromJson(facts.toUtf8()).object()), holds);
        QCOMPARE(condition.keys(), (QStringList{QStringLiteral("a"), QStringLiteral("n")}));
    }

    void rulesCombine()
    {
        const Condition either = conditionOf(
            R"({"anyOf": [{"properties": {"a": {"const": true}}, "required": ["a"]},
                          {"properties": {"b": {"enum": ["x", "y"]}}, "required": ["b"]}]})");
        QVERIFY(either.holds({{QStringLiteral("a"), true}}));
        QVERIFY(either.holds({{QStringLiteral("b"), QStringLiteral("y")}}));
        QVERIFY(!either.holds({{QStringLiteral("a"), false}, {QStringLiteral("b"), QStringLiteral("z")}}));
        const Condition neither =
            conditionOf(R"({"not": {"properties": {"a": {"const": "ok"}}, "required": ["a"]}})");
        QVERIFY(neither.holds({{QStringLiteral("a"), QStringLiteral("ill")}}));
        QVERIFY(!neither.holds({{QStringLiteral("a"), QStringLiteral("ok")}}));
    }

    void aRuleThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::newRow("empty") << QStringLiteral("{}");
        QTest::newRow("looks at nothing") << QStringLiteral(R"({"type": "object"})");
        QTest::newRow("a pattern, whose cost is not bounded") << QStringLiteral(
            R"({"properties": {"a": {"const": 1}}, "required": ["a"], "patternProperties": {}})");
        QTest::newRow("a reference") << QStringLiteral(R"({"$ref": "#/x", "required": ["a"]})");
        QTest::newRow("not in required") << QStringLiteral(R"({"properties": {"a": {"const": 1}}})");
        QTest::newRow("not in required, inside anyOf")
            << QStringLiteral(R"({"anyOf": [{"properties": {"a": {"const": 1}}}]})");
        QTest::newRow("no schema") << QStringLiteral(R"({"required": ["a"], "allOf": 7})");
        QString deep = QStringLiteral(R"({"required": ["a"]})");
        for (int level = 0; level < 12; ++level)
            deep = QStringLiteral(R"({"not": %1})").arg(deep);
        QTest::newRow("too deep") << deep;
    }

    void aRuleThatIsNoneIsRefused()
    {
        QFETCH(QString, schema);
        const Result<Condition> condition =
            Condition::parse(QJsonDocument::fromJson(schema.toUtf8()).object());
        QVERIFY(!condition);
        QCOMPARE(condition.error().code, ErrorCode::CatalogueSchemaInvalid);
    }

    void factsTellOfAnswersSituationsAndPersons()
    {
        GivenFacts given;
        given.answers = {{QStringLiteral("deal.price"), 100}};
        given.situation = {{QStringLiteral("loan"), QStringLiteral("no")}};
        given.parties = {test::samplePerson()};
        given.today = QDate(2026, 4, 30);
        QJsonObject facts = factsOf(given);
        QCOMPARE(facts.value(QStringLiteral("deal.price")).toInt(), 100);
        QCOMPARE(facts.value(QStringLiteral("situation.loan")).toString(), QStringLiteral("no"));
        QCOMPARE(facts.value(QStringLiteral("applicant.present")).toBool(), true);
        QCOMPARE(facts.value(QStringLiteral("applicant.age")).toInt(), 85);
        given.today = QDate(2026, 5, 1);
        QCOMPARE(factsOf(given).value(QStringLiteral("applicant.age")).toInt(), 86);
        given.parties[0].birth.clear();
        QVERIFY(!factsOf(given).contains(QStringLiteral("applicant.age")));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
