#include "support/LinePassage.h"

namespace yichuang {

namespace {

constexpr qint64 segment = 1460;
constexpr qint64 wholesale = 64 * 1024; // with no rate and no loss there is no need to count segments
constexpr qint64 nanos = 1000 * 1000 * 1000;
constexpr qint64 retransmission = 200 * 1000 * 1000; // ns, TCP's least on Linux
constexpr int mostDoublings = 6;
constexpr qint64 timerSlack = 20 * 1000 * 1000; // ns that a fast line may catch up after a timer came late

} // namespace

LinePassage::LinePassage(QTcpSocket *client, const QUrl &server, LineShared &shared, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_client(client)
    , m_server(new QTcpSocket(this))
    , m_overrides(static_cast<bool>(shared.override))
{
    client->setParent(this);
    for (QTcpSocket *socket : {m_client, m_server}) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setReadBufferSize(wholesale);
    }
    link(stream(LineWay::Up), m_client, m_server, LineWay::Up);
    link(stream(LineWay::Down), m_server, m_client, LineWay::Down);
    m_server->connectToHost(server.host(), static_cast<quint16>(server.port()));
    connect(m_server, &QTcpSocket::connected, this, [this] { pump(LineWay::Up); });
    connect(m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError)
            cut();
    });
}

void LinePassage::link(Stream &stream, QTcpSocket *from, QTcpSocket *to, LineWay way)
{
    stream.from = from;
    stream.to = to;
    stream.timer.setSingleShot(true);
    stream.timer.setTimerType(Qt::PreciseTimer);
    connect(&stream.timer, &QTimer::timeout, this, [this, way] { pump(way); });
    connect(from, &QTcpSocket::readyRead, this, [this, way] { pump(way); });
    connect(to, &QTcpSocket::bytesWritten, this, [this, way] { pump(way); });
    connect(from, &QTcpSocket::disconnected, this, [this, way] {
        this->stream(way).ended = true;
        pump(way);
    });
}

void LinePassage::wake()
{
    pump(LineWay::Up);
    pump(LineWay::Down);
}

bool LinePassage::cut()
{
    if (m_closed)
        return false;
    m_closed = true;
    for (QTcpSocket *socket : {m_client, m_server}) {
        connect(socket, &QTcpSocket::disconnected, this, &LinePassage::deleteWhenGone);
        if (socket->state() == QAbstractSocket::ConnectedState)
            socket->disconnectFromHost();
        else
            socket->abort();
    }
    deleteWhenGone();
    return true;
}

void LinePassage::cutByLine()
{
    if (cut())
        ++m_shared.cuts;
}

// A socket that still has something to write says so by not being unconnected yet.
void LinePassage::deleteWhenGone()
{
    if (m_client->state() == QAbstractSocket::UnconnectedState &&
        m_server->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

void LinePassage::pump(LineWay way)
{
    Stream &s = stream(way);
    if (m_closed || s.dead || m_shared.stalled || m_server->state() == QAbstractSocket::ConnectingState ||
        m_server->state() == QAbstractSocket::HostLookupState)
        return;
    while (takePiece(way)) {
    }
    while (!m_closed && !s.onTheWay.empty() && s.onTheWay.front().due <= m_shared.clock.nsecsElapsed()) {
        const QByteArray bytes = std::move(s.onTheWay.front().bytes);
        s.onTheWay.pop_front();
        deliver(way, bytes);
    }
    if (m_closed)
        return;
    if (!s.onTheWay.empty())
        wakeAt(s, s.onTheWay.front().due);
    else if (s.ended && s.from->bytesAvailable() == 0)
        cut();
}

bool LinePassage::takePiece(LineWay way)
{
    Stream &s = stream(way);
    const LineQuality &state = m_shared.state;
    if (m_closed || s.dead || s.from->bytesAvailable() == 0 || s.to->bytesToWrite() > wholesale)
        return false;
    const qint64 now = m_shared.clock.nsecsElapsed();
    const bool counts = state.bytesPerSecond > 0 || state.loss > 0 || state.resets > 0;
    qint64 &freeAt = m_shared.freeAt[static_cast<int>(way)];
    const qint64 waits = qMax(s.heldUntil, state.bytesPerSecond > 0 ? freeAt : 0);
    if (waits > now) {
        wakeAt(s, s.onTheWay.empty() ? waits : qMin(waits, s.onTheWay.front().due));
        return false;
    }
    QByteArray bytes = s.from->read(counts ? segment : wholesale);
    const bool last = trapped(way, bytes);
    if (state.bytesPerSecond > 0)
        freeAt = qMax(now - timerSlack, freeAt) + bytes.size() * nanos / state.bytesPerSecond;
    if (counts)
        suffer(s, way, bytes.size());
    const qint64 arrives = qMax(qMax(now, s.heldUntil), state.bytesPerSecond > 0 ? freeAt : 0);
    if (!bytes.isEmpty())
        s.onTheWay.push_back({arrives + std::chrono::nanoseconds(state.delay).count(), std::move(bytes)});
    if (!last)
        return !m_closed;
    for (Piece &piece : s.onTheWay)
        deliver(way, piece.bytes);
    s.onTheWay.clear();
    if (m_shared.traps[static_cast<int>(way)].cuts) {
        cutByLine();
    } else {
        s.dead = true;
    }
    return false;
}

void LinePassage::wakeAt(Stream &s, qint64 when)
{
    const qint64 left = when - m_shared.clock.nsecsElapsed();
    s.timer.start(std::chrono::milliseconds(qMax<qint64>(0, left / 1000000 + 1)));
}

// What a lossy line does to the segment that was just taken.
void LinePassage::suffer(Stream &s, LineWay way, qint64 count)
{
    const LineQuality &state = m_shared.state;
    const qint64 now = m_shared.clock.nsecsElapsed();
    qint64 pause = retransmission;
    s.heldUntil = now;
    for (int times = 0; times < mostDoublings && m_shared.random.generateDouble() < state.loss; ++times) {
        s.heldUntil += pause;
        pause *= 2;
        if (state.bytesPerSecond > 0)
            m_shared.freeAt[static_cast<int>(way)] += count * nanos / state.bytesPerSecond;
    }
    if (state.resets > 0 && m_shared.random.generateDouble() < state.resets)
        cutByLine();
}

// Shortens the bytes to what may still pass; true where the trap has sprung.
bool LinePassage::trapped(LineWay way, QByteArray &bytes)
{
    qint64 &left = m_shared.traps[static_cast<int>(way)].left;
    if (left < 0)
        return false;
    if (bytes.size() <= left) {
        left -= bytes.size();
        return false;
    }
    bytes.truncate(left);
    left = -1;
    return true;
}

void LinePassage::deliver(LineWay way, const QByteArray &bytes)
{
    m_shared.passed[static_cast<int>(way)] += bytes.size();
    if (!m_overrides)
        stream(way).to->write(bytes);
    else if (way == LineWay::Down)
        deliverReplies(bytes);
    else {
        m_replies.sent(bytes);
        m_server->write(bytes);
    }
}

void LinePassage::deliverReplies(const QByteArray &bytes)
{
    QByteArray request;
    QByteArray reply;
    for (bool whole = m_replies.received(bytes, &request, &reply); whole && !m_closed;
         whole = m_replies.received({}, &request, &reply)) {
        const std::optional<QByteArray> instead =
            m_shared.override ? m_shared.override(request, reply) : reply;
        m_client->write(instead.value_or(QByteArray()));
        if (instead && instead->isEmpty())
            cutByLine();
    }
}

} // namespace yichuang
