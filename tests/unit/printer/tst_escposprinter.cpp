#include "peers/printer/SimulatedPrinter.h"
#include "peers/support/PeerLines.h"
#include "printer-escpos/EscPosEncoder.h"
#include "printer-escpos/EscPosPrinter.h"
#include "support/ScriptedStop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace yichuang;
using namespace yichuang::escpos;
using namespace std::chrono_literals;

namespace {

constexpr PrinterPatience quick{500ms, 200ms, 3000ms, 300ms};

ReceiptPage slip()
{
    using Line = ReceiptLine;
    return {
        {{Line::Kind::Text,
          QStringLiteral("衡阳市石鼓区政务服务中心（示例）"),
          {},
          Line::Align::Centre,
          1,
          false},
         {Line::Kind::Text, QStringLiteral("受 理 回 执"), {}, Line::Align::Centre, 2, true},
         {Line::Kind::Rule, {}, {}, Line::Align::Left, 1, false},
         {Line::Kind::Text, QStringLiteral("办件编号"), {}, Line::Align::Left, 1, false},
         {Line::Kind::Text, QStringLiteral("430407-W03-261123-0022"), {}, Line::Align::Left, 2, true},
         {Line::Kind::Columns, QStringLiteral("查询码 731608"), QStringLiteral("叫号 A023"),
          Line::Align::Left, 1, false},
         {Line::Kind::Text, QStringLiteral("受让方  欧阳㐱𠮷"), {}, Line::Align::Left, 1, false},
         {Line::Kind::Boxed, QStringLiteral("11月30日 周一"), QStringLiteral("5 个工作日\n快递送到家"),
          Line::Align::Left, 2, true},
         {Line::Kind::Columns, QStringLiteral("1 不动产登记申请书"), QStringLiteral("已齐"),
          Line::Align::Left, 1, false},
         {Line::Kind::Text,
          QStringLiteral("11 月 27 日（周五）前补交“物业费结清证明”。扫下方二维码拍照上传即可，不用再来。"),
          {},
          Line::Align::Left,
          1,
          false},
         {Line::Kind::Code,
          QStringLiteral("https://example.invalid/q/731608"),
          {},
          Line::Align::Left,
          1,
          false},
         {Line::Kind::Text,
          QStringLiteral("凭编号或身份证均可查询，回执丢失不影响办理"),
          {},
          Line::Align::Centre,
          1,
          false}},
        true};
}

} // namespace

class TestEscPosPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSlipThatCameOutIsConfirmed();
    void theSlipIsNeverBrokenByThePrinterItself();
    void aPrinterThatCannotPrintGetsNotOneByte_data();
    void aPrinterThatCannotPrintGetsNotOneByte();
    void aMutePrinterPrintsUnconfirmed_data();
    void aMutePrinterPrintsUnconfirmed();
    void aLineThatBreaksInTheJobIsUnconfirmed();
    void paperThatEndsInTheJobIsUnconfirmed();
    void aPrinterThatHoldsTheJobIsUnconfirmed();
    void aPrinterThatIsNotThereIsUnreachable();
    void aStopBeforeTheJobSendsNothing();
    void aStopInTheJobIsUnconfirmed();
    void twoSlipsAreTwoFiles();
    void theLampFollowsThePrinter_data();
    void theLampFollowsThePrinter();
    void aPrinterOnASerialLineConfirms();

private:
    // Runs the call on a thread of its own, as the host does, while the peer answers on this one.
    template <typename Call>
    auto run(Call call)
    {
        auto future = std::async(std::launch::async, std::move(call));
        const bool done =
            QTest::qWaitFor([&] { return future.wait_for(0s) == std::future_status::ready; }, 20000);
        Q_ASSERT(done);
        return future.get();
    }
    Result<PrintProof> print(const ReceiptPage &page, const Stop &stop = ScriptedStop())
    {
        EscPosPrinter printer(m_profile, quick);
        return run([&] { return printer.print(page, stop); });
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<peer::SimulatedPrinter> m_peer;
    std::unique_ptr<peer::TcpLine> m_line;
    PrinterProfile m_profile;
};

void TestEscPosPrinter::init()
{
    m_line.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_peer = std::make_unique<peer::SimulatedPrinter>(576, m_folder->path());
    m_line = std::make_unique<peer::TcpLine>(*m_peer);
    QVERIFY(m_line->listen(0));
    m_profile = {};
    m_profile.line.host = QStringLiteral("127.0.0.1");
    m_profile.line.port = m_line->port();
}

void TestEscPosPrinter::aSlipThatCameOutIsConfirmed()
{
    QSignalSpy printed(m_peer.get(), &peer::SimulatedPrinter::slipPrinted);
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(printed.size(), 1);
    QCOMPARE(files(), QStringList({QStringLiteral("receipt-0001.bin"), QStringLiteral("receipt-0001.png")}));
    const QImage picture(m_folder->filePath(QStringLiteral("receipt-0001.png")));
    QCOMPARE(picture.width(), 576);
    QVERIFY(picture.height() > 600);
    QFile bytes(m_folder->filePath(QStringLiteral("receipt-0001.bin")));
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QCOMPARE(bytes.readAll(), EscPosEncoder(m_profile).encode(slip()));
}

void TestEscPosPrinter::theSlipIsNeverBrokenByThePrinterItself()
{
    for (const int dots : {384, 576}) {
        m_profile.dots = dots;
        int overflows = 0;
        QStringList unknown;
        peer::EscPosReader reader(dots, {[](int) {}, [](int) {}, [] {}, [](const QByteArray &) {}});
        reader.feed(EscPosEncoder(m_profile).encode(slip()));
        overflows = reader.paper().overflows();
        QCOMPARE(overflows, 0);
        QCOMPARE(reader.unknown(), QStringList());
    }
}

void TestEscPosPrinter::aPrinterThatCannotPrintGetsNotOneByte_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("paper out") << QStringLiteral("paper-out") << ErrorCode::PrinterPaperOut;
    QTest::newRow("cover open") << QStringLiteral("cover-open") << ErrorCode::PrinterCoverOpen;
    QTest::newRow("offline") << QStringLiteral("offline") << ErrorCode::PrinterOffline;
    QTest::newRow("fault") << QStringLiteral("fault") << ErrorCode::PrinterFault;
}

void TestEscPosPrinter::aPrinterThatCannotPrintGetsNotOneByte()
{
    QFETCH(QString, state);
    QFETCH(ErrorCode, code);
    QVERIFY(m_peer->obey(state));
    const auto proof = print(slip());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, code);
    QVERIFY(m_peer->obey(QStringLiteral("ok")));
    QCOMPARE(files(), QStringList());
    // Once it is well again, the slip comes out once.
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(m_peer->slips(), 1);
}

void TestEscPosPrinter::aMutePrinterPrintsUnconfirmed_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("known to be mute") << true;
    QTest::newRow("found to be mute") << false;
}

void TestEscPosPrinter::aMutePrinterPrintsUnconfirmed()
{
    QFETCH(bool, known);
    m_profile.answers = !known;
    QVERIFY(m_peer->obey(QStringLiteral("mute")));
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Unconfirmed));
    QTRY_COMPARE(m_peer->slips(), 1);
}

void TestEscPosPrinter::aLineThatBreaksInTheJobIsUnconfirmed()
{
    QVERIFY(m_peer->obey(QStringLiteral("cut-off-after 300")));
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Unconfirmed));
    QTRY_COMPARE(m_peer->slips(), 1); // half a slip, and never a second one by itself
}

void TestEscPosPrinter::paperThatEndsInTheJobIsUnconfirmed()
{
    QVERIFY(m_peer->obey(QStringLiteral("paper-out-after 300")));
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Unconfirmed));
    const auto again = print(slip());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::PrinterPaperOut);
}

void TestEscPosPrinter::aPrinterThatHoldsTheJobIsUnconfirmed()
{
    QVERIFY(m_peer->obey(QStringLiteral("hold")));
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Unconfirmed));
    QCOMPARE(m_peer->slips(), 0);
}

void TestEscPosPrinter::aPrinterThatIsNotThereIsUnreachable()
{
    m_line.reset();
    const auto proof = print(slip());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DeviceUnreachable);
}

void TestEscPosPrinter::aStopBeforeTheJobSendsNothing()
{
    const auto proof = print(slip(), ScriptedStop(1));
    QVERIFY(!proof);
    QVERIFY(proof.error().code == ErrorCode::DeviceStopped ||
            proof.error().code == ErrorCode::DeviceUnreachable);
    QCOMPARE(m_peer->slips(), 0);
}

void TestEscPosPrinter::aStopInTheJobIsUnconfirmed()
{
    QVERIFY(m_peer->obey(QStringLiteral("hold")));
    QElapsedTimer time;
    time.start();
    EscPosPrinter printer(m_profile, {500ms, 200ms, 3000ms, 15000ms});
    const ScriptedStop stop(20);
    QCOMPARE(run([&] { return printer.print(slip(), stop); }), Result<PrintProof>(PrintProof::Unconfirmed));
    QVERIFY(time.elapsed() < 10000);
}

void TestEscPosPrinter::twoSlipsAreTwoFiles()
{
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(files().size(), 4);
}

void TestEscPosPrinter::theLampFollowsThePrinter_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("lamp");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *state, DeviceLamp lamp, const char *code) {
        QTest::newRow(state) << QString::fromLatin1(state) << int(lamp) << QString::fromLatin1(code);
    };
    row("ok", DeviceLamp::Ready, "");
    row("near-end", DeviceLamp::Attention, "");
    row("paper-out", DeviceLamp::Broken, "V042");
    row("cover-open", DeviceLamp::Broken, "V041");
    row("offline", DeviceLamp::Broken, "V040");
    row("fault", DeviceLamp::Broken, "V043");
    row("mute", DeviceLamp::Unknown, "");
}

void TestEscPosPrinter::theLampFollowsThePrinter()
{
    QFETCH(QString, state);
    QVERIFY(m_peer->obey(state));
    EscPosPrinter printer(m_profile, quick);
    const DeviceCondition condition = run([&] { return printer.condition(ScriptedStop()); });
    QTEST(int(condition.lamp), "lamp");
    QTEST(condition.code, "code");
    QCOMPARE(m_peer->slips(), 0);
}

void TestEscPosPrinter::aPrinterOnASerialLineConfirms()
{
    peer::PtyLine pty(*m_peer);
    const QString link = m_folder->filePath(QStringLiteral("tty"));
    QVERIFY(pty.open(link));
    m_profile.line = {LineAddress::Kind::Serial, {}, 0, link, 115200, false};
    QCOMPARE(print(slip()), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(m_peer->slips(), 1);
}

QTEST_MAIN(TestEscPosPrinter)
#include "tst_escposprinter.moc"
