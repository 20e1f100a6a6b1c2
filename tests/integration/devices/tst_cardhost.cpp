#include "Places.h"
#include "devices/DeviceFrames.h"
#include "devices/DeviceHost.h"
#include "peers/idreader/SimulatedReader.h"
#include "peers/printer/SimulatedPrinter.h"
#include "peers/support/PeerLines.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace yichuang;
using namespace std::chrono_literals;

namespace {

const QString &hostProgram()
{
    static const QString path = QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang-devicehost");
    return path;
}

const QString &plugins()
{
    static const QString path = QStringLiteral(YICHUANG_BINARY_DIR "/plugins");
    return path;
}

DeviceConfiguration deviceAt(const char *plugin, int port)
{
    return {QStringLiteral("device"), QStringLiteral("设备"), QLatin1String(plugin),
            QJsonObject{{QStringLiteral("line"), QStringLiteral("tcp")},
                        {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                        {QStringLiteral("port"), port}}};
}

ReceiptPage slip()
{
    const ReceiptLine line{
        ReceiptLine::Kind::Text, QStringLiteral("受理回执（示例）"), {}, ReceiptLine::Align::Left, 1, false};
    return {{line}, true};
}

template <typename T>
bool isDone(const Pending<T> &pending, std::chrono::milliseconds within = 10s)
{
    return QTest::qWaitFor([&] { return pending.isFinished(); }, int(within.count()));
}

// What the call failed with; nothing where it did not.
template <typename T>
std::optional<ErrorCode> failure(const Pending<T> &pending)
{
    return pending.resultCount() == 0 || pending.result() ? std::nullopt
                                                          : std::optional(pending.result().error().code);
}

// Tells how much has arrived.
class CountingPrinter : public peer::SimulatedPrinter
{
public:
    using SimulatedPrinter::SimulatedPrinter;
    void receive(const QByteArray &bytes) override
    {
        m_received += bytes.size();
        SimulatedPrinter::receive(bytes);
    }
    qsizetype received() const { return m_received; }

private:
    qsizetype m_received = 0;
};

bool isAlive(qint64 process)
{
    return ::kill(pid_t(process), 0) == 0;
}

} // namespace

class TestCardHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCardIsReadThroughTheHost();
    void aReadersErrorKeepsItsCode();
    void theLampNamesTheModule();
    void aKilledHostEndsItsCallAndReadsAgainWithinTwoSeconds();
    void aCancelledCallStopsAndTheNextOneRuns();
    void destructionEndsTheProcessAndItsCalls();
    void aHostEndsWhenItsClientIsGone();
    void noPersonIsInTheHostsLog();
    void aDriverThatHangsIsEndedAndStartedAgain();
    void theNinthCallFindsTheDeviceBusy();
    void aPrintWhoseHostIsKilledIsUnconfirmedAndNotRepeated();

private:
    std::unique_ptr<DeviceHost> host() const
    {
        return std::make_unique<DeviceHost>(deviceAt("idcard-sdt", m_line->port()),
                                            DeviceHostPrograms{hostProgram(), plugins()});
    }
    // True once the host looks for a card.
    bool isLooking() const
    {
        QSignalSpy asked(m_reader.get(), &peer::SimulatedReader::asked);
        return QTest::qWaitFor(
            [&] { return !asked.isEmpty() && asked.last().first().value<quint8>() == 0x20; }, 5000);
    }

    std::unique_ptr<peer::SimulatedReader> m_reader;
    std::unique_ptr<peer::TcpLine> m_line;
};

void TestCardHost::init()
{
    m_line.reset();
    m_reader = std::make_unique<peer::SimulatedReader>();
    m_line = std::make_unique<peer::TcpLine>(*m_reader);
    QVERIFY(m_line->listen(0));
}

void TestCardHost::aCardIsReadThroughTheHost()
{
    const auto device = host();
    const auto reading = device->readCard();
    QVERIFY(isLooking());
    QVERIFY(m_reader->obey(QStringLiteral("place foreign")));
    QVERIFY(isDone(reading));
    QVERIFY(reading.result());
    const IdCard card = *reading.result();
    QCOMPARE(card.kind, IdCardKind::Foreign2023);
    QCOMPARE(card.englishName, QStringLiteral("VAN DER EXAMPLEBERG-VOORBEELD, JOHANNES SAMPLE"));
    QCOMPARE(card.photo, peer::cardNamed(QStringLiteral("foreign"))->photo);
    QCOMPARE(device->kind(), std::optional(DeviceKind::IdCardReader));
}

void TestCardHost::aReadersErrorKeepsItsCode()
{
    QVERIFY(m_reader->obey(QStringLiteral("fault selffail")));
    const auto device = host();
    const auto reading = device->readCard();
    QVERIFY(isDone(reading));
    QCOMPARE(failure(reading), std::optional(ErrorCode::ReaderSelfTestFailed));
}

void TestCardHost::theLampNamesTheModule()
{
    const auto device = host();
    const auto asking = device->ask();
    QVERIFY(isDone(asking));
    QTRY_COMPARE(device->condition().lamp, DeviceLamp::Ready);
    QCOMPARE(device->condition().detail, QStringLiteral("SAM 05.01-20160715-0001234567-0000000089"));
}

void TestCardHost::aKilledHostEndsItsCallAndReadsAgainWithinTwoSeconds()
{
    const auto device = host();
    const auto running = device->readCard();
    const auto waiting = device->readCard();
    QVERIFY(isLooking());
    const qint64 before = device->processId();
    QVERIFY(before > 0);
    QElapsedTimer time;
    time.start();
    QCOMPARE(::kill(pid_t(before), SIGKILL), 0);
    QVERIFY(m_reader->obey(QStringLiteral("place luo")));
    QVERIFY(isDone(running));
    QCOMPARE(failure(running), std::optional(ErrorCode::DeviceHostDied));
    QVERIFY(isDone(waiting));
    qInfo("reads again after %lld ms", time.elapsed());
    QVERIFY(time.elapsed() < 2000);
    QVERIFY(waiting.result());
    QCOMPARE(waiting.result()->name, QStringLiteral("罗晓芬"));
    QVERIFY(device->processId() != before);
}

void TestCardHost::aCancelledCallStopsAndTheNextOneRuns()
{
    const auto device = host();
    auto reading = device->readCard();
    QVERIFY(isLooking());
    const qint64 before = device->processId();
    const auto asking = device->ask();
    reading.cancel();
    QVERIFY(isDone(asking, 1500ms));
    QVERIFY(asking.result());
    QCOMPARE(asking.result()->lamp, DeviceLamp::Ready);
    QCOMPARE(device->processId(), before);
    QVERIFY(reading.isCanceled());
}

void TestCardHost::destructionEndsTheProcessAndItsCalls()
{
    auto device = host();
    const auto running = device->readCard();
    const auto waiting = device->readCard();
    QVERIFY(isLooking());
    const qint64 process = device->processId();
    QVERIFY(isAlive(process));
    device.reset();
    QVERIFY(!isAlive(process));
    QVERIFY(running.isFinished() && running.isCanceled());
    QVERIFY(waiting.isFinished() && waiting.isCanceled());
}

void TestCardHost::aHostEndsWhenItsClientIsGone()
{
    QProcess process;
    process.start(hostProgram(),
                  {QStringLiteral("--plugins"), QStringLiteral(YICHUANG_BINARY_DIR "/tests/plugins"),
                   QStringLiteral("--plugin"), QStringLiteral("hung")});
    QVERIFY(process.waitForReadyRead(5000));
    process.write(toFrame({{{QStringLiteral("do"), QStringLiteral("open")}, {QStringLiteral("id"), 0}}, {}}));
    QVERIFY(process.waitForReadyRead(5000));
    // Even where its driver hangs.
    process.write(
        toFrame({{{QStringLiteral("do"), QStringLiteral("read-card")}, {QStringLiteral("id"), 1}}, {}}));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(2000));
}

void TestCardHost::noPersonIsInTheHostsLog()
{
    QVERIFY(m_reader->obey(QStringLiteral("place luo")));
    QProcess process;
    process.start(hostProgram(), {QStringLiteral("--plugins"), plugins(), QStringLiteral("--plugin"),
                                  QStringLiteral("idcard-sdt")});
    const QJsonObject settings = deviceAt("idcard-sdt", m_line->port()).settings;
    process.write(toFrame({{{QStringLiteral("do"), QStringLiteral("open")},
                            {QStringLiteral("id"), 0},
                            {QStringLiteral("settings"), settings}},
                           {}}));
    process.write(
        toFrame({{{QStringLiteral("do"), QStringLiteral("read-card")}, {QStringLiteral("id"), 1}}, {}}));
    const QByteArray name = QStringLiteral("罗晓芬").toUtf8();
    QByteArray output;
    QVERIFY(QTest::qWaitFor(
        [&] {
            output += process.readAllStandardOutput();
            return output.contains(name);
        },
        5000));
    process.closeWriteChannel();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    const QByteArray log = process.readAllStandardError();
    QVERIFY(!log.contains(name));
    QVERIFY(!log.contains("430407198601282043"));
}

void TestCardHost::aDriverThatHangsIsEndedAndStartedAgain()
{
    DevicePatience patience;
    patience.silence = 600ms;
    DeviceHost device({QStringLiteral("hung"), QStringLiteral("卡死"), QStringLiteral("hung"), {}},
                      {hostProgram(), QStringLiteral(YICHUANG_BINARY_DIR "/tests/plugins")}, patience);
    const auto first = device.ask();
    QVERIFY(isDone(first));
    const qint64 before = device.processId();
    const auto reading = device.readCard();
    const auto asking = device.ask();
    QVERIFY(isDone(reading));
    QCOMPARE(failure(reading), std::optional(ErrorCode::DeviceHung));
    QCOMPARE(device.condition().lamp, DeviceLamp::Attention);
    QVERIFY(isDone(asking));
    QVERIFY(asking.result());
    QVERIFY(device.processId() != before);
    QVERIFY(!isAlive(before));
}

void TestCardHost::theNinthCallFindsTheDeviceBusy()
{
    const auto device = host();
    QList<Pending<IdCard>> calls;
    for (int count = 0; count < 9; ++count)
        calls << device->readCard();
    QVERIFY(isDone(calls.last()));
    QCOMPARE(failure(calls.last()), std::optional(ErrorCode::DeviceBusy));
    for (int call = 0; call < 8; ++call)
        QVERIFY(!calls.at(call).isFinished());
}

void TestCardHost::aPrintWhoseHostIsKilledIsUnconfirmedAndNotRepeated()
{
    const QTemporaryDir folder;
    CountingPrinter printer(576, folder.path());
    peer::TcpLine line(printer);
    QVERIFY(line.listen(0));
    QVERIFY(printer.obey(QStringLiteral("hold")));
    DeviceHost device(deviceAt("printer-escpos", line.port()), {hostProgram(), plugins()});
    const auto printing = device.print(slip());
    // Four questions of three bytes come before the job, which the printer then holds without a proof.
    QTRY_VERIFY(printer.received() > 12);
    QCOMPARE(::kill(pid_t(device.processId()), SIGKILL), 0);
    QVERIFY(isDone(printing));
    QCOMPARE(printing.result(), Result<PrintProof>(PrintProof::Unconfirmed));
    // The host that took its place prints what it is asked for, and nothing else.
    QVERIFY(printer.obey(QStringLiteral("ok")));
    QCOMPARE(printer.slips(), 1);
    const auto next = device.print(slip());
    QVERIFY(isDone(next));
    QCOMPARE(next.result(), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(printer.slips(), 2);
}

QTEST_MAIN(TestCardHost)
#include "tst_cardhost.moc"
