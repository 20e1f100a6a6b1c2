#include "platform/http/Connection.h"

#include "platform/http/ReplyText.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

namespace yichuang {

namespace {

constexpr size_t headerRoom = 8 * 1024;
constexpr size_t bodyRoom = 128 * 1024;
// What one connection may read before the others have their turn.
constexpr size_t mostInTurn = 512 * 1024;
constexpr qint64 mostDiscarded = 16 * 1024 * 1024;

} // namespace

Connection::Connection(ServerState &server, quint64 id, tcp::socket socket, SSL *session, QByteArray address)
    : m_server(server)
    , m_id(id)
    , m_socket(std::move(socket))
    , m_line(m_socket.native_handle(), session)
    , m_address(std::move(address))
{}

void Connection::setPhase(Phase phase, std::chrono::milliseconds time)
{
    m_phase = phase;
    m_deadline = m_server.now() + time;
}

void Connection::start()
{
    const HttpLimits &limits = m_server.limits();
    if (m_line.isTls())
        setPhase(Phase::Handshake, limits.handshakeTime);
    else
        setPhase(Phase::Header, limits.headerTime);
    waitFor(SocketLine::Outcome::WantRead);
}

void Connection::turnAway(const ApiReply &reply)
{
    beginTurn();
    m_turn->closes = m_turn->lingers = true;
    write(reply);
}

// Not for an answer in time: `bytes` have moved since the body or the answer began.
void Connection::moveDeadline(qint64 bytes)
{
    const HttpLimits &limits = m_server.limits();
    m_deadline = m_turn->since + limits.grace + std::chrono::milliseconds(bytes * 1000 / limits.floorRate);
}

void Connection::waitFor(SocketLine::Outcome wanted)
{
    const bool forRead = wanted == SocketLine::Outcome::WantRead;
    bool &waits = forRead ? m_waitsForRead : m_waitsForWrite;
    if (waits || m_phase == Phase::Closed)
        return;
    waits = true;
    m_socket.async_wait(forRead ? tcp::socket::wait_read : tcp::socket::wait_write,
                        [self = shared_from_this(), forRead](beast::error_code) {
                            (forRead ? self->m_waitsForRead : self->m_waitsForWrite) = false;
                            self->ready();
                        });
}

void Connection::ready()
{
    switch (m_phase) {
    case Phase::Handshake:
        return shakeHands();
    case Phase::Idle:
    case Phase::Header:
    case Phase::Body:
        return pull();
    case Phase::Writing:
        return push();
    case Phase::Lingering:
        return discard();
    case Phase::Budget: // what comes meanwhile stays with the kernel, and so with the sender
    case Phase::Service:
    case Phase::Closed:
        return;
    }
}

void Connection::shakeHands()
{
    const auto outcome = m_line.handshake();
    if (outcome == SocketLine::Outcome::WantRead || outcome == SocketLine::Outcome::WantWrite)
        return waitFor(outcome);
    if (outcome != SocketLine::Outcome::Done) {
        m_server.limitHit("handshake", m_address, nullptr);
        return close();
    }
    setPhase(Phase::Header, m_server.limits().headerTime);
    pull();
}

size_t Connection::roomWanted() const
{
    return m_phase == Phase::Body && m_turn->reader.bodyLength() > static_cast<qint64>(headerRoom)
               ? bodyRoom
               : headerRoom;
}

void Connection::pull()
{
    for (size_t inTurn = 0; inTurn < mostInTurn;) {
        const auto room = m_buffer.prepare(roomWanted());
        const auto moved = m_line.read(room.data(), room.size());
        if (moved.outcome != SocketLine::Outcome::Done)
            return stalled(moved.outcome);
        m_buffer.commit(moved.bytes);
        inTurn += moved.bytes;
        if (!digest())
            return;
        if (!m_line.isTls() && moved.bytes < room.size()) // the socket is empty, mostly
            return stalled(SocketLine::Outcome::WantRead);
    }
    asio::post(m_server.context(), [self = shared_from_this()] { self->ready(); });
}

void Connection::stalled(SocketLine::Outcome outcome)
{
    if (outcome == SocketLine::Outcome::Closed || outcome == SocketLine::Outcome::Failed)
        return close();
    if (!m_turn)
        m_buffer.shrink_to_fit();
    waitFor(outcome);
}

void Connection::beginTurn()
{
    if (m_phase == Phase::Idle)
        setPhase(Phase::Header, m_server.limits().headerTime);
    m_turn = std::make_unique<Turn>(m_server.limits());
    m_turn->began = m_server.now();
    m_turn->request.id = m_server.nextRequestId();
    ++m_turns;
}

// Works on what has been read; true where more must come.
bool Connection::digest()
{
    for (;;) {
        if (!m_turn && m_buffer.size() == 0)
            return true;
        if (!m_turn)
            beginTurn();
        size_t used = 0;
        const auto data = m_buffer.data();
        const auto step = m_turn->reader.feed(static_cast<const char *>(data.data()), data.size(), used);
        m_buffer.consume(used);
        m_turn->received += static_cast<qint64>(used);
        switch (step) {
        case RequestReader::Step::NeedMore:
            if (m_phase == Phase::Body)
                moveDeadline(m_turn->received);
            return true;
        case RequestReader::Step::HeaderDone:
            if (!headDone())
                return false;
            break;
        case RequestReader::Step::Done:
            toService();
            return false;
        case RequestReader::Step::Refused:
            const auto &refused = m_turn->reader.refused();
            refuse(refused.status, refused.reason, refused.limit);
            return false;
        }
    }
}

void Connection::knowHead()
{
    const QByteArray id = m_turn->request.id;
    m_turn->request = m_turn->reader.head();
    m_turn->request.id = id;
    m_turn->headKnown = true;
}

// False where the body must wait for room.
bool Connection::headDone()
{
    knowHead();
    if (!m_turn->reader.hasBody())
        return true;
    QByteArray address = m_address;
    if (m_server.isProxy(m_address))
        address = m_turn->request.headers.value("x-forwarded-for").split(',').last().trimmed();
    const bool hasRoom = m_server.budget().reserve(
        m_id, address, m_turn->reader.bodyLength(), [weak = weak_from_this(), turn = m_turns] {
            if (const auto self = weak.lock())
                asio::post(self->m_server.context(), [self, turn] { self->granted(turn); });
        });
    if (hasRoom) {
        beginBody();
        return m_phase == Phase::Body;
    }
    setPhase(Phase::Budget, m_server.limits().budgetWait);
    return false;
}

void Connection::granted(quint64 turn)
{
    if (m_phase != Phase::Budget || turn != m_turns)
        return;
    beginBody();
    if (m_phase == Phase::Body && digest())
        pull();
}

void Connection::beginBody()
{
    m_phase = Phase::Body;
    m_turn->since = m_server.now();
    moveDeadline(0);
    if (!m_line.isTls())
        acknowledgeAtOnce();
    if (!m_turn->reader.expectsContinue() || m_buffer.size() > 0)
        return;
    // Nothing else waits to be sent, so that it fits; a socket that does not take 25 bytes is of no use.
    constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    if (m_line.write(goOn.data(), goOn.size()).bytes != goOn.size())
        close();
}

// A client that sends head and body in two pieces (Qt's does, and it waits for the first to be
// acknowledged) would lose the time of a delayed acknowledgement at every request. The kernel forgets
// this by itself.
void Connection::acknowledgeAtOnce()
{
    const int on = 1;
    ::setsockopt(m_socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

void Connection::toService()
{
    m_turn->closes = m_turn->closes || !m_turn->reader.keepAlive() || m_server.isStopping() ||
                     m_turns >= static_cast<quint64>(m_server.limits().requestsOfConnection);
    ApiRequest request = m_turn->request;
    request.body = m_turn->reader.takeBody();
    if (m_buffer.size() == 0)
        m_buffer.shrink_to_fit();
    setPhase(Phase::Service, m_server.limits().answerTime);
    m_server.submit(m_id, m_turns, std::move(request));
}

void Connection::answered(quint64 turn, const ApiReply &reply)
{
    if (m_phase != Phase::Service || turn != m_turns)
        return;
    m_server.budget().release(m_id);
    write(reply);
}

const ApiRequest *Connection::knownRequest() const
{
    return m_turn && m_turn->headKnown ? &m_turn->request : nullptr;
}

// What the server itself says. The connection ends with it, because what follows may be the refused body.
void Connection::refuse(int status, const char *reason, const char *limit)
{
    if (!m_turn)
        beginTurn();
    if (m_turn->reader.wasHeadRead())
        knowHead();
    m_server.limitHit(limit, m_address, knownRequest());
    m_server.budget().release(m_id);
    m_turn->closes = m_turn->lingers = true;
    ApiReply reply = refusal(status, reason);
    if (status == 405)
        reply.headers.insert("Allow", QByteArray(m_turn->reader.route().methods).replace(" ", ", "));
    if (status == 503)
        reply.headers.insert("Retry-After", m_server.retryAfter(m_turn->request.isBacklog()));
    if (m_turn->headKnown)
        m_server.seal(m_turn->request, reply);
    write(std::move(reply));
}

void Connection::write(ApiReply reply)
{
    m_turn->out = replyText(reply, {m_turn->request.method == "HEAD", !m_turn->closes, m_turn->request.id});
    reply.body.clear();
    m_turn->reply = std::move(reply);
    m_turn->since = m_server.now();
    m_phase = Phase::Writing;
    moveDeadline(0);
    push();
}

void Connection::push()
{
    while (m_turn->written < m_turn->out.size()) {
        const auto moved = m_line.write(m_turn->out.constData() + m_turn->written,
                                        static_cast<size_t>(m_turn->out.size() - m_turn->written));
        if (moved.outcome == SocketLine::Outcome::WantRead || moved.outcome == SocketLine::Outcome::WantWrite)
            return waitFor(moved.outcome);
        if (moved.outcome != SocketLine::Outcome::Done)
            return close();
        m_turn->written += static_cast<qsizetype>(moved.bytes);
        moveDeadline(m_turn->written);
    }
    written();
}

void Connection::written()
{
    const auto took = std::chrono::steady_clock::now() - m_turn->began;
    m_server.finished({m_turn->request, m_turn->reply,
                       std::chrono::duration_cast<std::chrono::microseconds>(took), m_turn->received,
                       m_turn->out.size()});
    if (m_turn->closes || m_server.isStopping())
        return m_turn->lingers || m_buffer.size() > 0 ? linger() : close();
    becomeIdle();
}

void Connection::becomeIdle()
{
    m_turn.reset();
    setPhase(Phase::Idle, m_server.limits().idleTime);
    if (m_buffer.size() == 0 && !m_line.hasPending()) {
        m_buffer.shrink_to_fit();
        return waitFor(SocketLine::Outcome::WantRead);
    }
    // The next request came with the last one. It waits for its turn, as the others do.
    asio::post(m_server.context(), [self = shared_from_this()] {
        if (self->m_phase == Phase::Idle && self->digest())
            self->pull();
    });
}

// Closing a socket with bytes unread would take the answer back from a sender who has not read it yet.
void Connection::linger()
{
    m_turn.reset();
    m_buffer.clear();
    m_buffer.shrink_to_fit();
    m_line.endWriting();
    setPhase(Phase::Lingering, m_server.limits().lingerTime);
    discard();
}

void Connection::discard()
{
    char nowhere[16 * 1024];
    for (qint64 inTurn = 0; inTurn < static_cast<qint64>(mostInTurn);) {
        const ssize_t bytes = ::recv(m_socket.native_handle(), nowhere, sizeof nowhere, 0);
        if (bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return waitFor(SocketLine::Outcome::WantRead);
        if (bytes <= 0)
            return close();
        inTurn += bytes;
        m_discarded += bytes;
    }
    if (m_discarded > mostDiscarded)
        return close();
    asio::post(m_server.context(), [self = shared_from_this()] { self->ready(); });
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    if (m_line.isTls() && m_phase != Phase::Lingering)
        m_line.endWriting();
    m_phase = Phase::Closed;
    m_server.budget().release(m_id);
    beast::error_code ignored;
    m_socket.close(ignored);
    m_server.remove(m_id, m_address);
}

void Connection::drain()
{
    if (m_turn) {
        m_turn->closes = true;
        return;
    }
    if (m_phase == Phase::Lingering)
        return;
    char one = 0;
    // A request that has arrived is one under way.
    if (m_phase != Phase::Handshake && ::recv(m_socket.native_handle(), &one, 1, MSG_PEEK) > 0)
        return;
    close();
}

void Connection::tick()
{
    const auto end = [this](const char *limit) {
        m_server.limitHit(limit, m_address, knownRequest());
        close();
    };
    switch (m_phase) {
    case Phase::Handshake:
        return end("handshake-time");
    case Phase::Idle:
        return end("idle-time");
    case Phase::Header:
        return m_turn ? refuse(408, "slow", "header-time") : end("header-time");
    case Phase::Budget:
        return refuse(503, "busy", "budget-time");
    case Phase::Body:
        return refuse(408, "slow", "body-rate");
    case Phase::Service:
        return refuse(503, "busy", "answer-time");
    case Phase::Writing:
        return end("write-rate");
    case Phase::Lingering:
    case Phase::Closed:
        return close();
    }
}

} // namespace yichuang
