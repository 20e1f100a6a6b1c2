#include "printer-escpos/EscPosEncoder.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::escpos;

namespace {

using Line = ReceiptLine;

PrinterProfile wide()
{
    PrinterProfile profile;
    profile.answers = false;
    profile.cuts = false;
    return profile;
}

// What stands between the job's beginning and its end.
QByteArray bodyOf(const QList<Line> &lines, const PrinterProfile &profile = wide())
{
    const QByteArray begin = QByteArray::fromHex("1b401b74001c261b3322");
    const QByteArray end = QByteArray::fromHex("1b6404");
    const QByteArray job = EscPosEncoder(profile).encode({lines, true});
    return job.startsWith(begin) && job.endsWith(end) ? job.sliced(begin.size()).chopped(end.size()) : job;
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

Line textLine(const QString &text)
{
    return {Line::Kind::Text, text, {}, Line::Align::Left, 1, false};
}

} // namespace

class TestEscPosEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobHasItsBeginningAndItsEnd();
    void textIsGbk();
    void stylesAreSetOnceAndTakenBack();
    void columnsMeetTheRightMargin();
    void aColumnThatDoesNotFitGoesToItsOwnLine();
    void aLineWithARareCharacterIsDrawn();
    void aPrinterOfGb18030GetsTheRareCharacter();
    void aPrinterWithoutAFontGetsPictures();
    void picturesAreBlackOnWhiteInSmallBands();
    void aBoxSpansThePaper();
    void theCodeIsThePrintersOwnWhereItCan();
    void theCodeIsDrawnWhereThePrinterCannot();
    void theCodeIsLargeAndHasAQuietZone_data();
    void theCodeIsLargeAndHasAQuietZone();
    void aCodeThatIsTooLongIsPrintedAsText();
    void narrowPaperIsWrappedEarlier();
    void theSamePageGivesTheSameBytes();
};

void TestEscPosEncoder::aJobHasItsBeginningAndItsEnd()
{
    const QByteArray job = EscPosEncoder(PrinterProfile()).encode({{textLine(QStringLiteral("A"))}, true});
    QCOMPARE(job.toHex(), QByteArray("1b401b74001c261b3322"
                                     "410a"
                                     "1b6404"
                                     "1d564200"
                                     "1d7201"));
    const QByteArray uncut = EscPosEncoder(PrinterProfile()).encode({{textLine(QStringLiteral("A"))}, false});
    QVERIFY(!uncut.contains(hex("1d56")));
}

void TestEscPosEncoder::textIsGbk()
{
    QCOMPARE(bodyOf({textLine(QStringLiteral("受理 1"))}), hex("cadcc0ed20310a"));
    QCOMPARE(bodyOf({{Line::Kind::Space, {}, {}, Line::Align::Left, 1, false}}), hex("0a"));
}

void TestEscPosEncoder::stylesAreSetOnceAndTakenBack()
{
    const Line large{Line::Kind::Text, QStringLiteral("A"), {}, Line::Align::Centre, 2, true};
    QCOMPARE(bodyOf({large, large, textLine(QStringLiteral("B"))}), hex("1b6101"
                                                                        "1d2111"
                                                                        "1b4501"
                                                                        "1b333a"
                                                                        "410a410a"
                                                                        "1b6100"
                                                                        "1d2100"
                                                                        "1b4500"
                                                                        "1b3322"
                                                                        "420a"));
}

void TestEscPosEncoder::columnsMeetTheRightMargin()
{
    const Line line{
        Line::Kind::Columns, QStringLiteral("查询码"), QStringLiteral("A023"), Line::Align::Left, 1, false};
    QCOMPARE(bodyOf({line}), hex("b2e9d1afc2eb") + QByteArray(48 - 6 - 4, ' ') + "A023\n");
}

void TestEscPosEncoder::aColumnThatDoesNotFitGoesToItsOwnLine()
{
    const Line line{
        Line::Kind::Columns, QString(46, u'a'), QStringLiteral("b c"), Line::Align::Left, 1, false};
    QCOMPARE(bodyOf({line}), QByteArray(46, 'a') + '\n' + hex("1b6102") + "b c\n");
}

void TestEscPosEncoder::aLineWithARareCharacterIsDrawn()
{
    const QByteArray body = bodyOf({textLine(QStringLiteral("欧阳㐱𠮷")), textLine(QStringLiteral("B"))});
    QVERIFY(body.startsWith(hex("1d763000"
                                "4800"
                                "1800"))); // 72 bytes, 24 rows
    QVERIFY(body.endsWith("B\n"));
}

void TestEscPosEncoder::aPrinterOfGb18030GetsTheRareCharacter()
{
    PrinterProfile profile = wide();
    profile.characters = Characters::Gb18030;
    QCOMPARE(bodyOf({textLine(QStringLiteral("㐱"))}, profile), hex("8139f3380a"));
}

void TestEscPosEncoder::aPrinterWithoutAFontGetsPictures()
{
    PrinterProfile profile = wide();
    profile.characters = Characters::Picture;
    const QByteArray job = EscPosEncoder(profile).encode({{textLine(QStringLiteral("A"))}, false});
    QVERIFY(job.startsWith(hex("1b401b74001b33221d763000")));
    QVERIFY(!job.contains(hex("1c26")));
}

void TestEscPosEncoder::picturesAreBlackOnWhiteInSmallBands()
{
    const QByteArray rule = bodyOf({{Line::Kind::Rule, {}, {}, Line::Align::Left, 1, false}});
    const QByteArray white(72, '\0');
    QCOMPARE(rule,
             hex("1d76300048000c00") + white.repeated(5) + QByteArray(2 * 72, '\xFF') + white.repeated(5));
    const QByteArray box =
        bodyOf({{Line::Kind::Boxed, QStringLiteral("一\n二\n三"), {}, Line::Align::Left, 1, false}});
    qsizetype place = 0;
    while (place < box.size()) {
        QCOMPARE(box.mid(place, 4), hex("1d763000"));
        const int rows = quint8(box.at(place + 6));
        QVERIFY(rows <= 24);
        place += 8 + rows * 72;
    }
    QCOMPARE(place, box.size());
}

void TestEscPosEncoder::aBoxSpansThePaper()
{
    const TextStyle style{Line::Align::Left, 2, true};
    const QImage box = drawnBox({QStringLiteral("11月30日")}, {QStringLiteral("5个工作日")}, style, 576);
    QCOMPARE(box.width(), 576);
    QCOMPARE(box.pixelColor(0, box.height() / 2), QColor(Qt::black));
    QCOMPARE(box.pixelColor(575, box.height() / 2), QColor(Qt::black));
    QCOMPARE(box.pixelColor(288, 6), QColor(Qt::black));
    QCOMPARE(box.pixelColor(288, 1), QColor(Qt::white));
    int black = 0;
    for (int y = 10; y < box.height() - 10; ++y)
        for (int x = 400; x < 560; ++x)
            black += box.pixelColor(x, y) == QColor(Qt::black);
    QVERIFY2(black > 300, "what stands at the right is drawn");
}

void TestEscPosEncoder::theCodeIsThePrintersOwnWhereItCan()
{
    const Line code{Line::Kind::Code, QStringLiteral("https://a.cn/1"), {}, Line::Align::Left, 1, false};
    const CodeSize size = codeSize(code.text, 576);
    const QByteArray quiet = hex("1b4a") + char(4 * size.module);
    QCOMPARE(size.modules, 21);
    QCOMPARE(bodyOf({code}), hex("1b6101") + quiet + hex("1d286b040031413200") + hex("1d286b03003143") +
                                 char(size.module) + hex("1d286b0300314531") + hex("1d286b1100315030") +
                                 "https://a.cn/1" + hex("1d286b0300315130") + quiet);
}

void TestEscPosEncoder::theCodeIsDrawnWhereThePrinterCannot()
{
    PrinterProfile profile = wide();
    profile.drawsCodes = false;
    const QByteArray body = bodyOf(
        {{Line::Kind::Code, QStringLiteral("https://a.cn/1"), {}, Line::Align::Left, 1, false}}, profile);
    QVERIFY(body.startsWith(hex("1d763000")));
    QVERIFY(!body.contains(hex("1d286b")));
}

void TestEscPosEncoder::theCodeIsLargeAndHasAQuietZone_data()
{
    QTest::addColumn<int>("dots");
    QTest::addColumn<int>("length");
    for (const int dots : {384, 576}) {
        for (const int length : {1, 40, 120, 300})
            QTest::addRow("%d dots, %d characters", dots, length) << dots << length;
    }
}

void TestEscPosEncoder::theCodeIsLargeAndHasAQuietZone()
{
    QFETCH(int, dots);
    QFETCH(int, length);
    const QString text(length, u'x');
    const CodeSize size = codeSize(text, dots);
    QVERIFY(size.modules * size.module >= 200);
    QVERIFY(size.module <= 16); // what the printer's own command takes
    QVERIFY((size.modules + 8) * size.module <= dots);
    const QImage image = drawnCode(text, dots);
    const int quiet = 4 * size.module;
    const int left = (dots - size.modules * size.module) / 2;
    QCOMPARE(image.height(), (size.modules + 8) * size.module);
    QCOMPARE(image.pixelColor(left, quiet), QColor(Qt::black)); // the corner of the finder
    for (int i = 0; i < dots; ++i)
        QCOMPARE(image.pixelColor(i, quiet - 1), QColor(Qt::white));
    for (int i = 0; i < image.height(); ++i)
        QCOMPARE(image.pixelColor(left - 1, i), QColor(Qt::white));
}

void TestEscPosEncoder::aCodeThatIsTooLongIsPrintedAsText()
{
    const QByteArray body = bodyOf(
        {{Line::Kind::Code, QString(2000, u'x') + QString(2000, u'受'), {}, Line::Align::Left, 1, false}});
    QVERIFY(!body.contains(hex("1d286b")));
    QCOMPARE(body.count('x'), 2000);
}

void TestEscPosEncoder::narrowPaperIsWrappedEarlier()
{
    PrinterProfile profile = wide();
    profile.dots = 384;
    QCOMPARE(bodyOf({textLine(QString(40, u'a'))}, profile),
             QByteArray(32, 'a') + '\n' + QByteArray(8, 'a') + '\n');
    const Line large{Line::Kind::Text, QString(17, u'a'), {}, Line::Align::Left, 2, false};
    QVERIFY(bodyOf({large}, profile).contains(QByteArray(16, 'a') + "\na\n"));
}

void TestEscPosEncoder::theSamePageGivesTheSameBytes()
{
    EscPosEncoder encoder((PrinterProfile()));
    const ReceiptPage page{{{Line::Kind::Text, QStringLiteral("A"), {}, Line::Align::Right, 2, true}}, true};
    const QByteArray first = encoder.encode(page);
    QCOMPARE(encoder.encode(page), first);
}

QTEST_MAIN(TestEscPosEncoder)
#include "tst_escposencoder.moc"
