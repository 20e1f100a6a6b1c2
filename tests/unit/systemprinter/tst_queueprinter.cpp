#include "ScriptedIppPrinter.h"
#include "printer-system/QueuePrinter.h"
#include "support/ScriptedStop.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace yichuang;
using namespace yichuang::systemprinter;
using namespace std::chrono_literals;

namespace {

constexpr QueuePatience quick{900ms, 2000ms, 2000ms, 1500ms, 1000ms, 20ms};

PrintDocument paper()
{
    return {"%PDF-1.4\n" + QByteArray(300000, 'x'), QStringLiteral("受理通知书（示例）")};
}

using Peer = ScriptedIppPrinter;

} // namespace

class TestQueuePrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aJobThatIsCompletedIsConfirmed();
    void theOptionsGoWithTheJob();
    void aJobThatEndsOtherwiseIsNotConfirmed_data();
    void aJobThatEndsOtherwiseIsNotConfirmed();
    void aHeldJobIsCancelledAndComesToNothing();
    void aJobThatTakesTooLongIsCancelled();
    void aStopCancelsTheJob();
    void aPrinterThatTakesNoJobIsRefused_data();
    void aPrinterThatTakesNoJobIsRefused();
    void aRefusedJobIsAnError();
    void aJobWithoutAnAnswerIsUnconfirmedAndNotSentAgain_data();
    void aJobWithoutAnAnswerIsUnconfirmedAndNotSentAgain();
    void aQueueThatIsNotThereIsMissing_data();
    void aQueueThatIsNotThereIsMissing();
    void aPrinterThatIsOffIsUnreachable();
    void whatIsNoPdfIsNotSent();
    void theLampFollowsThePrinter_data();
    void theLampFollowsThePrinter();

private:
    // The call on a thread of its own, as in the host, while the peer answers on this one.
    template <typename Call>
    auto run(Call call)
    {
        auto future = std::async(std::launch::async, std::move(call));
        const bool done =
            QTest::qWaitFor([&] { return future.wait_for(0s) == std::future_status::ready; }, 20000);
        Q_ASSERT(done);
        return future.get();
    }
    SystemProfile profile() const
    {
        SystemProfile profile;
        profile.uri = QStringLiteral("ipp://127.0.0.1:%1/ipp/print").arg(m_port);
        return profile;
    }
    Result<PrintProof> print(const Stop &stop = ScriptedStop())
    {
        QueuePrinter printer(profile(), quick);
        return run([&] { return printer.print(paper(), stop); });
    }

    std::unique_ptr<Peer> m_peer;
    int m_port = 0;
};

void TestQueuePrinter::init()
{
    m_peer = std::make_unique<Peer>();
    m_port = m_peer->port();
    QVERIFY(m_port > 0);
}

void TestQueuePrinter::aJobThatIsCompletedIsConfirmed()
{
    QCOMPARE(print(), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(m_peer->jobs(), 1);
    QCOMPARE(m_peer->document(), paper().pdf);
    QCOMPARE(m_peer->jobAttributes().value("job-name"), paper().title.toUtf8());
    QCOMPARE(m_peer->jobAttributes().value("document-format"), QByteArray("application/pdf"));
    QCOMPARE(m_peer->cancellations(), 0);
}

void TestQueuePrinter::theOptionsGoWithTheJob()
{
    SystemProfile withOptions = profile();
    withOptions.options = {{"sides", "two-sided-long-edge"}, {"copies", "2"}};
    QueuePrinter printer(withOptions, quick);
    QCOMPARE(run([&] { return printer.print(paper(), ScriptedStop()); }),
             Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(m_peer->jobAttributes().value("sides"), QByteArray("two-sided-long-edge"));
    QCOMPARE(m_peer->jobAttributes().value("copies"), QByteArray("\0\0\0\2", 4));
}

void TestQueuePrinter::aJobThatEndsOtherwiseIsNotConfirmed_data()
{
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("aborted in the middle")
        << QList<int>{Peer::Processing, Peer::Aborted} << QByteArray("none");
    QTest::newRow("cancelled in the middle")
        << QList<int>{Peer::Processing, Peer::Cancelled} << QByteArray("job-canceled-at-device");
    QTest::newRow("completed with errors")
        << QList<int>{Peer::Completed} << QByteArray("job-completed-with-errors");
}

void TestQueuePrinter::aJobThatEndsOtherwiseIsNotConfirmed()
{
    QFETCH(QList<int>, states);
    QFETCH(QByteArray, reason);
    m_peer->script.jobStates = states;
    m_peer->script.jobReason = reason;
    QCOMPARE(print(), Result<PrintProof>(PrintProof::Unconfirmed));
    QCOMPARE(m_peer->jobs(), 1);
}

void TestQueuePrinter::aHeldJobIsCancelledAndComesToNothing()
{
    m_peer->script.jobStates = {Peer::Pending, Peer::Held};
    const auto proof = print();
    QCOMPARE(m_peer->cancellations(), 1);
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
    m_peer->script.jobStates = {Peer::Held};
    m_peer->script.cancels = false; // it may still be printed later
    QCOMPARE(print(), Result<PrintProof>(PrintProof::Unconfirmed));
}

void TestQueuePrinter::aJobThatTakesTooLongIsCancelled()
{
    m_peer->script.jobStates = {Peer::Processing, Peer::Stopped};
    m_peer->script.jobReason = "printer-stopped";
    QCOMPARE(print(), Result<PrintProof>(PrintProof::Unconfirmed));
    QCOMPARE(m_peer->cancellations(), 1);
}

void TestQueuePrinter::aStopCancelsTheJob()
{
    m_peer->script.jobStates = {Peer::Processing};
    QueuePrinter printer(profile(), {900ms, 2000ms, 2000ms, 1500ms, 15000ms, 20ms});
    QElapsedTimer time;
    time.start();
    const ScriptedStop stop(20);
    QCOMPARE(run([&] { return printer.print(paper(), stop); }), Result<PrintProof>(PrintProof::Unconfirmed));
    QVERIFY(time.elapsed() < 10000);
    QCOMPARE(m_peer->cancellations(), 1);
}

void TestQueuePrinter::aPrinterThatTakesNoJobIsRefused_data()
{
    QTest::addColumn<bool>("accepts");
    QTest::addColumn<int>("state");
    QTest::newRow("rejecting") << false << 3;
    QTest::newRow("stopped") << true << 5;
}

void TestQueuePrinter::aPrinterThatTakesNoJobIsRefused()
{
    QFETCH(bool, accepts);
    QFETCH(int, state);
    m_peer->script.accepts = accepts;
    m_peer->script.state = state;
    m_peer->script.reason = "media-empty-error";
    const auto proof = print();
    QVERIFY(!proof);
    QCOMPARE(proof.error(), (Error{ErrorCode::DocumentPrinterRefused, QStringLiteral("media-empty-error")}));
    QCOMPARE(m_peer->jobs(), 0);
}

void TestQueuePrinter::aRefusedJobIsAnError()
{
    m_peer->script.answerToJob = 0x040a; // client-error-document-format-not-supported
    const auto proof = print();
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
}

void TestQueuePrinter::aJobWithoutAnAnswerIsUnconfirmedAndNotSentAgain_data()
{
    QTest::addColumn<bool>("hangsUp");
    QTest::newRow("line broken") << true;
    QTest::newRow("silent") << false;
}

void TestQueuePrinter::aJobWithoutAnAnswerIsUnconfirmedAndNotSentAgain()
{
    QFETCH(bool, hangsUp);
    m_peer->script.hangsUpInJob = hangsUp;
    m_peer->script.isSilentInJob = !hangsUp;
    QCOMPARE(print(), Result<PrintProof>(PrintProof::Unconfirmed));
    QCOMPARE(m_peer->jobs(), 1);
}

void TestQueuePrinter::aQueueThatIsNotThereIsMissing_data()
{
    QTest::addColumn<bool>("invites");
    QTest::newRow("said after the invitation") << true;
    QTest::newRow("said at once") << false;
}

void TestQueuePrinter::aQueueThatIsNotThereIsMissing()
{
    QFETCH(bool, invites);
    m_peer->script.invites = invites;
    m_peer->script.resource = "/ipp/other";
    const auto proof = print();
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterMissing);
    QCOMPARE(m_peer->jobs(), 0);
}

void TestQueuePrinter::aPrinterThatIsOffIsUnreachable()
{
    m_peer.reset();
    const auto proof = print();
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DeviceUnreachable);
}

void TestQueuePrinter::whatIsNoPdfIsNotSent()
{
    QueuePrinter printer(profile(), quick);
    const auto proof = run([&] { return printer.print({"hello", {}}, ScriptedStop()); });
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
    QCOMPARE(m_peer->jobs(), 0);
}

void TestQueuePrinter::theLampFollowsThePrinter_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("lamp");
    QTest::addColumn<QString>("code");
    QTest::newRow("idle") << 3 << QByteArray("none") << int(DeviceLamp::Ready) << QString();
    QTest::newRow("toner low") << 3 << QByteArray("toner-low-warning") << int(DeviceLamp::Attention)
                               << QString();
    QTest::newRow("no paper") << 3 << QByteArray("media-empty-error") << int(DeviceLamp::Broken)
                              << QStringLiteral("V051");
    QTest::newRow("stopped") << 5 << QByteArray("paused") << int(DeviceLamp::Broken)
                             << QStringLiteral("V051");
}

void TestQueuePrinter::theLampFollowsThePrinter()
{
    QFETCH(int, state);
    QFETCH(QByteArray, reason);
    m_peer->script.state = state;
    m_peer->script.reason = reason;
    QueuePrinter printer(profile(), quick);
    const DeviceCondition condition = run([&] { return printer.condition(ScriptedStop()); });
    QTEST(int(condition.lamp), "lamp");
    QTEST(condition.code, "code");
}

QTEST_GUILESS_MAIN(TestQueuePrinter)
#include "tst_queueprinter.moc"
