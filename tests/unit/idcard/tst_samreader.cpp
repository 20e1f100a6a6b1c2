#include "Places.h"
#include "ReaderFixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace yichuang;
using namespace yichuang::sdt;

class TestSamReader : public ReaderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void everyPersonsCardIsRead_data();
    void everyPersonsCardIsRead();
    void aCardThatComesLaterIsWaitedFor();
    void aCardOnASerialLineIsRead();
    void fingerprintsAreNeverAskedFor();
    void anAddedAddressTakesThePlaceOfThePrintedOne();
    void anAddedAddressIsNotAskedForWhereTheSettingsSaySo();
    void aReaderThatDoesNotKnowAddedAddressesReadsTheCard();
    void aCardThatWasReadMustLeaveFirst_data();
    void aCardThatWasReadMustLeaveFirst();
    void anotherCardIsReadWithoutAnEmptyFieldBetween();
    void aCardThatWasTakenAwayTooEarlyIsWaitedFor();
    void settingsThatDoNotFitAreNamed();
    void theSettingsPagesDefaultsAreTheReaders();
};

void TestSamReader::everyPersonsCardIsRead_data()
{
    QTest::addColumn<QString>("key");
    for (const peer::Card &card : peer::cards())
        QTest::newRow(qPrintable(card.key)) << card.key;
}

void TestSamReader::everyPersonsCardIsRead()
{
    QFETCH(QString, key);
    say(QStringLiteral("place ") + key);
    const auto card = read();
    QVERIFY(card);
    const QString name = card->name.isEmpty() ? card->englishName : card->name;
    QVERIFY(peer::cardNamed(key)->what.startsWith(name));
    QCOMPARE(card->photo, peer::cardNamed(key)->photo);
}

void TestSamReader::aCardThatComesLaterIsWaitedFor()
{
    after(3, 0x20, [this] { say(QStringLiteral("place luo")); });
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->name, QStringLiteral("罗晓芬"));
}

void TestSamReader::aCardOnASerialLineIsRead()
{
    const QTemporaryDir folder;
    peer::PtyLine pty(*m_peer);
    const QString link = folder.filePath(QStringLiteral("tty"));
    QVERIFY(pty.open(link));
    m_profile.line = {LineAddress::Kind::Serial, {}, 0, link, 115200, false};
    say(QStringLiteral("place rare"));
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->name, QStringLiteral("欧阳䶮𠮷"));
    say(QStringLiteral("fault split"));
    say(QStringLiteral("place hk"));
    const auto other = read();
    QVERIFY(other);
    QCOMPARE(other->passNumber, QStringLiteral("H01234567"));
}

void TestSamReader::fingerprintsAreNeverAskedFor()
{
    QList<int> asked;
    connect(m_peer.get(), &peer::SimulatedReader::asked, this,
            [&](quint8 command, quint8 parameter) { asked << command * 256 + parameter; });
    say(QStringLiteral("place luo"));
    QVERIFY(read());
    QCOMPARE(asked, QList<int>({0x11FF, 0x2001, 0x2002, 0x3001, 0x3003, 0x2001}));
}

void TestSamReader::anAddedAddressTakesThePlaceOfThePrintedOne()
{
    say(QStringLiteral("place append"));
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->address, QStringLiteral("湖南省衡阳市石鼓区人民街道示例新址2栋301"));
}

void TestSamReader::anAddedAddressIsNotAskedForWhereTheSettingsSaySo()
{
    m_profile.extraAddress = false;
    say(QStringLiteral("place append"));
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->address, QStringLiteral("湖南省衡阳市石鼓区五一街道示例旧址1号"));
}

void TestSamReader::aReaderThatDoesNotKnowAddedAddressesReadsTheCard()
{
    say(QStringLiteral("fault no-extra"));
    say(QStringLiteral("place luo"));
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->address, QStringLiteral("湖南省衡阳市石鼓区合江街道蒸阳北路88号3栋502"));
}

void TestSamReader::aCardThatWasReadMustLeaveFirst_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("the module holds it back") << QStringLiteral("ok");
    QTest::newRow("the module finds it again") << QStringLiteral("fault finds-again");
}

void TestSamReader::aCardThatWasReadMustLeaveFirst()
{
    QFETCH(QString, fault);
    say(fault);
    say(QStringLiteral("place luo"));
    SamReader reader(m_profile, quick);
    QVERIFY(read(reader));
    // It lies there for many more looks, and is no second reading.
    SwitchedStop stop;
    after(12, 0x20, [&] { stop.request(); });
    const auto still = read(reader, stop);
    QVERIFY(!still);
    QCOMPARE(still.error().code, ErrorCode::DeviceStopped);
    QVERIFY(m_peer->readings() <= 2);
    // Taken away and laid down anew, it is read again.
    say(QStringLiteral("remove"));
    after(3, 0x20, [this] { say(QStringLiteral("place luo")); });
    QVERIFY(read(reader));
}

void TestSamReader::anotherCardIsReadWithoutAnEmptyFieldBetween()
{
    for (const QString &fault : {QStringLiteral("ok"), QStringLiteral("fault finds-again")}) {
        say(fault);
        SamReader reader(m_profile, quick);
        say(QStringLiteral("place luo"));
        QVERIFY(read(reader));
        say(QStringLiteral("place tan"));
        const auto other = read(reader);
        QVERIFY(other);
        QCOMPARE(other->name, QStringLiteral("谭国强"));
    }
}

void TestSamReader::aCardThatWasTakenAwayTooEarlyIsWaitedFor()
{
    say(QStringLiteral("place luo"));
    say(QStringLiteral("fault readfail"));
    after(2, 0x30, [this] {
        say(QStringLiteral("remove"));
        say(QStringLiteral("ok"));
        after(4, 0x20, [this] { say(QStringLiteral("place tan")); });
    });
    const auto card = read();
    QVERIFY(card);
    QCOMPARE(card->name, QStringLiteral("谭国强"));
}

void TestSamReader::settingsThatDoNotFitAreNamed()
{
    const auto wrong = [](const QJsonObject &settings) {
        const auto profile = profileFromSettings(settings);
        return profile ? QString() : profile.error().detail;
    };
    QCOMPARE(wrong({}), QString());
    QCOMPARE(wrong({{QStringLiteral("line"), QStringLiteral("tcp")}, {QStringLiteral("port"), 4002}}),
             QString());
    QCOMPARE(wrong({{QStringLiteral("line"), QStringLiteral("usb")}}), QStringLiteral("line"));
    QCOMPARE(wrong({{QStringLiteral("port"), 0}}), QStringLiteral("port"));
    QCOMPARE(wrong({{QStringLiteral("baud"), 1200}}), QStringLiteral("baud"));
    QCOMPARE(wrong({{QStringLiteral("colour"), 1}}), QStringLiteral("colour"));
}

void TestSamReader::theSettingsPagesDefaultsAreTheReaders()
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/plugins/idcard-sdt/settings.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject properties =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("properties")).toObject();
    QJsonObject defaults;
    for (auto each = properties.begin(); each != properties.end(); ++each)
        defaults.insert(each.key(), each.value().toObject().value(QLatin1String("default")));
    QCOMPARE(defaults.size(), 6);
    const auto written = profileFromSettings(defaults);
    const auto silent = profileFromSettings({});
    QVERIFY(written && silent);
    QVERIFY(written->line == silent->line);
    QCOMPARE(written->extraAddress, silent->extraAddress);
}

QTEST_GUILESS_MAIN(TestSamReader)
#include "tst_samreader.moc"
