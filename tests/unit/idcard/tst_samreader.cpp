#include "idcard-sdt/SamReader.h"
#include "peers/idreader/SimulatedReader.h"
#include "peers/support/PeerLines.h"
#include "support/CountedRandom.h"
#include "support/ScriptedStop.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

using namespace yichuang;
using namespace yichuang::sdt;
using namespace std::chrono_literals;

namespace {

constexpr ReaderPatience quick{500ms, 20ms};

// Asked to stop by the test's thread, while the call runs on its own.
class SwitchedStop : public Stop
{
public:
    bool isRequested() const override
    {
        const qint64 now = m_time.elapsed();
        m_longestGap = std::max<qint64>(m_longestGap, now - m_last);
        m_last = now;
        return m_isOn;
    }
    void request() { m_isOn = true; }
    qint64 longestGap() const { return m_longestGap; } // milliseconds; once the call has ended

private:
    std::atomic<bool> m_isOn = false;
    QElapsedTimer m_time = [] {
        QElapsedTimer time;
        time.start();
        return time;
    }();
    mutable qint64 m_last = 0;
    mutable qint64 m_longestGap = 0;
};

// Answers everything with bytes of no meaning.
class RandomDevice : public peer::PeerDevice
{
public:
    void receive(const QByteArray &) override
    {
        Q_EMIT answered(m_random.bytes(1 + m_answers++ * 37 % 1500));
    }
    QString answerTo(const QString &) override { return {}; }

private:
    test::CountedRandom m_random;
    int m_answers = 0;
};

} // namespace

class TestSamReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void aLineThatIsBadForAWhileStillReads_data();
    void aLineThatIsBadForAWhileStillReads();
    void aFaultIsNamed_data();
    void aFaultIsNamed();
    void aCardThatFailsIsTriedThreeTimes();
    void aCardThatWasTakenAwayTooEarlyIsWaitedFor();
    void randomAnswersAreNeverACard();
    void aStopIsSeenInTime_data();
    void aStopIsSeenInTime();
    void aLineThatBreaksEndsTheCall();
    void aReaderThatIsNotThereIsUnreachable();
    void theLampFollowsTheReaderWithinTwoSeconds_data();
    void theLampFollowsTheReaderWithinTwoSeconds();
    void aStoppedQuestionLeavesTheLampUnknown();
    void settingsThatDoNotFitAreNamed();

private:
    // Runs the call on a thread of its own, as the host does, while the peer answers on this one.
    template <typename Call>
    auto run(Call call)
    {
        std::optional<decltype(call())> result;
        const std::unique_ptr<QThread> thread(QThread::create([&] { result = call(); }));
        QSignalSpy finished(thread.get(), &QThread::finished);
        thread->start();
        finished.wait(20000);
        thread->wait();
        return *result;
    }
    Result<IdCard> read(SamReader &reader, const Stop &stop = ScriptedStop())
    {
        return run([&] { return reader.readCard(stop); });
    }
    Result<IdCard> read()
    {
        SamReader reader(m_profile, quick);
        return read(reader);
    }
    void say(const QString &command) { QVERIFY2(m_peer->obey(command), qPrintable(command)); }
    // Does something after the peer was asked `count` times more for `command`.
    void after(int count, quint8 command, const std::function<void()> &act)
    {
        auto left = std::make_shared<int>(count);
        connect(m_peer.get(), &peer::SimulatedReader::asked, this,
                [this, left, command, act](quint8 asked, quint8) {
                    if (asked == command && --*left == 0)
                        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
                });
    }

    std::unique_ptr<peer::SimulatedReader> m_peer;
    std::unique_ptr<peer::TcpLine> m_line;
    ReaderProfile m_profile;
};

void TestSamReader::init()
{
    m_line.reset();
    m_peer = std::make_unique<peer::SimulatedReader>();
    m_line = std::make_unique<peer::TcpLine>(*m_peer);
    QVERIFY(m_line->listen(0));
    m_profile = {};
    m_profile.line.host = QStringLiteral("127.0.0.1");
    m_profile.line.port = m_line->port();
}

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

void TestSamReader::aLineThatIsBadForAWhileStillReads_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"garbage", "split", "slow", "nofp", "badsum 1", "truncate 1"})
        QTest::newRow(fault) << QStringLiteral("fault ") + QString::fromLatin1(fault);
}

void TestSamReader::aLineThatIsBadForAWhileStillReads()
{
    QFETCH(QString, fault);
    say(QStringLiteral("place append"));
    // In the answer to each question of a reading: status, find, select, read, extra address.
    for (int question = 1; question <= 5; ++question) {
        int asked = 0;
        const auto connection =
            connect(m_peer.get(), &peer::SimulatedReader::asked, this, [&](quint8, quint8) {
                if (++asked == question)
                    say(fault);
            });
        const auto card = read();
        disconnect(connection);
        QVERIFY(card);
        QCOMPARE(card->address, QStringLiteral("湖南省衡阳市石鼓区人民街道示例新址2栋301"));
        say(QStringLiteral("ok"));
        say(QStringLiteral("place append"));
    }
}

void TestSamReader::aFaultIsNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *fault, ErrorCode code) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << code;
    };
    row("badsum", ErrorCode::ReaderReplyBroken);
    row("truncate", ErrorCode::ReaderReplyBroken);
    row("stuck", ErrorCode::ReaderSilent);
    row("selffail", ErrorCode::ReaderSelfTestFailed);
    row("noauth", ErrorCode::ReaderNotAuthorised);
    row("cardauth", ErrorCode::CardNotAuthenticated);
    row("readfail", ErrorCode::CardReadFailed);
    row("selectfail", ErrorCode::CardReadFailed);
}

void TestSamReader::aFaultIsNamed()
{
    QFETCH(QString, fault);
    say(QStringLiteral("place luo"));
    say(QStringLiteral("fault ") + fault);
    SamReader reader(m_profile, quick);
    const auto card = read(reader);
    QVERIFY(!card);
    QTEST(card.error().code, "code");
    // Once the fault is gone, the card that lies there is read.
    say(QStringLiteral("ok"));
    QVERIFY(read(reader));
}

void TestSamReader::aCardThatFailsIsTriedThreeTimes()
{
    int tries = 0;
    connect(m_peer.get(), &peer::SimulatedReader::asked, this,
            [&](quint8 command, quint8) { tries += command == 0x30 ? 1 : 0; });
    say(QStringLiteral("place luo"));
    say(QStringLiteral("fault readfail"));
    QVERIFY(!read());
    QCOMPARE(tries, 3);
    // Twice is no failure.
    after(2, 0x30, [this] { say(QStringLiteral("ok")); });
    QVERIFY(read());
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

void TestSamReader::randomAnswersAreNeverACard()
{
    RandomDevice device;
    peer::TcpLine line(device);
    QVERIFY(line.listen(0));
    m_profile.line.port = line.port();
    for (int times = 0; times < 5; ++times) {
        const auto card = read();
        QVERIFY(!card);
        QCOMPARE(card.error().code, ErrorCode::ReaderReplyBroken);
    }
}

void TestSamReader::aStopIsSeenInTime_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("no card") << QStringLiteral("ok");
    QTest::newRow("no answer") << QStringLiteral("fault stuck");
    QTest::newRow("half an answer") << QStringLiteral("fault truncate");
}

void TestSamReader::aStopIsSeenInTime()
{
    QFETCH(QString, fault);
    SwitchedStop stop;
    QElapsedTimer sinceStop;
    SamReader reader(m_profile);
    after(3, 0x20, [&] {
        say(fault);
        after(1, 0x20, [&] {
            stop.request();
            sinceStop.start();
        });
    });
    const auto card = read(reader, stop);
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::DeviceStopped);
    QVERIFY(sinceStop.elapsed() < 500);
    QVERIFY2(stop.longestGap() <= 200, qPrintable(QString::number(stop.longestGap())));
}

void TestSamReader::aLineThatBreaksEndsTheCall()
{
    after(3, 0x20, [this] { Q_EMIT m_peer->lineBroken(); });
    const auto card = read();
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::DeviceUnreachable);
}

void TestSamReader::aReaderThatIsNotThereIsUnreachable()
{
    m_line.reset();
    const auto card = read();
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::DeviceUnreachable);
}

void TestSamReader::theLampFollowsTheReaderWithinTwoSeconds_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("lamp");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *state, DeviceLamp lamp, const char *code, const char *detail) {
        QTest::newRow(state) << QString::fromLatin1(state) << int(lamp) << QString::fromLatin1(code)
                             << QString::fromLatin1(detail);
    };
    const char *id = "SAM 05.01-20160715-0001234567-0000000089";
    row("ok", DeviceLamp::Ready, "", id);
    row("place luo", DeviceLamp::Ready, "", id);
    row("fault slow", DeviceLamp::Ready, "", id);
    row("fault split", DeviceLamp::Ready, "", id);
    row("fault badsum 1", DeviceLamp::Ready, "", id);
    row("fault selffail", DeviceLamp::Broken, "V022", "status: status 60");
    row("fault noauth", DeviceLamp::Broken, "V023", "status: status 66");
    row("fault stuck", DeviceLamp::Broken, "V021", "status");
    row("fault badsum", DeviceLamp::Broken, "V020", "status");
    row("fault truncate", DeviceLamp::Broken, "V020", "status");
}

void TestSamReader::theLampFollowsTheReaderWithinTwoSeconds()
{
    QFETCH(QString, state);
    say(state);
    SamReader reader(m_profile, quick);
    QElapsedTimer time;
    time.start();
    const DeviceCondition condition = run([&] { return reader.condition(ScriptedStop()); });
    QVERIFY(time.elapsed() < 2000);
    QTEST(int(condition.lamp), "lamp");
    QTEST(condition.code, "code");
    QTEST(condition.detail, "detail");
}

void TestSamReader::aStoppedQuestionLeavesTheLampUnknown()
{
    SamReader reader(m_profile, quick);
    QCOMPARE(run([&] { return reader.condition(ScriptedStop(1)); }), DeviceCondition());
    say(QStringLiteral("fault stuck"));
    QCOMPARE(run([&] { return reader.condition(ScriptedStop(4)); }), DeviceCondition());
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

QTEST_GUILESS_MAIN(TestSamReader)
#include "tst_samreader.moc"
