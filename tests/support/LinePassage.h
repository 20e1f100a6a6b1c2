#pragma once

#include "support/LineProxy.h"
#include "support/LineReplies.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <deque>

namespace yichuang {

// What all connections of a line share; belongs to the proxy's thread, but for the counters.
struct LineShared
{
    struct Trap
    {
        qint64 left = -1; // bytes that still pass; -1 has no trap
        bool cuts = true; // or stalls
    };

    LineQuality state;
    bool stalled = false;
    Trap traps[2];
    qint64 freeAt[2] = {0, 0}; // ns of `clock`, when the way has sent what it took
    QElapsedTimer clock;
    QRandomGenerator random{1};
    LineProxy::Override override;
    std::atomic<int> connections{0};
    std::atomic<int> cuts{0};
    std::atomic<qint64> passed[2] = {0, 0};
};

// One connection through the line. Deletes itself when both sides are gone.
class LinePassage final : public QObject
{
public:
    LinePassage(QTcpSocket *client, const QUrl &server, LineShared &shared, QObject *parent);

    // Goes on after the line's state has changed.
    void wake();
    // Both sides are closed; what has passed already arrives.
    void cutByLine();

private:
    struct Piece
    {
        qint64 due; // ns
        QByteArray bytes;
    };
    struct Stream
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        std::deque<Piece> onTheWay;
        QTimer timer;
        qint64 heldUntil = 0; // ns; a lost segment is sent again
        bool dead = false;    // stalled for ever
        bool ended = false;   // `from` has closed
    };

    bool cut();
    void deleteWhenGone();
    void link(Stream &stream, QTcpSocket *from, QTcpSocket *to, LineWay way);
    void pump(LineWay way);
    // Takes the next piece off the sender; false where none may go now.
    bool takePiece(LineWay way);
    void wakeAt(Stream &stream, qint64 when);
    void suffer(Stream &stream, LineWay way, qint64 count);
    bool trapped(LineWay way, QByteArray &bytes);
    void deliver(LineWay way, const QByteArray &bytes);
    void deliverReplies(const QByteArray &bytes);
    Stream &stream(LineWay way) { return m_streams[static_cast<int>(way)]; }

    LineShared &m_shared;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    Stream m_streams[2];
    LineReplies m_replies;
    bool m_overrides;
    bool m_closed = false;
};

} // namespace yichuang
