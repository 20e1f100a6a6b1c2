#include "platform/http/ServerState.h"

#include "platform/http/Connection.h"
#include "platform/http/Published.h"

#include <QRandomGenerator>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace yichuang {

namespace {

constexpr std::chrono::milliseconds tickTime{100};
// Beyond the limit, this many are told so; the others are closed without a word.
constexpr int mostTurnedAway = 256;

// Each connection is a descriptor; the soft bound is a default of 1024 for programs that use select().
void raiseDescriptors()
{
    rlimit bound{};
    if (::getrlimit(RLIMIT_NOFILE, &bound) != 0 || bound.rlim_cur == bound.rlim_max)
        return;
    bound.rlim_cur = bound.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &bound);
}

// The one answer to one request, whatever the service does with it: the first call counts, and a service that
// forgets it has answered 'busy'.
class OneAnswer
{
public:
    explicit OneAnswer(std::function<void(ApiReply)> deliver)
        : m_deliver(std::move(deliver))
    {}
    ~OneAnswer() { give(refusal(503, "busy")); }
    OneAnswer(const OneAnswer &) = delete;

    void give(ApiReply reply)
    {
        if (!m_given.exchange(true))
            m_deliver(std::move(reply));
    }

private:
    std::function<void(ApiReply)> m_deliver;
    std::atomic<bool> m_given = false;
};

} // namespace

ServerState::ServerState(HttpServer::Handler handler, HttpSetup setup)
    : m_handler(std::move(handler))
    , m_setup(std::move(setup))
    , m_budget(m_setup.limits.budgetBytes, m_setup.limits.addressBudgetBytes)
    , m_queue(m_setup.lanes)
    , m_published(std::make_shared<Published>())
    , m_lastBeat(now())
    , m_firstRequest(QRandomGenerator::global()->generate64())
{
    describeFigures();
}

ServerState::~ServerState() = default;

Result<unsigned short> ServerState::listen(const QString &address, unsigned short port)
{
    raiseDescriptors();
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to sockets that may be gone
    beast::error_code error;
    const auto host = asio::ip::make_address(address.toStdString(), error);
    const tcp::endpoint endpoint(host, port);
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return raise(ErrorCode::PortUnusable, QString::number(port));
    accept();
    scheduleTick();
    if (m_setup.takesSignals) {
        for (const int number : {SIGTERM, SIGINT, SIGHUP})
            m_signals.add(number, error);
        awaitSignal();
    }
    return m_acceptor.local_endpoint().port();
}

bool ServerState::run()
{
    m_context.run();
    m_connections.clear();
    return !m_cut;
}

void ServerState::accept()
{
    m_acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
        if (!m_acceptor.is_open())
            return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        // Mostly no descriptor is left: asking again at once would be a loop.
        limitHit("descriptors", {}, nullptr);
        m_acceptAgain.expires_after(tickTime);
        m_acceptAgain.async_wait([this](beast::error_code cancelled) {
            if (!cancelled && m_acceptor.is_open())
                accept();
        });
    });
}

void ServerState::admit(tcp::socket socket)
{
    beast::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (!error)
        socket.non_blocking(true, error);
    if (error)
        return;
    socket.set_option(tcp::no_delay(true), error);
    const QByteArray address = QByteArray::fromStdString(peer.address().to_string());
    const int all = static_cast<int>(m_connections.size());
    if (all >= limits().connections)
        return turnAway(std::move(socket), address, 503, "connections");
    if (!isProxy(address) && m_ofAddress.value(address) >= limits().addressConnections)
        return turnAway(std::move(socket), address, 429, "address-connections");
    SSL *session = m_setup.tls ? m_setup.tls->newSession() : nullptr;
    if (m_setup.tls && !session)
        return;
    const quint64 id = ++m_lastConnection;
    const auto connection = std::make_shared<Connection>(*this, id, std::move(socket), session, address);
    m_connections.emplace(id, connection);
    ++m_ofAddress[address];
    connection->start();
}

void ServerState::turnAway(tcp::socket socket, const QByteArray &address, int status, const char *limit)
{
    limitHit(limit, address, nullptr);
    // Under TLS a word would cost a handshake, which is what there is too much of.
    if (m_setup.tls || static_cast<int>(m_connections.size()) >= limits().connections + mostTurnedAway)
        return;
    ApiReply reply = refusal(status, "busy");
    reply.headers.insert("Retry-After", retryAfter(true));
    const quint64 id = ++m_lastConnection;
    const auto connection = std::make_shared<Connection>(*this, id, std::move(socket), nullptr, address);
    m_connections.emplace(id, connection);
    ++m_ofAddress[address];
    connection->turnAway(reply);
}

void ServerState::remove(quint64 connection, const QByteArray &address)
{
    m_connections.erase(connection);
    const auto ofAddress = m_ofAddress.find(address);
    if (ofAddress != m_ofAddress.end() && --*ofAddress == 0)
        m_ofAddress.erase(ofAddress);
    endIfDone();
}

// From any thread. What waits in the loop does not keep the loop.
void ServerState::postTo(const std::weak_ptr<ServerState> &state, std::function<void(ServerState &)> work)
{
    if (const auto there = state.lock())
        asio::post(there->m_context, [state, work = std::move(work)] {
            if (const auto still = state.lock())
                work(*still);
        });
}

void ServerState::submit(quint64 connection, quint64 turn, ApiRequest request)
{
    const Lane lane = request.lane;
    const qint64 bytes = request.body.size();
    const auto whole = std::make_shared<ApiRequest>(std::move(request));
    const quint64 number = ++m_lastRequest;
    const auto done = [lane, bytes, number, connection, turn](ServerState &state, ApiReply reply) {
        state.m_unanswered.erase(number);
        state.m_queue.done(lane, bytes);
        state.deliver(connection, turn, std::move(reply));
    };
    const bool taken = m_queue.offer(lane, bytes, now(), [this, whole, number, done] {
        m_unanswered.emplace(number, now());
        const auto one = std::make_shared<OneAnswer>([state = weak_from_this(), done](ApiReply reply) {
            postTo(state, [done, reply = std::move(reply)](ServerState &there) { done(there, reply); });
        });
        m_handler(std::move(*whole), [one](ApiReply answer) { one->give(std::move(answer)); });
    });
    if (taken)
        return;
    limitHit("queue", {}, whole.get());
    ApiReply reply = refusal(503, "busy");
    seal(*whole, reply);
    postTo(weak_from_this(),
           [connection, turn, reply](ServerState &there) { there.deliver(connection, turn, reply); });
}

void ServerState::deliver(quint64 connection, quint64 turn, ApiReply reply)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return; // its sender has gone
    const auto kept = found->second;
    if ((reply.status == 503 || reply.status == 429) && !reply.headers.contains("Retry-After"))
        reply.headers.insert("Retry-After", retryAfter(kept->isBacklog()));
    kept->answered(turn, reply);
}

void ServerState::seal(const ApiRequest &request, ApiReply &reply) const
{
    if (m_setup.seal)
        m_setup.seal(request, reply);
}

QByteArray ServerState::retryAfter(bool isBacklog)
{
    return QByteArray::number(isBacklog ? QRandomGenerator::global()->bounded(5, 31)
                                        : QRandomGenerator::global()->bounded(1, 6));
}

QByteArray ServerState::nextRequestId()
{
    return QByteArray::number(m_firstRequest++, 16).rightJustified(16, '0');
}

void ServerState::scheduleTick()
{
    m_tick.expires_after(tickTime);
    m_tick.async_wait([this](beast::error_code cancelled) {
        if (!cancelled)
            tick();
    });
}

void ServerState::tick()
{
    std::vector<std::shared_ptr<Connection>> late;
    for (const auto &[id, connection] : m_connections) {
        if (connection->isLate())
            late.push_back(connection);
    }
    for (const auto &connection : late)
        connection->tick();
    publish();
    if (m_stopping && now() >= m_stopBy) {
        m_cut = true;
        m_setup.log->write(EventLog::Level::Warning, "stop-cut",
                           {{QStringLiteral("connections"), static_cast<int>(m_connections.size())}});
        return m_context.stop();
    }
    scheduleTick();
}

void ServerState::awaitSignal()
{
    m_signals.async_wait([this](beast::error_code error, int number) {
        if (error)
            return;
        signalled(number);
        awaitSignal();
    });
}

void ServerState::signalled(int number)
{
    if (number != SIGHUP)
        return beginStopping();
    if (!m_setup.tls)
        return;
    const auto loaded = m_setup.tls->load();
    m_setup.log->write(loaded ? EventLog::Level::Info : EventLog::Level::Error, "certificate-read",
                       {{QStringLiteral("error"), loaded ? QString() : logText(loaded.error())}});
}

void ServerState::stop()
{
    postTo(weak_from_this(), [](ServerState &there) { there.beginStopping(); });
}

void ServerState::beginStopping()
{
    if (m_stopping.exchange(true)) {
        m_cut = true;
        return m_context.stop();
    }
    m_stopBy = now() + m_setup.stopTime;
    m_setup.log->write(EventLog::Level::Info, "stopping",
                       {{QStringLiteral("connections"), static_cast<int>(m_connections.size())}});
    if (m_setup.stopping)
        m_setup.stopping();
    beast::error_code ignored;
    m_acceptor.close(ignored);
    m_acceptAgain.cancel();
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (const auto &connection : all)
        connection->drain();
    endIfDone();
}

void ServerState::endIfDone()
{
    if (m_stopping && m_connections.empty())
        m_context.stop();
}

} // namespace yichuang
