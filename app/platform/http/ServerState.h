#pragma once

#include "platform/http/Asio.h"
#include "platform/http/BodyBudget.h"
#include "platform/http/HttpServer.h"
#include "platform/http/Lanes.h"

#include <atomic>
#include <map>
#include <unordered_map>

namespace yichuang {

class Connection;
struct Published;

// What the connections share: the loop, who is connected, the budget, the queue before the service, the
// figures. Everything but stop, isStopping and the published figures belongs to the loop's thread.
class ServerState : public std::enable_shared_from_this<ServerState>
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    ServerState(HttpServer::Handler handler, HttpSetup setup);
    ~ServerState();

    Result<unsigned short> listen(const QString &address, unsigned short port);
    bool run();
    void stop();
    bool isStopping() const { return m_stopping; }

    asio::io_context &context() { return m_context; }
    const HttpLimits &limits() const { return m_setup.limits; }
    BodyBudget &budget() { return m_budget; }
    static Instant now() { return std::chrono::steady_clock::now(); }

    // For a connection:
    void submit(quint64 connection, quint64 turn, ApiRequest request);
    void remove(quint64 connection, const QByteArray &address);
    QByteArray nextRequestId();
    bool isProxy(const QByteArray &address) const { return limits().proxies.contains(address); }
    void seal(const ApiRequest &request, ApiReply &reply) const;
    // When a refused one may come back: spread, so that they do not all come at once (rule 11).
    QByteArray retryAfter(bool isBacklog);

    struct Finished
    {
        const ApiRequest &request;
        const ApiReply &reply;
        std::chrono::microseconds took;
        qint64 received;
        qint64 sent;
    };
    void finished(const Finished &exchange);
    // A limit took hold: its line and its count. `request` may be null.
    void limitHit(const char *limit, const QByteArray &address, const ApiRequest *request);

private:
    void accept();
    void admit(tcp::socket socket);
    void turnAway(tcp::socket socket, const QByteArray &address, int status, const char *limit);
    static void postTo(const std::weak_ptr<ServerState> &state, std::function<void(ServerState &)> work);
    void deliver(quint64 connection, quint64 turn, ApiReply reply);
    void scheduleTick();
    void tick();
    void publish();
    void describeFigures();
    void awaitSignal();
    void signalled(int number);
    void beginStopping();
    void endIfDone();

    HttpServer::Handler m_handler;
    HttpSetup m_setup;
    asio::io_context m_context{1};
    tcp::acceptor m_acceptor{m_context};
    asio::signal_set m_signals{m_context};
    asio::steady_timer m_tick{m_context};
    asio::steady_timer m_acceptAgain{m_context};
    std::unordered_map<quint64, std::shared_ptr<Connection>> m_connections;
    QHash<QByteArray, int> m_ofAddress;
    BodyBudget m_budget;
    Lanes m_queue;
    std::map<quint64, Instant> m_unanswered; // at the service, oldest first
    QHash<QByteArray, int> m_limitLines;     // of this second
    std::shared_ptr<Published> m_published;
    std::atomic<bool> m_stopping = false;
    bool m_cut = false;
    Instant m_lastBeat;
    Instant m_stopBy;
    quint64 m_lastConnection = 0;
    quint64 m_lastRequest = 0;
    quint64 m_firstRequest;
};

} // namespace yichuang
