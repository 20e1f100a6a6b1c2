#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace yichuang {

// What a request waits behind. A clerk waits for an interactive one; the backlog, which is pushes and pages,
// may come back later (SYNC.md rule 11).
enum class Lane
{
    Interactive,
    Pushes,
    Pages
};
inline constexpr int laneCount = 3;
const char *laneName(Lane lane);

// A request as it came over the socket, and the answer, without the socket.
struct ApiRequest
{
    QByteArray method;
    QByteArray target;                     // path and query as sent
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;                       // as sent

    // What the server knows of it:
    QByteArray id = {};          // of this request, for the log
    const char *route = "other"; // the path's template
    Lane lane = Lane::Interactive;

    bool isBacklog() const { return lane != Lane::Interactive; }
    QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
    QString query(const QString &key) const;
};

struct ApiReply
{
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    QHash<QByteArray, QByteArray> headers;

    // For the figures alone, never sent:
    int events = 0;    // that the request brought and this answer acknowledges
    int groupSize = 0; // pushes in the commit that holds them
};

ApiReply jsonReply(const QJsonObject &object, int status = 200);
// A refusal of WIRE.md.
ApiReply refusal(int status, const char *reason, QJsonObject more = {});

} // namespace yichuang
