#include "printer-escpos/CellText.h"

#include <QTest>

using namespace yichuang::escpos;

class TestCellText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latinIsOneCellAndChineseTwo();
    void controlCharactersNeverReachThePrinter();
    void longTextIsWrapped_data();
    void longTextIsWrapped();
    void noLineIsWiderThanThePaper();
    void onlyWhatTheFontHoldsIsEncoded_data();
    void onlyWhatTheFontHoldsIsEncoded();
};

void TestCellText::latinIsOneCellAndChineseTwo()
{
    QCOMPARE(cellsOf(QStringLiteral("A1 -")), 4);
    QCOMPARE(cellsOf(QStringLiteral("受理·𠮷")), 8);
}

void TestCellText::controlCharactersNeverReachThePrinter()
{
    // A cut, a drawer kick, and the invisible marks that turn text round.
    QCOMPARE(printable(QStringLiteral("罗\x1D\x56\x01某\x1B\x70\u202E芬\x7F\t1\n2")),
             QStringLiteral("罗V某p芬 1\n2"));
}

void TestCellText::longTextIsWrapped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QString &text, int cells, const QStringList &lines) {
        QTest::newRow(name) << text << cells << lines;
    };
    row("empty", {}, 8, {QString()});
    row("fits exactly", QStringLiteral("受理回执"), 8, {QStringLiteral("受理回执")});
    row("between characters", QStringLiteral("受理回执单"), 8,
        {QStringLiteral("受理回执"), QStringLiteral("单")});
    row("no mark at a line's begin", QStringLiteral("受理回执，单"), 8,
        {QStringLiteral("受理回"), QStringLiteral("执，单")});
    row("words stay whole", QStringLiteral("第 12345 号"), 8,
        {QStringLiteral("第 12345"), QStringLiteral("号")});
    row("a number moves down whole", QStringLiteral("编号430407"), 8,
        {QStringLiteral("编号"), QStringLiteral("430407")});
    row("a word wider than the line is cut", QStringLiteral("430407-W03-0022"), 8,
        {QStringLiteral("430407-W"), QStringLiteral("03-0022")});
    row("half a character of room is left", QStringLiteral("a受理回"), 6,
        {QStringLiteral("a受理"), QStringLiteral("回")});
    row("line breaks", QStringLiteral("一\n\n二"), 8,
        {QStringLiteral("一"), QString(), QStringLiteral("二")});
}

void TestCellText::longTextIsWrapped()
{
    QFETCH(QString, text);
    QFETCH(int, cells);
    QTEST(wrapped(text, cells), "lines");
}

void TestCellText::noLineIsWiderThanThePaper()
{
    const QString text =
        QStringLiteral("（一）不动产登记申请书；ABC def 12345678901234567890，，，，，，。").repeated(5);
    for (int cells = 2; cells <= 48; ++cells) {
        const QStringList lines = wrapped(text, cells);
        for (const QString &line : lines)
            QVERIFY2(cellsOf(line) <= cells, qPrintable(line));
        QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
    }
}

void TestCellText::onlyWhatTheFontHoldsIsEncoded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("gbk");
    QTest::addColumn<QByteArray>("gb18030");
    const QByteArray none;
    QTest::newRow("common") << QStringLiteral("受理A") << QByteArray::fromHex("cadcc0ed41")
                            << QByteArray::fromHex("cadcc0ed41");
    QTest::newRow("marks") << QStringLiteral("“·”—…") << QByteArray::fromHex("a1b0a1a4a1b1a1aaa1ad")
                           << QByteArray::fromHex("a1b0a1a4a1b1a1aaa1ad");
    QTest::newRow("extension A") << QStringLiteral("㐱") << none << QByteArray::fromHex("8139f338");
    QTest::newRow("extension B") << QStringLiteral("𠮷") << none << QByteArray::fromHex("9534b235");
    QTest::newRow("two bytes, but not of GBK") << QStringLiteral("䶮") << none << QByteArray::fromHex("fe9f");
    QTest::newRow("euro") << QStringLiteral("€") << none << QByteArray::fromHex("a2e3");
}

void TestCellText::onlyWhatTheFontHoldsIsEncoded()
{
    QFETCH(QString, text);
    QTEST(encoded(text, Characters::Gbk).value_or(QByteArray()), "gbk");
    QTEST(encoded(text, Characters::Gb18030).value_or(QByteArray()), "gb18030");
    QVERIFY(!encoded(text, Characters::Picture));
}

QTEST_GUILESS_MAIN(TestCellText)
#include "tst_celltext.moc"
