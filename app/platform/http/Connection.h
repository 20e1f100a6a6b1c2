#pragma once

#include "platform/http/RequestReader.h"
#include "platform/http/ServerState.h"
#include "platform/http/SocketLine.h"

namespace yichuang {

// One connection: reads a request, waits for its answer, writes it, reads the next. It waits for the socket
// to be ready instead of lending it a buffer, so that an idle one holds nothing but itself. The loop's
// thread.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(ServerState &server, quint64 id, tcp::socket socket, SSL *session, QByteArray address);

    void start();
    // Answers before anything is read, and closes.
    void turnAway(const ApiReply &reply);
    // The service's answer to this connection's `turn`-th request; one that is too late is dropped.
    void answered(quint64 turn, const ApiReply &reply);
    // Ends what has taken too long.
    void tick();
    // The server ends: closes where nothing is under way, else after the next answer.
    void drain();
    bool isLate() const { return ServerState::now() >= m_deadline; }
    bool isBacklog() const { return m_turn && m_turn->request.isBacklog(); }

private:
    using Instant = ServerState::Instant;
    enum class Phase
    {
        Handshake,
        Idle,
        Header,
        Budget,
        Body,
        Service,
        Writing,
        Lingering,
        Closed
    };

    // What only a request under way needs.
    struct Turn
    {
        explicit Turn(const HttpLimits &limits)
            : reader(limits)
        {}

        RequestReader reader;
        bool headKnown = false;
        ApiRequest request; // without its body
        ApiReply reply;     // without its body
        Instant began;
        Instant since; // when the body or the answer began to move
        qint64 received = 0;
        QByteArray out;
        qsizetype written = 0;
        bool closes = false;
        bool lingers = false; // it has not read all that was sent
    };

    void setPhase(Phase phase, std::chrono::milliseconds time);
    void moveDeadline(qint64 bytes);
    void ready();
    void waitFor(SocketLine::Outcome wanted);
    void shakeHands();
    void pull();
    size_t roomWanted() const;
    void stalled(SocketLine::Outcome outcome);
    bool digest();
    void beginTurn();
    void knowHead();
    bool headDone();
    void beginBody();
    void granted(quint64 turn);
    void toService();
    void refuse(int status, const char *reason, const char *limit);
    void write(ApiReply reply);
    void push();
    void written();
    void becomeIdle();
    void linger();
    void discard();
    void close();
    void acknowledgeAtOnce();
    const ApiRequest *knownRequest() const;

    ServerState &m_server;
    const quint64 m_id;
    tcp::socket m_socket;
    SocketLine m_line;
    QByteArray m_address; // of the peer
    beast::flat_buffer m_buffer;
    std::unique_ptr<Turn> m_turn;
    Instant m_deadline;
    quint64 m_turns = 0;
    qint64 m_discarded = 0;
    Phase m_phase = Phase::Idle;
    bool m_waitsForRead = false;
    bool m_waitsForWrite = false;
};

} // namespace yichuang
