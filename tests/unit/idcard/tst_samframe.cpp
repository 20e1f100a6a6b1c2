#include "idcard-sdt/SamFrame.h"
#include "support/CountedRandom.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::sdt;

namespace {

using State = SamReplyReader::State;

// Feeds a reader as a line does, never beyond what it wants, in pieces of at most `piece` bytes. The bytes
// that were not taken are left.
State feed(SamReplyReader &reader, QByteArray &bytes, int piece = 4096)
{
    State state = State::Incomplete;
    while (state == State::Incomplete && !bytes.isEmpty()) {
        const int count = std::min(piece, reader.wanted());
        state = reader.take(bytes.left(count));
        bytes.remove(0, count);
    }
    return state;
}

QByteArray notFound()
{
    return QByteArray::fromHex("aaaaaa9669 0004 000080 84");
}

// Of the size that the read has, with a right checksum.
QByteArray longReply()
{
    QByteArray counted = QByteArray::fromHex("0508 000090 01000400") + QByteArray(1280, 'x');
    char sum = 0;
    for (const char byte : counted)
        sum ^= byte;
    return QByteArray::fromHex("aaaaaa9669") + counted + sum;
}

} // namespace

class TestSamFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestsAreTheGoldenBytes_data();
    void theRequestsAreTheGoldenBytes();
    void theGoldenRepliesAreRead_data();
    void theGoldenRepliesAreRead();
    void aReplyIsTheSameInWhateverPiecesItArrives();
    void noByteBehindAReplyIsTaken();
    void noiseBeforeAReplyIsSkipped_data();
    void noiseBeforeAReplyIsSkipped();
    void endlessNoiseIsBroken();
    void everyTruncationIsIncomplete();
    void everyChangedByteIsNoticed();
    void impossibleLengthsAreBrokenAtOnce_data();
    void impossibleLengthsAreBrokenAtOnce();
    void randomBytesEndWithoutAReply();
};

void TestSamFrame::theRequestsAreTheGoldenBytes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("golden");
    const auto row = [](const SamQuestion &question, const char *hex) {
        QTest::newRow(question.name) << frameOf(question) << QByteArray::fromHex(hex);
    };
    row(question::status, "aaaaaa9669 0003 11ff ed");
    row(question::samId, "aaaaaa9669 0003 12ff ee");
    row(question::find, "aaaaaa9669 0003 2001 22");
    row(question::select, "aaaaaa9669 0003 2002 21");
    row(question::read, "aaaaaa9669 0003 3001 32");
    row(question::readExtra, "aaaaaa9669 0003 3003 30");
}

void TestSamFrame::theRequestsAreTheGoldenBytes()
{
    QFETCH(QByteArray, request);
    QTEST(request, "golden");
}

void TestSamFrame::theGoldenRepliesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("dataSize");
    const auto row = [](const char *name, const char *hex, int status, int size) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << status << size;
    };
    row("ok", "aaaaaa9669 0004 000090 94", 0x90, 0);
    row("self-test failed", "aaaaaa9669 0004 000060 64", 0x60, 0);
    row("found", "aaaaaa9669 0008 00009f 00000000 97", 0x9F, 4);
    row("not found", "aaaaaa9669 0004 000080 84", 0x80, 0);
    row("selected", "aaaaaa9669 000c 000090 0000000000000000 9c", 0x90, 8);
    row("select failed", "aaaaaa9669 0004 000081 85", 0x81, 0);
    row("read failed", "aaaaaa9669 0004 000041 45", 0x41, 0);
    row("no such content", "aaaaaa9669 0004 000091 95", 0x91, 0);
    QTest::newRow("text and photo") << longReply() << 0x90 << 1284;
}

void TestSamFrame::theGoldenRepliesAreRead()
{
    QFETCH(QByteArray, bytes);
    SamReplyReader reader;
    QCOMPARE(feed(reader, bytes), State::Whole);
    QTEST(int(reader.reply().status), "status");
    QTEST(int(reader.reply().data.size()), "dataSize");
}

void TestSamFrame::aReplyIsTheSameInWhateverPiecesItArrives()
{
    SamReplyReader atOnce;
    QByteArray bytes = longReply();
    QCOMPARE(feed(atOnce, bytes), State::Whole);
    for (const int piece : {1, 2, 3, 5, 7, 64, 1290}) {
        SamReplyReader reader;
        bytes = longReply();
        QCOMPARE(feed(reader, bytes, piece), State::Whole);
        QCOMPARE(reader.reply(), atOnce.reply());
    }
}

void TestSamFrame::noByteBehindAReplyIsTaken()
{
    SamReplyReader reader;
    QByteArray bytes = notFound() + longReply();
    QCOMPARE(feed(reader, bytes), State::Whole);
    QCOMPARE(bytes, longReply());
}

void TestSamFrame::noiseBeforeAReplyIsSkipped_data()
{
    QTest::addColumn<QByteArray>("noise");
    for (const char *hex : {"00", "aa", "aaaa", "aaaaaa", "aaaaaa96", "aaaaaaaaaaaa",
                            "aaaa96690096aaaaaa9600", "ffeeddccbbaa99887766554433221100"})
        QTest::newRow(hex) << QByteArray::fromHex(hex);
}

void TestSamFrame::noiseBeforeAReplyIsSkipped()
{
    QFETCH(QByteArray, noise);
    for (const int piece : {1, 4096}) {
        SamReplyReader reader;
        QByteArray bytes = noise + notFound();
        QCOMPARE(feed(reader, bytes, piece), State::Whole);
        QCOMPARE(reader.reply(), (SamReply{0x80, {}}));
    }
}

void TestSamFrame::endlessNoiseIsBroken()
{
    SamReplyReader reader;
    QByteArray bytes(10000, 'z');
    QCOMPARE(feed(reader, bytes), State::Broken);
    QVERIFY(bytes.size() > 5000);
}

void TestSamFrame::everyTruncationIsIncomplete()
{
    const QByteArray whole = longReply();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        SamReplyReader reader;
        QByteArray bytes = whole.left(size);
        QCOMPARE(feed(reader, bytes), State::Incomplete);
    }
}

void TestSamFrame::everyChangedByteIsNoticed()
{
    const QByteArray whole = QByteArray::fromHex("aaaaaa9669 0008 00009f 00000000 97");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            SamReplyReader reader;
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ (1 << bit));
            QVERIFY(feed(reader, bytes) != State::Whole);
        }
    }
}

void TestSamFrame::impossibleLengthsAreBrokenAtOnce_data()
{
    QTest::addColumn<QByteArray>("length");
    for (const char *hex : {"0000", "0001", "0003", "090b", "0a00", "8000", "ffff"})
        QTest::newRow(hex) << QByteArray::fromHex(hex);
}

void TestSamFrame::impossibleLengthsAreBrokenAtOnce()
{
    QFETCH(QByteArray, length);
    SamReplyReader reader;
    QCOMPARE(reader.take(QByteArray::fromHex("aaaaaa9669") + length), State::Broken);
}

void TestSamFrame::randomBytesEndWithoutAReply()
{
    test::CountedRandom random;
    for (int run = 0; run < 20000; ++run) {
        SamReplyReader reader;
        const int size = 1 + run % 300;
        // Every other run gets past the preamble.
        QByteArray bytes = (run % 2 ? QByteArray::fromHex("aaaaaa9669") : QByteArray()) + random.bytes(size);
        QVERIFY(reader.wanted() >= 1);
        QVERIFY(feed(reader, bytes) != State::Whole);
        QVERIFY(reader.wanted() <= 7 + 0xFFFF);
    }
}

QTEST_GUILESS_MAIN(TestSamFrame)
#include "tst_samframe.moc"
