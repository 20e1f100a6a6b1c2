#include "ReaderFixture.h"
#include "support/CountedRandom.h"

using namespace yichuang;
using namespace yichuang::sdt;

namespace {

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

class TestSamFaults : public ReaderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aLineThatIsBadForAWhileStillReads_data();
    void aLineThatIsBadForAWhileStillReads();
    void aFaultIsNamed_data();
    void aFaultIsNamed();
    void aCardThatFailsIsTriedThreeTimes();
    void randomAnswersAreNeverACard();
    void aStopIsSeenInTime_data();
    void aStopIsSeenInTime();
    void aLineThatBreaksEndsTheCall();
    void aReaderThatIsNotThereIsUnreachable();
    void theLampFollowsTheReaderWithinTwoSeconds_data();
    void theLampFollowsTheReaderWithinTwoSeconds();
    void aStoppedQuestionLeavesTheLampUnknown();
};

void TestSamFaults::aLineThatIsBadForAWhileStillReads_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"garbage", "split", "slow", "nofp", "badsum 1", "truncate 1"})
        QTest::newRow(fault) << QStringLiteral("fault ") + QString::fromLatin1(fault);
}

void TestSamFaults::aLineThatIsBadForAWhileStillReads()
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

void TestSamFaults::aFaultIsNamed_data()
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

void TestSamFaults::aFaultIsNamed()
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

void TestSamFaults::aCardThatFailsIsTriedThreeTimes()
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

void TestSamFaults::randomAnswersAreNeverACard()
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

void TestSamFaults::aStopIsSeenInTime_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("no card") << QStringLiteral("ok");
    QTest::newRow("no answer") << QStringLiteral("fault stuck");
    QTest::newRow("half an answer") << QStringLiteral("fault truncate");
}

void TestSamFaults::aStopIsSeenInTime()
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

void TestSamFaults::aLineThatBreaksEndsTheCall()
{
    after(3, 0x20, [this] { Q_EMIT m_peer->lineBroken(); });
    const auto card = read();
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::DeviceUnreachable);
}

void TestSamFaults::aReaderThatIsNotThereIsUnreachable()
{
    m_line.reset();
    const auto card = read();
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::DeviceUnreachable);
}

void TestSamFaults::theLampFollowsTheReaderWithinTwoSeconds_data()
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

void TestSamFaults::theLampFollowsTheReaderWithinTwoSeconds()
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

void TestSamFaults::aStoppedQuestionLeavesTheLampUnknown()
{
    SamReader reader(m_profile, quick);
    QCOMPARE(run([&] { return reader.condition(ScriptedStop(1)); }), DeviceCondition());
    say(QStringLiteral("fault stuck"));
    QCOMPARE(run([&] { return reader.condition(ScriptedStop(4)); }), DeviceCondition());
}

QTEST_GUILESS_MAIN(TestSamFaults)
#include "tst_samfaults.moc"
