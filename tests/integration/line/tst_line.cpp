#include "support/LineProxy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace yichuang;

namespace {

// Keeps what it gets and sends it back; or answers each request of HTTP with its own number.
class EchoServer : public QTcpServer
{
public:
    explicit EchoServer(bool counts = false)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, counts] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++closed; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, counts] {
                const QByteArray bytes = socket->readAll();
                got += bytes;
                if (!counts)
                    socket->write(bytes);
                for (qsizetype i = 0; counts && i < bytes.count("\r\n\r\n"); ++i)
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" +
                                  QByteArray::number(++answered));
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    QByteArray got;
    int closed = 0;
    int answered = 0;
};

struct Caller
{
    QTcpSocket socket;
    QByteArray got;

    explicit Caller(const LineProxy &line)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { got += socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, line.port());
    }
};

const QByteArray text(200000, 'x');

} // namespace

class tst_line : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodLineChangesNothing()
    {
        EchoServer server;
        LineProxy line(server.url());
        Caller caller(line);
        caller.socket.write(text);
        QTRY_COMPARE(caller.got.size(), text.size());
        QCOMPARE(line.passed(LineWay::Up), text.size());
        caller.socket.disconnectFromHost();
        QTRY_COMPARE(server.closed, 1);
        QCOMPARE(line.cuts(), 0);
    }

    void itCutsAtTheByte_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("bytes");
        for (int bytes : {0, 1, 1459, 1460, 65536, 65537, 199999}) {
            QTest::addRow("up %d", bytes) << 0 << bytes;
            QTest::addRow("down %d", bytes) << 1 << bytes;
        }
    }
    void itCutsAtTheByte()
    {
        QFETCH(int, way);
        QFETCH(int, bytes);
        EchoServer server;
        LineProxy line(server.url());
        line.cutAfter(static_cast<LineWay>(way), bytes);
        Caller caller(line);
        caller.socket.write(text);
        QTRY_COMPARE(server.closed, 1);
        QTRY_COMPARE(caller.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(line.passed(static_cast<LineWay>(way)), bytes);
        QCOMPARE(way == 0 ? server.got.size() : caller.got.size(), bytes);
        QCOMPARE(line.cuts(), 1);
        // Once: the next one passes.
        Caller next(line);
        next.socket.write(text);
        QTRY_COMPARE(next.got.size(), text.size());
    }

    void aStalledConnectionStands()
    {
        EchoServer server;
        LineProxy line(server.url());
        line.stallAfter(LineWay::Down, 5);
        Caller stalled(line);
        stalled.socket.write("hello world");
        QTRY_COMPARE(stalled.got, "hello");
        Caller other(line);
        other.socket.write("hello world");
        QTRY_COMPARE(other.got, "hello world");
        QCOMPARE(stalled.got, "hello");
        QCOMPARE(stalled.socket.state(), QAbstractSocket::ConnectedState);
    }

    void whatWasStalledGoesOn()
    {
        EchoServer server;
        LineProxy line(server.url());
        Caller caller(line);
        caller.socket.write("one");
        QTRY_COMPARE(caller.got, "one");
        line.setStalled(true);
        caller.socket.write("two");
        QVERIFY(caller.socket.waitForBytesWritten());
        QCOMPARE(line.passed(LineWay::Up), 3);
        line.setStalled(false);
        QTRY_COMPARE(caller.got, "onetwo");
    }

    void aLineThatIsDownTakesNobody()
    {
        EchoServer server;
        LineProxy line(server.url());
        Caller caller(line);
        caller.socket.write("one");
        QTRY_COMPARE(caller.got, "one");
        line.setUp(false);
        QTRY_COMPARE(caller.socket.state(), QAbstractSocket::UnconnectedState);
        Caller refused(line);
        QTRY_COMPARE(line.connections(), 2);
        QTRY_COMPARE(refused.socket.state(), QAbstractSocket::UnconnectedState);
        line.setUp(true);
        Caller back(line);
        back.socket.write("one");
        QTRY_COMPARE(back.got, "one");
    }

    void aSlowLineTakesItsTime()
    {
        EchoServer server;
        LineProxy line(server.url());
        line.set({std::chrono::milliseconds(50), 200000, 0, 0});
        Caller caller(line);
        QElapsedTimer timer;
        timer.start();
        caller.socket.write(text.first(100000));
        QTRY_COMPARE(caller.got.size(), 100000);
        // Half a second up, which the way down overlaps, and the delay twice.
        QVERIFY(timer.elapsed() >= 550);
    }

    void aLossyLineLosesNothingButTime()
    {
        EchoServer server;
        LineProxy line(server.url(), 7);
        line.set({std::chrono::milliseconds(0), 0, 0.3, 0});
        Caller caller(line);
        caller.socket.write(text.first(20000));
        QTRY_COMPARE_WITH_TIMEOUT(caller.got, text.first(20000), 30000);
    }

    void repliesAreSwappedDroppedAndRepeated()
    {
        EchoServer server(true);
        LineProxy line(server.url());
        QByteArray kept;
        line.setOverride(
            [&kept](const QByteArray &request, const QByteArray &reply) -> std::optional<QByteArray> {
                if (request.startsWith("GET /drop"))
                    return QByteArray();
                if (request.startsWith("GET /twice"))
                    return reply + reply;
                if (request.startsWith("GET /hold")) {
                    kept = reply;
                    return std::nullopt;
                }
                return kept;
            });
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";
        Caller caller(line);
        caller.socket.write("GET /twice HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(caller.got, head + "1" + head + "1");
        caller.socket.write("GET /drop HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(caller.socket.state(), QAbstractSocket::UnconnectedState);
        Caller next(line);
        const qint64 before = line.passed(LineWay::Down);
        next.socket.write("GET /hold HTTP/1.1\r\n\r\n");
        Caller other(line);
        QTRY_VERIFY(line.passed(LineWay::Down) > before);
        other.socket.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(other.got, head + "3");
        QVERIFY(next.got.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_line)
#include "tst_line.moc"
