#include "devices/ReceiptPage.h"

#include <QJsonArray>
#include <QTest>

using namespace yichuang;

namespace {

using Line = ReceiptLine;

QJsonObject pageWith(const QJsonObject &line)
{
    return {{QStringLiteral("lines"), QJsonArray{line}}, {QStringLiteral("cut"), true}};
}

QJsonObject textLine(const QString &key, const QJsonValue &value)
{
    QJsonObject line{{QStringLiteral("kind"), QStringLiteral("text")},
                     {QStringLiteral("text"), QStringLiteral("a")}};
    line.insert(key, value);
    return line;
}

} // namespace

class TestReceiptPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineComesBackAsItWent();
    void aLineSaysOnlyWhatIsNotTheDefault();
    void aWrongLineIsRefused_data();
    void aWrongLineIsRefused();
    void aWrongPageIsRefused_data();
    void aWrongPageIsRefused();
    void limitsHoldToTheUnit();
};

void TestReceiptPage::everyLineComesBackAsItWent()
{
    ReceiptPage page{{}, false};
    for (const auto kind : {Line::Kind::Text, Line::Kind::Columns, Line::Kind::Boxed, Line::Kind::Rule,
                            Line::Kind::Space, Line::Kind::Code}) {
        for (const auto align : {Line::Align::Left, Line::Align::Centre, Line::Align::Right})
            page.lines << Line{kind, QStringLiteral("左\n𠮷"), QStringLiteral("右"), align, 2, true};
        page.lines << Line{kind, {}, {}, Line::Align::Left, 1, false};
    }
    QCOMPARE(receiptPageFromJson(toJson(page)), Result<ReceiptPage>(page));
    page.cut = true;
    QCOMPARE(receiptPageFromJson(toJson(page)), Result<ReceiptPage>(page));
}

void TestReceiptPage::aLineSaysOnlyWhatIsNotTheDefault()
{
    const QJsonObject rule{{QStringLiteral("kind"), QStringLiteral("rule")}};
    QCOMPARE(toJson(ReceiptPage{{{Line::Kind::Rule, {}, {}, Line::Align::Left, 1, false}}, true}),
             pageWith(rule));
}

void TestReceiptPage::aWrongLineIsRefused_data()
{
    QTest::addColumn<QJsonObject>("line");
    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << textLine(QLatin1String(key), value);
    };
    row("unknown key", "colour", QStringLiteral("red"));
    row("unknown kind", "kind", QStringLiteral("picture"));
    row("number for a kind", "kind", 1);
    row("no kind", "kind", QJsonValue::Undefined);
    row("number for a text", "text", 1);
    row("null for a text", "text", QJsonValue::Null);
    row("text too long", "text", QString(2001, u'a'));
    row("list at the right", "right", QJsonArray());
    row("right too long", "right", QString(2001, u'a'));
    row("unknown alignment", "align", QStringLiteral("middle"));
    row("scale 0", "scale", 0);
    row("scale 3", "scale", 3);
    row("scale 1.5", "scale", 1.5);
    row("text for a scale", "scale", QStringLiteral("2"));
    row("number for bold", "bold", 1);
    row("null for bold", "bold", QJsonValue::Null);
    row("number for an alignment", "align", 1);
}

void TestReceiptPage::aWrongLineIsRefused()
{
    QFETCH(QJsonObject, line);
    const auto page = receiptPageFromJson(pageWith(line));
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::ReceiptMalformed);
}

void TestReceiptPage::aWrongPageIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(key) << value;
    };
    row("unknown key", "paper", 80);
    row("no lines", "lines", QJsonValue::Undefined);
    row("no line", "lines", QJsonArray());
    row("lines that are an object", "lines", QJsonObject());
    row("a line that is a text", "lines", QJsonArray{QStringLiteral("text")});
    row("no cut", "cut", QJsonValue::Undefined);
    row("number for a cut", "cut", 1);
}

void TestReceiptPage::aWrongPageIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = pageWith({{QStringLiteral("kind"), QStringLiteral("rule")}});
    QVERIFY(receiptPageFromJson(json));
    json.insert(key, value);
    const auto page = receiptPageFromJson(json);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::ReceiptMalformed);
}

void TestReceiptPage::limitsHoldToTheUnit()
{
    QVERIFY(receiptPageFromJson(pageWith(textLine(QStringLiteral("text"), QString(2000, u'a')))));
    ReceiptPage page;
    page.lines = QList<Line>(400, Line{Line::Kind::Space, {}, {}, Line::Align::Left, 1, false});
    QVERIFY(receiptPageFromJson(toJson(page)));
    page.lines << page.lines.first();
    QVERIFY(!receiptPageFromJson(toJson(page)));
}

QTEST_GUILESS_MAIN(TestReceiptPage)
#include "tst_receiptpage.moc"
