#include "devices/DeviceLine.h"
#include "support/ScriptedStop.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <pty.h>
#include <unistd.h>

#include <array>
#include <memory>

using namespace yichuang;
using namespace std::chrono_literals;

namespace {

LineAddress tcp(int port)
{
    return {LineAddress::Kind::Tcp, QStringLiteral("127.0.0.1"), port, {}, 0, false};
}

} // namespace

class TestDeviceLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bytesGoBothWaysOverTcp();
    void silenceEndsAtItsTime();
    void aStopIsSeenWhileTheDeviceIsSilent();
    void aClosedLineIsBroken();
    void writingToAClosedLineEndsNoProcess();
    void aPortThatNobodyListensOnIsUnreachable();
    void aPathThatIsNotThereIsUnreachable();
    void bytesGoBothWaysOverASerialLineUnchanged();
    void aSerialLineIsOpenedOnce();
    void whatWasNotReadCanBeThrownAway();

private:
    Result<DeviceLine> open() { return DeviceLine::open(tcp(m_server->serverPort()), 1s, m_never); }
    std::unique_ptr<QTcpSocket> accept()
    {
        return std::unique_ptr<QTcpSocket>(
            m_server->waitForNewConnection(1000) ? m_server->nextPendingConnection() : nullptr);
    }

    std::unique_ptr<QTcpServer> m_server;
    ScriptedStop m_never;
};

void TestDeviceLine::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestDeviceLine::bytesGoBothWaysOverTcp()
{
    auto line = open();
    const auto peer = accept();
    QVERIFY(line && peer);
    QCOMPARE(line->write("abc", 1s, m_never), 3);
    QVERIFY(peer->waitForReadyRead(1000));
    QCOMPARE(peer->readAll(), QByteArray("abc"));
    peer->write("xyz");
    QVERIFY(peer->waitForBytesWritten(1000));
    QCOMPARE(line->read(2, 1s, m_never), QByteArray("xy"));
    QCOMPARE(line->read(2, 1s, m_never), QByteArray("z"));
}

void TestDeviceLine::silenceEndsAtItsTime()
{
    auto line = open();
    QElapsedTimer time;
    time.start();
    QCOMPARE(line->read(1, 150ms, m_never), QByteArray());
    QVERIFY(time.elapsed() >= 140);
    QVERIFY(!line->isBroken());
}

void TestDeviceLine::aStopIsSeenWhileTheDeviceIsSilent()
{
    auto line = open();
    QElapsedTimer time;
    time.start();
    QCOMPARE(line->read(1, 30s, ScriptedStop(3)), QByteArray());
    QVERIFY2(time.elapsed() < 5000, "a stop is asked for at least every 200 ms");
}

void TestDeviceLine::aClosedLineIsBroken()
{
    auto line = open();
    accept().reset();
    QCOMPARE(line->read(1, 1s, m_never), QByteArray());
    QVERIFY(line->isBroken());
}

void TestDeviceLine::writingToAClosedLineEndsNoProcess()
{
    auto line = open();
    accept().reset();
    const QByteArray much(1 << 16, 'a');
    for (int i = 0; i < 100 && !line->isBroken(); ++i)
        line->write(much, 100ms, m_never);
    QVERIFY(line->isBroken());
}

void TestDeviceLine::aPortThatNobodyListensOnIsUnreachable()
{
    m_server->close();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const int port = other.serverPort();
    other.close();
    const auto line = DeviceLine::open(tcp(port), 1s, m_never);
    QVERIFY(!line);
    QCOMPARE(line.error().code, ErrorCode::DeviceUnreachable);
}

void TestDeviceLine::aPathThatIsNotThereIsUnreachable()
{
    const LineAddress address{LineAddress::Kind::File, {}, 0, QStringLiteral("/dev/usb/none"), 0, false};
    const auto line = DeviceLine::open(address, 1s, m_never);
    QVERIFY(!line);
    QCOMPARE(line.error().code, ErrorCode::DeviceUnreachable);
}

void TestDeviceLine::bytesGoBothWaysOverASerialLineUnchanged()
{
    int master = -1;
    int slave = -1;
    std::array<char, 128> name{};
    QCOMPARE(::openpty(&master, &slave, name.data(), nullptr, nullptr), 0);
    auto line = DeviceLine::open(
        {LineAddress::Kind::Serial, {}, 0, QString::fromLatin1(name.data()), 9600, false}, 1s, m_never);
    QVERIFY(line);
    const QByteArray awkward = QByteArray::fromHex("0a0d0304111300ff");
    QCOMPARE(line->write(awkward, 1s, m_never), awkward.size());
    std::array<char, 64> got{};
    QCOMPARE(::read(master, got.data(), got.size()), ssize_t(awkward.size()));
    QCOMPARE(QByteArray(got.data(), awkward.size()), awkward);
    QCOMPARE(::write(master, awkward.constData(), size_t(awkward.size())), ssize_t(awkward.size()));
    QCOMPARE(line->read(64, 1s, m_never), awkward);
    ::close(slave);
    ::close(master);
}

void TestDeviceLine::aSerialLineIsOpenedOnce()
{
    int master = -1;
    int slave = -1;
    std::array<char, 128> name{};
    QCOMPARE(::openpty(&master, &slave, name.data(), nullptr, nullptr), 0);
    const LineAddress address{LineAddress::Kind::Serial,        {},   0,
                              QString::fromLatin1(name.data()), 9600, false};
    const auto first = DeviceLine::open(address, 1s, m_never);
    QVERIFY(first);
    QVERIFY(!DeviceLine::open(address, 1s, m_never));
    ::close(slave);
    ::close(master);
}

void TestDeviceLine::whatWasNotReadCanBeThrownAway()
{
    auto line = open();
    const auto peer = accept();
    peer->write("stale");
    QVERIFY(peer->waitForBytesWritten(1000));
    QCOMPARE(line->read(1, 1s, m_never), QByteArray("s"));
    line->discard();
    QCOMPARE(line->read(1, 50ms, m_never), QByteArray());
}

QTEST_GUILESS_MAIN(TestDeviceLine)
#include "tst_deviceline.moc"
