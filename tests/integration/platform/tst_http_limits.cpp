#include "RawClient.h"
#include "RunningServer.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>
#include <vector>

using namespace yichuang;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &path = "/healthz")
{
    return "GET " + path + " HTTP/1.1\r\nHost: p\r\n\r\n";
}

QByteArray post(const QByteArray &path, qsizetype length, const QByteArray &more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: p\r\nContent-Length: " + QByteArray::number(length) + "\r\n" +
           more + "\r\n";
}

// Keeps every request until it is told to answer.
class HoldingService
{
public:
    HttpServer::Handler handler()
    {
        return [this](const ApiRequest &request, const HttpServer::Answer &answer) {
            const std::lock_guard lock(m_mutex);
            if (request.lane == Lane::Interactive)
                return answer({200, "text/plain", "now", {}, 0, 0});
            m_held.push_back(answer);
        };
    }
    size_t held()
    {
        const std::lock_guard lock(m_mutex);
        return m_held.size();
    }
    void answerAll()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &answer : m_held)
            answer({200, "text/plain", "late", {}, 0, 0});
        m_held.clear();
    }

private:
    std::mutex m_mutex;
    std::vector<HttpServer::Answer> m_held;
};

} // namespace

// Each limit on a request: its status or close, its count, and that the next station notices nothing.
class TestLimits : public QObject
{
    Q_OBJECT

private:
    static void anotherIsServed(const RunningServer &server)
    {
        RawClient client(server.port());
        QVERIFY(client.send(get()));
        QCOMPARE(client.status(), 200);
    }

private Q_SLOTS:
    void wholeRequestsAreAnsweredOneAfterTheOther()
    {
        RunningServer server;
        RawClient client(server.port());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.send(post("/v1/events", 5) + "hello"));
            QVERIFY(client.reply().endsWith("POST 5"));
        }
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RunningServer server;
        RawClient client(server.port());
        QByteArray all;
        for (int i = 0; i < 50; ++i)
            all += post("/v1/events", i) + QByteArray(i, 'x');
        QVERIFY(client.send(all));
        for (int i = 0; i < 50; ++i)
            QVERIFY(client.reply().endsWith("POST " + QByteArray::number(i)));
    }

    void whatIsRefusedAtSight_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("limit");
        const auto row = [](const char *name, const QByteArray &bytes, int status, const char *limit) {
            QTest::newRow(name) << bytes << status << QByteArray(limit);
        };
        row("no HTTP", "\x16\x03\x01 hello\r\n\r\n", 400, "malformed");
        row("no version", "GET /\r\n\r\n", 400, "malformed");
        row("length is no number", "POST /v1/events HTTP/1.1\r\nContent-Length: 1x\r\n\r\n", 400,
            "malformed");
        row("negative length", "POST /v1/events HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400, "malformed");
        row("two lengths", "POST /v1/events HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
            400, "malformed");
        row("length and chunks",
            "POST /v1/events HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400, "malformed");
        row("unknown coding", "POST /v1/events HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400,
            "malformed");
        row("wrong chunk", "POST /v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400,
            "malformed");
        row("header too large", "GET /healthz HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n", 431,
            "header-bytes");
        row("endless header", "GET /" + QByteArray(20'000, 'x'), 431, "header-bytes");
        row("unknown method", "BREW /v1/status HTTP/1.1\r\n\r\n", 405, "method");
        row("another's method", "DELETE /v1/status HTTP/1.1\r\n\r\n", 405, "method");
        row("a small path's large body", post("/v1/blobs/known", 200'000), 413, "body-bytes");
        row("an unknown path's large body", post("/nowhere", 200'000), 413, "body-bytes");
        row("push too large", post("/v1/events", 2'000'000), 413, "body-bytes");
        row("absurd length", "POST /v1/events HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\n", 413,
            "body-bytes");
        row("chunks too large", "POST /v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n",
            413, "body-bytes");
        row("expects what nobody knows", post("/v1/events", 1, "Expect: wonders\r\n"), 417, "malformed");
    }
    void whatIsRefusedAtSight()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, limit);
        RunningServer server;
        RawClient client(server.port());
        QVERIFY(client.send(bytes));
        QTEST(client.status(), "status");
        QVERIFY(client.ends());
        QCOMPARE(server.limited(limit), 1.0);
        anotherIsServed(server);
    }

    // The refusal is read although the sender goes on sending for a while.
    void aRefusedSenderCanReadWhy()
    {
        RunningServer server;
        RawClient client(server.port());
        QVERIFY(client.send(post("/v1/events", 6'000'000)));
        client.send(QByteArray(6'000'000, 'x'));
        QCOMPARE(client.status(), 413);
    }

    void aLimitThatIsReachedExactlyIsKept()
    {
        RunningServer server;
        RawClient client(server.port());
        const HttpLimits limits;
        QVERIFY(client.send(post("/v1/events", limits.pushBytes) + QByteArray(limits.pushBytes, 'x')));
        QCOMPARE(client.status(), 200);
        const QByteArray piece =
            "PATCH /v1/blobs/uploads/a HTTP/1.1\r\nContent-Length: " + QByteArray::number(limits.pieceBytes) +
            "\r\n\r\n";
        QVERIFY(client.send(piece + QByteArray(limits.pieceBytes, 'x')));
        QCOMPARE(client.status(), 200);
    }

    void chunksAreABodyToo()
    {
        RunningServer server;
        RawClient client(server.port());
        QVERIFY(client.send("POST /v1/events HTTP/1.1\r\nTransfer-Encoding: "
                            "chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"));
        QVERIFY(client.reply().endsWith("POST 7"));
    }

    void whoAsksMayGoOn()
    {
        RunningServer server;
        RawClient client(server.port());
        QVERIFY(client.send(post("/v1/events", 3, "Expect: 100-continue\r\n")));
        QCOMPARE(client.status(), 100);
        QVERIFY(client.send("abc"));
        QVERIFY(client.reply().endsWith("POST 3"));
        QVERIFY(client.send(post("/v1/events", 9'000'000, "Expect: 100-continue\r\n")));
        QCOMPARE(client.status(), 413); // and never 'go on'
    }

    void headGetsNoBody()
    {
        RunningServer server;
        RawClient client(server.port());
        QVERIFY(client.send("HEAD /v1/blobs/uploads/a HTTP/1.1\r\nConnection: close\r\n\r\n"));
        const QByteArray all = client.everything();
        QVERIFY(all.startsWith("HTTP/1.1 200"));
        QVERIFY(all.endsWith("\r\n\r\n"));
    }

    void aSlowHeaderIsEnded()
    {
        HttpSetup setup;
        setup.limits.headerTime = 300ms;
        RunningServer server(setup);
        RawClient silent(server.port());
        RawClient slow(server.port());
        QVERIFY(slow.send("GET /healthz HT"));
        QCOMPARE(slow.status(), 408);
        QVERIFY(silent.ends());
        QCOMPARE(server.limited("header-time"), 2.0);
        anotherIsServed(server);
    }

    void anIdleLineIsEnded()
    {
        HttpSetup setup;
        setup.limits.idleTime = 300ms;
        RunningServer server(setup);
        RawClient client(server.port());
        QVERIFY(client.send(get()));
        QCOMPARE(client.status(), 200);
        QVERIFY(client.ends());
        QCOMPARE(server.limited("idle-time"), 1.0);
    }

    void aBodyThatDripsIsCutAndAThinOneIsNot()
    {
        HttpSetup setup;
        setup.limits.grace = 400ms;
        setup.limits.floorRate = 20'000;
        RunningServer server(setup);
        RawClient dripping(server.port());
        RawClient thin(server.port());
        QVERIFY(dripping.send(post("/v1/events", 60'000) + "a"));
        QVERIFY(thin.send(post("/v1/events", 60'000)));
        // Half as fast again as the floor, and long beyond the grace.
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 60; ++i) {
            QVERIFY(thin.send(QByteArray(1000, 'x')));
            if (i % 3 == 0)
                dripping.send("b");
            QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > i * 33, 1000);
        }
        QVERIFY(thin.reply().endsWith("POST 60000"));
        QVERIFY(clock.elapsed() > 1500);
        QCOMPARE(dripping.status(), 408);
        QCOMPARE(server.limited("body-rate"), 1.0);
    }

    void aReaderWhoDoesNotReadIsCut()
    {
        HttpSetup setup;
        setup.limits.grace = 300ms;
        setup.limits.floorRate = 1'000'000'000;
        RunningServer server(setup, [](const ApiRequest &, const HttpServer::Answer &answer) {
            answer({200, "text/plain", QByteArray(32 * 1024 * 1024, 'x'), {}, 0, 0});
        });
        RawClient client(server.port(), 4096);
        QVERIFY(client.send(get()));
        QTRY_COMPARE(server.limited("write-rate"), 1.0);
    }

    void connectionsHaveALimit()
    {
        HttpSetup setup;
        setup.limits.connections = 3;
        RunningServer server(setup);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->send(get()));
            QCOMPARE(clients.back()->status(), 200);
        }
        RawClient fourth(server.port());
        const QByteArray reply = fourth.reply();
        QVERIFY(reply.startsWith("HTTP/1.1 503"));
        QVERIFY(reply.contains("Retry-After: "));
        QCOMPARE(server.limited("connections"), 1.0);
        QVERIFY(clients.front()->send(get()));
        QCOMPARE(clients.front()->status(), 200);
    }

    void oneAddressHasALimitAndAProxyHasNot()
    {
        HttpSetup setup;
        setup.limits.addressConnections = 1;
        for (const bool isProxy : {false, true}) {
            if (isProxy)
                setup.limits.proxies = {"127.0.0.1"};
            setup.metrics = std::make_shared<Metrics>();
            RunningServer server(setup);
            RawClient first(server.port());
            QVERIFY(first.send(get()));
            QCOMPARE(first.status(), 200);
            RawClient second(server.port());
            QVERIFY(second.send(get()));
            QCOMPARE(second.status(), isProxy ? 200 : 429);
            QCOMPARE(server.limited("address-connections"), isProxy ? 0.0 : 1.0);
        }
    }

    void aConnectionHasItsRequests()
    {
        HttpSetup setup;
        setup.limits.requestsOfConnection = 2;
        RunningServer server(setup);
        RawClient client(server.port());
        QVERIFY(client.send(get() + get()));
        QVERIFY(!client.reply().contains("Connection: close"));
        QVERIFY(client.reply().contains("Connection: close"));
        QVERIFY(client.ends());
    }

    // Bodies that have no room are not read, and not refused.
    void bodiesWaitForMemory()
    {
        HttpSetup setup;
        setup.limits.budgetBytes = 1'000'000;
        HoldingService service;
        RunningServer server(setup, service.handler());
        const QByteArray push = post("/v1/events", 400'000) + QByteArray(400'000, 'x');
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 4; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->send(push.left(400)));
        }
        std::vector<std::thread> senders;
        for (const auto &client : clients)
            senders.emplace_back([&client, &push] { client->send(push.mid(400)); });
        QTRY_COMPARE(service.held(), 2U);
        anotherIsServed(server); // whose request has no body
        service.answerAll();
        QTRY_COMPARE(service.held(), 2U);
        service.answerAll();
        for (std::thread &sender : senders)
            sender.join();
        for (const auto &client : clients)
            QCOMPARE(client->status(), 200);
    }

    void aBodyThatNeverFindsRoomIsTold()
    {
        HttpSetup setup;
        setup.limits.budgetBytes = 1000;
        setup.limits.budgetWait = 300ms;
        HoldingService service;
        RunningServer server(setup, service.handler());
        RawClient first(server.port());
        QVERIFY(first.send(post("/v1/events", 900) + QByteArray(900, 'x')));
        QTRY_COMPARE(service.held(), 1U);
        RawClient second(server.port());
        QVERIFY(second.send(post("/v1/events", 900)));
        const QByteArray reply = second.reply();
        QVERIFY(reply.startsWith("HTTP/1.1 503"));
        QVERIFY(reply.contains("Retry-After: "));
        QCOMPARE(server.limited("budget-time"), 1.0);
        service.answerAll();
        QCOMPARE(first.status(), 200);
    }

    void backlogWaitsAndClerksDoNot()
    {
        HttpSetup setup;
        setup.lanes[static_cast<size_t>(Lane::Pushes)] = {1, 0, 1};
        HoldingService service;
        RunningServer server(setup, service.handler());
        const QByteArray push = post("/v1/events", 1) + "x";
        RawClient first(server.port());
        RawClient second(server.port());
        RawClient third(server.port());
        QVERIFY(first.send(push));
        QTRY_COMPARE(service.held(), 1U);
        QVERIFY(second.send(push));
        QVERIFY(third.send(push));
        // One of the two waits, the other one is told.
        QTRY_COMPARE(server.limited("queue"), 1.0);
        anotherIsServed(server);
        service.answerAll();
        QTRY_COMPARE(service.held(), 1U);
        service.answerAll();
        QCOMPARE(first.status(), 200);
        const QByteArray second_ = second.reply();
        const QByteArray third_ = third.reply();
        const QByteArray told = second_.startsWith("HTTP/1.1 503") ? second_ : third_;
        QVERIFY(told.startsWith("HTTP/1.1 503"));
        const qsizetype at = told.indexOf("Retry-After: ");
        QVERIFY(at > 0);
        const int seconds = told.mid(at + 13).split('\r').first().toInt();
        QVERIFY(seconds >= 5 && seconds <= 30);
    }

    void aServiceThatForgetsOrHangsIsAnswered()
    {
        HttpSetup setup;
        setup.limits.answerTime = 300ms;
        HoldingService service;
        RunningServer server(setup, service.handler());
        RawClient client(server.port());
        QVERIFY(client.send(post("/v1/events", 1) + "x"));
        QCOMPARE(client.status(), 503);
        QCOMPARE(server.limited("answer-time"), 1.0);
        service.answerAll(); // too late, and harmless

        RunningServer forgetful({}, [](const ApiRequest &, const HttpServer::Answer &) {});
        RawClient other(forgetful.port());
        QVERIFY(other.send(get()));
        QCOMPARE(other.status(), 503);
    }

    // Nobody gets half a reply, and who has asked is answered.
    void stoppingEndsWhatIsUnderWay()
    {
        HoldingService service;
        RunningServer server({}, service.handler());
        RawClient idle(server.port());
        RawClient asked(server.port());
        RawClient half(server.port());
        QVERIFY(idle.send(get()));
        QCOMPARE(idle.status(), 200);
        QVERIFY(asked.send(post("/v1/events", 1) + "x"));
        QVERIFY(half.send(post("/v1/events", 2) + "x"));
        QTRY_COMPARE(service.held(), 1U);
        server.server.stop();
        QVERIFY(idle.ends());
        QTRY_VERIFY(!RawClient(server.port()).isConnected());
        QVERIFY(half.send("y"));
        QTRY_COMPARE(service.held(), 2U);
        service.answerAll();
        for (RawClient *client : {&asked, &half}) {
            const QByteArray reply = client->reply();
            QVERIFY(reply.startsWith("HTTP/1.1 200") && reply.contains("Connection: close"));
            QVERIFY(client->ends());
        }
    }

    void stoppingHasItsTime()
    {
        HttpSetup setup;
        setup.stopTime = 300ms;
        HoldingService service;
        RunningServer server(setup, service.handler());
        RawClient asked(server.port());
        QVERIFY(asked.send(post("/v1/events", 1) + "x"));
        QTRY_COMPARE(service.held(), 1U);
        QVERIFY(!server.stopped());
        QVERIFY(asked.ends());
    }

    void randomBytesHarmNobody()
    {
        RunningServer server;
        quint32 seed = 20261125;
        const auto next = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 8; };
        const QByteArray whole = post("/v1/events", 20, "Transfer-Encoding: x\r\nExpect: 100-continue\r\n") +
                                 QByteArray(20, 'x') + get();
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = whole;
            for (quint32 n = next() % 8; n > 0; --n)
                bytes[static_cast<qsizetype>(next() % static_cast<quint32>(bytes.size()))] =
                    static_cast<char>(next());
            RawClient client(server.port());
            client.send(bytes.left(static_cast<qsizetype>(next() % static_cast<quint32>(bytes.size()))));
        }
        anotherIsServed(server);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_http_limits.moc"
