#include "devices/DeviceFrames.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace yichuang;

namespace {

DeviceMessage page()
{
    return {{{QStringLiteral("page"), 3}, {QStringLiteral("mediaType"), QStringLiteral("image/jpeg")}},
            QByteArray("\0\x01{\"bytes\"}", 12)};
}

QByteArray frame(quint32 headerSize, quint32 bodySize, const QByteArray &rest = {})
{
    QByteArray sizes(8, '\0');
    qToBigEndian(headerSize, sizes.data());
    qToBigEndian(bodySize, sizes.data() + 4);
    return sizes + rest;
}

} // namespace

class TestDeviceFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFrameIsAsTheProtocolSays();
    void aMessageArrivesByteForByte();
    void messagesInOnePieceComeOneAfterTheOther();
    void aFrameThatIsMalformedIsRefused_data();
    void aFrameThatIsMalformedIsRefused();
    void theLargestSizesAreWaitedFor();
    void randomBytesNeverMakeAWrongMessage();
    void aFrameWithOneWrongByteIsReadOrRefused();

private:
    static Result<std::optional<DeviceMessage>> read(const QByteArray &bytes)
    {
        DeviceFrameReader reader;
        reader.feed(bytes);
        return reader.next();
    }
};

void TestDeviceFrames::theFrameIsAsTheProtocolSays()
{
    const DeviceMessage message{{{QStringLiteral("do"), QStringLiteral("stop")}}, "ab"};
    const QByteArray header = "{\"do\":\"stop\"}";
    QCOMPARE(toFrame(message), frame(quint32(header.size()), 2, header + "ab"));
}

void TestDeviceFrames::aMessageArrivesByteForByte()
{
    DeviceFrameReader reader;
    const QByteArray bytes = toFrame(page());
    for (const char byte : bytes) {
        const auto early = reader.next();
        QVERIFY(early && !*early);
        reader.feed(QByteArray(1, byte));
    }
    const auto whole = reader.next();
    QVERIFY(whole && *whole);
    QCOMPARE(**whole, page());
    const auto after = reader.next();
    QVERIFY(after && !*after);
}

void TestDeviceFrames::messagesInOnePieceComeOneAfterTheOther()
{
    DeviceFrameReader reader;
    const DeviceMessage done{{{QStringLiteral("done"), 3}}, {}};
    reader.feed(toFrame(page()) + toFrame(done) + toFrame(page()).left(9));
    QCOMPARE(**reader.next(), page());
    QCOMPARE(**reader.next(), done);
    QVERIFY(!*reader.next());
    reader.feed(toFrame(page()).mid(9));
    QCOMPARE(**reader.next(), page());
}

void TestDeviceFrames::aFrameThatIsMalformedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &bytes, const char *detail) {
        QTest::newRow(name) << bytes << QString::fromLatin1(detail);
    };
    row("header too large", frame(mostHeaderBytes + 1, 0), "size");
    row("body too large", frame(2, mostBodyBytes + 1, "{}"), "size");
    row("both as large as can be written", frame(0xffffffff, 0xffffffff), "size");
    row("no header", frame(0, 0), "header");
    row("a list", frame(2, 0, "[]"), "header");
    row("a text", frame(3, 0, "\"a\""), "header");
    row("cut off", frame(1, 0, "{"), "header");
    row("more behind it", frame(4, 0, "{}{}"), "header");
    row("no UTF-8", frame(7, 0, "{\"\xff\":1}"), "header");
}

void TestDeviceFrames::aFrameThatIsMalformedIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    const auto message = read(bytes);
    QVERIFY(!message);
    QCOMPARE(message.error(), (Error{ErrorCode::DeviceMessageMalformed, detail}));
}

void TestDeviceFrames::theLargestSizesAreWaitedFor()
{
    const auto message = read(frame(mostHeaderBytes, mostBodyBytes, "{"));
    QVERIFY(message && !*message);
}

void TestDeviceFrames::randomBytesNeverMakeAWrongMessage()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes(random.bounded(64), '\0');
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        const auto message = read(bytes);
        QVERIFY(message ? !*message : message.error().code == ErrorCode::DeviceMessageMalformed);
    }
}

void TestDeviceFrames::aFrameWithOneWrongByteIsReadOrRefused()
{
    const QByteArray sound = toFrame(page());
    for (qsizetype place = 0; place < sound.size(); ++place) {
        for (int value = 0; value < 256; ++value) {
            QByteArray bytes = sound;
            bytes[place] = char(value);
            const auto message = read(bytes);
            const bool isWhole = message && *message;
            // A message that is read is of the size that it says.
            QVERIFY(!isWhole || (*message)->body.size() <= sound.size());
            QVERIFY(message || message.error().code == ErrorCode::DeviceMessageMalformed);
        }
    }
}

QTEST_GUILESS_MAIN(TestDeviceFrames)
#include "tst_deviceframes.moc"
