#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace yichuang {

// Which way bytes go: up to the server, or down to who asked.
enum class LineWay
{
    Up,
    Down
};

// How a line is, each way, until it is set otherwise.
struct LineQuality
{
    std::chrono::milliseconds delay{0}; // of each byte, one way
    qint64 bytesPerSecond = 0;          // shared by all connections of a way; 0 has no limit
    // The share of segments of 1 460 bytes that are lost. A proxy of streams cannot lose bytes, so a loss is
    // what TCP makes of it: everything behind the segment waits for the retransmission (200 ms, doubled when
    // that is lost too), which takes its place on the line again.
    double loss = 0;
    // The share of segments after which the connection is reset: a modem that dials again, a middlebox that
    // forgot.
    double resets = 0;
};

// A bad line to a server on this machine, on a thread of its own. It listens on a free port from its making.
// Every call is in force when it returns; any thread may make it. The same seed makes the same losses for the
// same bytes in the same order.
class LineProxy
{
public:
    explicit LineProxy(const QUrl &server, quint32 seed = 1);
    ~LineProxy();
    LineProxy(const LineProxy &) = delete;
    LineProxy &operator=(const LineProxy &) = delete;

    QUrl url() const; // http://127.0.0.1:port
    quint16 port() const;

    void set(const LineQuality &state);
    // The server is elsewhere now; for new connections.
    void setServer(const QUrl &server);
    // Down: connections are cut and new ones closed at once.
    void setUp(bool up);
    // Nothing passes, and nobody is told: connections stand. False lets everything go on.
    void setStalled(bool stalled);

    // Once, counted from now over all connections: exactly this many more bytes pass this way; then the
    // connection that carries the next one is closed on both sides.
    void cutAfter(LineWay way, qint64 bytes);
    // The same, but the connection is left standing, and nothing passes on it any more.
    void stallAfter(LineWay way, qint64 bytes);
    // Every connection that stands, now.
    void cutNow();

    // Gets every whole HTTP/1.1 exchange, and its result goes down instead of the reply: the reply, another
    // one kept from an earlier exchange (repeated or swapped), or several. Empty closes the connection;
    // nullopt sends nothing and leaves it standing. Runs on the proxy's thread; in force for new connections.
    using Override =
        std::function<std::optional<QByteArray>(const QByteArray &request, const QByteArray &reply)>;
    void setOverride(Override override);

    int connections() const; // that were ever taken
    int cuts() const;        // and that the proxy itself has closed
    qint64 passed(LineWay way) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang
