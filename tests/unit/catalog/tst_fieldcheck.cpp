#include "catalog/FieldCheck.h"

#include "catalog/CompiledSchema.h"

#include "SampleItem.h"

#include <QTest>

using namespace yichuang;

namespace {

const QDate today(2026, 11, 23);

FormField fieldOf(FieldType type)
{
    FormField field;
    field.key = QStringLiteral("x");
    field.type = type;
    field.maxLength = 20;
    if (type == FieldType::Choice)
        field.choices = {{QStringLiteral("full"), QStringLiteral("一次性付清")},
                         {QStringLiteral("loan"), QStringLiteral("商业贷款")}};
    return field;
}

} // namespace

class TestFieldCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyValueHolds()
    {
        for (const QJsonValue &empty : {QJsonValue(), QJsonValue(QJsonValue::Undefined),
                                        QJsonValue(QString()), QJsonValue(QStringLiteral("　"))}) {
            const FieldVerdict verdict = checkField(fieldOf(FieldType::Phone), empty, today);
            QVERIFY(verdict.holds());
            QVERIFY(verdict.value.isUndefined());
        }
    }

    void aValueIsPutRight_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::newRow("full width") << FieldType::Phone << QStringLiteral("１３８ 0000 6021")
                                    << QStringLiteral("13800006021");
        QTest::newRow("small x") << FieldType::IdNumber << QStringLiteral("11010519491231002x")
                                 << QStringLiteral("11010519491231002X");
        QTest::newRow("small letters") << FieldType::CreditCode << QStringLiteral("91430422ma0000xx7n")
                                       << QStringLiteral("91430422MA0000XX7N");
        QTest::newRow("dots of a name")
            << FieldType::Name << QStringLiteral("买买提•吐尔逊") << QStringLiteral("买买提·吐尔逊");
        QTest::newRow("blanks") << FieldType::Text << QStringLiteral("  甲  乙 ") << QStringLiteral("甲 乙");
    }

    void aValueIsPutRight()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        const FieldVerdict verdict = checkField(fieldOf(type), typed, today);
        QVERIFY(verdict.holds());
        QCOMPARE(verdict.value.toString(), value);
    }

    void aWrongValueSaysWhatIsWrong_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<FieldFault>("fault");
        using Type = FieldType;
        using Fault = FieldFault;
        const auto row = [](const char *name, Type type, const QJsonValue &value, Fault fault) {
            QTest::newRow(name) << type << value << fault;
        };
        const auto text = [](const char *value) { return QJsonValue(QString::fromUtf8(value)); };
        row("check digit", Type::IdNumber, text("430401199001010009"), Fault::IdNumberWrongCheckDigit);
        row("length", Type::IdNumber, text("43040119900101000"), Fault::IdNumberWrongLength);
        row("fifteen digits", Type::IdNumber, text("430401900101000"), Fault::IdNumberFifteenDigits);
        row("30 February", Type::IdNumber, text("430401199002300008"), Fault::IdNumberWrongBirthDate);
        row("a letter inside", Type::IdNumber, text("4304011990O1010008"), Fault::IdNumberWrongCharacter);
        row("credit code check", Type::CreditCode, text("91430422MA0000XX7P"),
            Fault::CreditCodeWrongCheckDigit);
        row("credit code with I", Type::CreditCode, text("9143042IMA0000XX7N"),
            Fault::CreditCodeWrongCharacter);
        row("credit code short", Type::CreditCode, text("91430422"), Fault::CreditCodeWrongLength);
        row("phone", Type::Phone, text("1234567"), Fault::NotAPhone);
        row("date", Type::Date, text("2026-02-29"), Fault::NotADate);
        row("name with digits", Type::Name, text("张3"), Fault::NotAName);
        row("no such choice", Type::Choice, text("cash"), Fault::NotAChoice);
        row("a text for a number", Type::Integer, text("5"), Fault::WrongType);
        row("a fraction for a whole", Type::Integer, 1.5, Fault::WrongType);
        row("half a fen", Type::Money, 0.5, Fault::WrongType);
        row("a number for a text", Type::Text, 5, Fault::WrongType);
        row("a text for a flag", Type::Flag, text("true"), Fault::WrongType);
        row("a list", Type::Text, QJsonArray{1}, Fault::WrongType);
        row("too long", Type::Text, QString(21, u'x'), Fault::TooLong);
        row("beyond all numbers", Type::Decimal, 1e16, Fault::TooLarge);
    }

    void aWrongValueSaysWhatIsWrong()
    {
        QFETCH(FieldType, type);
        QFETCH(QJsonValue, value);
        QFETCH(FieldFault, fault);
        const FieldVerdict verdict = checkField(fieldOf(type), value, today);
        QVERIFY(!verdict.holds());
        QCOMPARE(*verdict.fault, fault);
        QCOMPARE(verdict.value, value); // what was typed stays
    }

    void limitsHoldOnBothSides()
    {
        FormField field = fieldOf(FieldType::Integer);
        field.minimum = 1;
        field.maximum = 30;
        QCOMPARE(*checkField(field, 0, today).fault, FieldFault::TooSmall);
        QVERIFY(checkField(field, 1, today).holds());
        QVERIFY(checkField(field, 30, today).holds());
        QCOMPARE(*checkField(field, 31, today).fault, FieldFault::TooLarge);
        FormField text = fieldOf(FieldType::Text);
        text.minLength = 2;
        QCOMPARE(*checkField(text, QStringLiteral("一"), today).fault, FieldFault::TooShort);
    }

    void aRareCharacterCountsAsOne()
    {
        FormField field = fieldOf(FieldType::Text);
        field.maxLength = 1;
        QVERIFY(checkField(field, QString::fromUtf8("\xF0\xA0\xAE\xB7"), today).holds());
    }

    void anAbolishedRegionOnlyWarns()
    {
        const FieldVerdict verdict =
            checkField(fieldOf(FieldType::IdNumber), QStringLiteral("000401199001010008"), today);
        QVERIFY(verdict.fault);
        QVERIFY(verdict.blocks == (*verdict.fault != FieldFault::IdNumberUnknownRegion));
    }

    void typedTextBecomesAValue_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue none(QJsonValue::Undefined);
        const auto row = [](FieldType type, const char *text, const QJsonValue &value) {
            QTest::newRow(qPrintable(toString(type) + u' ' + QString::fromUtf8(text)))
                << type << QString::fromUtf8(text) << value;
        };
        row(FieldType::Money, "586,000.00", 58600000);
        row(FieldType::Money, "586000", 58600000);
        row(FieldType::Money, "0.1", 10);
        row(FieldType::Money, "1.234", none);
        row(FieldType::Money, "-5", none);
        row(FieldType::Money, "1e5", none);
        row(FieldType::Money, "１２", 1200);
        row(FieldType::Date, "20261123", QStringLiteral("2026-11-23"));
        row(FieldType::Date, "2026/1/9", QStringLiteral("2026-01-09"));
        row(FieldType::Date, "2026-13-01", none);
        row(FieldType::Date, "yesterday", none);
        row(FieldType::Choice, "商业贷款", QStringLiteral("loan"));
        row(FieldType::Choice, "full", QStringLiteral("full"));
        row(FieldType::Choice, "cash", none);
        row(FieldType::Flag, "true", true);
        row(FieldType::Flag, "maybe", none);
        row(FieldType::Integer, "12", 12);
        row(FieldType::Integer, "1.2", none);
        row(FieldType::Decimal, "98.62", 98.62);
        row(FieldType::Text, "  ", none);
        row(FieldType::Text, " x ", QStringLiteral("x"));
    }

    void typedTextBecomesAValue()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, text);
        QFETCH(QJsonValue, value);
        QCOMPARE(fieldValueFromText(fieldOf(type), text), value);
    }

    void aValueIsShownAsItIsTyped()
    {
        QCOMPARE(fieldText(fieldOf(FieldType::Money), 58600000), QStringLiteral("586,000.00"));
        QCOMPARE(fieldText(fieldOf(FieldType::Money), 1234567890), QStringLiteral("12,345,678.90"));
        QCOMPARE(fieldText(fieldOf(FieldType::Money), 5), QStringLiteral("0.05"));
        QCOMPARE(fieldText(fieldOf(FieldType::Choice), QStringLiteral("loan")), QStringLiteral("商业贷款"));
        QCOMPARE(fieldText(fieldOf(FieldType::Decimal), 98.62), QStringLiteral("98.62"));
        QCOMPARE(fieldText(fieldOf(FieldType::Integer), 12), QStringLiteral("12"));
    }

    // The form's schema, as other programs read it, and the check at the window agree.
    void theSchemaOfAFormAgrees()
    {
        const Item item = test::parsed(test::itemFile(QStringLiteral("aged-allowance"))).value();
        const auto schema = CompiledSchema::compile(item.form.schema);
        QVERIFY(schema);
        QJsonObject answers;
        for (const FormField &field : item.form.fields) {
            if (field.required && field.showWhen.isAlways())
                answers.insert(field.key, QStringLiteral("1234567890"));
        }
        answers.insert(QStringLiteral("aged.band"), QStringLiteral("80"));
        answers.insert(QStringLiteral("aged.domicileHere"), true);
        for (const FormField &field : item.form.fields) {
            if (field.required && !field.showWhen.isAlways())
                answers.insert(field.key,
                               field.choices.isEmpty() ? QStringLiteral("x") : field.choices[0].value);
        }
        QVERIFY(schema->accepts(answers));
        answers.insert(QStringLiteral("aged.band"), QStringLiteral("70"));
        QVERIFY(!schema->accepts(answers));
        QVERIFY(!checkField(*item.form.field(u"aged.band"), QStringLiteral("70"), today).holds());
    }
};

QTEST_GUILESS_MAIN(TestFieldCheck)
#include "tst_fieldcheck.moc"
