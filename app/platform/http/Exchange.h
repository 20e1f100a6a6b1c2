#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace yichuang {

// A request as it came over the socket, and the answer, without the socket.
struct ApiRequest
{
    QByteArray method;
    QByteArray target;                     // path and query as sent
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;                       // as sent

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
};

ApiReply jsonReply(const QJsonObject &object, int status = 200);
// A refusal of WIRE.md.
ApiReply refusal(int status, const char *reason, QJsonObject more = {});

} // namespace yichuang
