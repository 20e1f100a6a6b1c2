#pragma once

#include "sync/TusExchange.h"

#include <QNetworkReply>

namespace yichuang {

// With a tus server that proves nothing, which only a test may believe: it is whole where it says that it has
// every byte.
class PlainExchange final : public QObject, public TusExchange
{
public:
    PlainExchange(QUrl server, qint64 size)
        : m_server(std::move(server))
        , m_size(size)
    {}

    Pending<Answer> send(const LinkRequest &request, const Digest &) override
    {
        QNetworkRequest network(m_server.resolved(QUrl(request.path)));
        if (!request.body.isEmpty())
            network.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
            network.setRawHeader(it.key(), it.value());
        auto promise = std::make_shared<QPromise<Result<Answer>>>();
        promise->start();
        QNetworkReply *reply = m_network.sendCustomRequest(network, request.method, request.body);
        connect(reply, &QNetworkReply::finished, this, [this, promise, reply] {
            promise->addResult(answerOf(*reply));
            promise->finish();
            reply->deleteLater();
        });
        return promise->future();
    }

private:
    Result<Answer> answerOf(QNetworkReply &reply) const
    {
        Answer answer;
        answer.reply.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (answer.reply.status == 0)
            return tl::unexpected<Error>(Error{ErrorCode::LineDown, {}});
        const QByteArray offset = reply.rawHeader("Upload-Offset");
        answer.reply.uploadOffset = offset.isEmpty() ? -1 : offset.toLongLong();
        answer.location = QUrl(QString::fromLatin1(reply.rawHeader("Location"))).path();
        answer.whole =
            (answer.reply.status == 200 || answer.reply.status == 204) && answer.reply.uploadOffset == m_size;
        return answer;
    }

    QUrl m_server;
    qint64 m_size;
    QNetworkAccessManager m_network;
};

} // namespace yichuang
