#include "sync/TusExchange.h"

#include "sync/WireReplies.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang {

namespace {

Result<TusExchange::Answer> answerOf(const ProvenReply &reply, const Digest &page)
{
    TusExchange::Answer answer{reply, {}, false};
    if (reply.status == 201) {
        const auto location = wirereplies::location(reply.body);
        if (!location)
            return passOn(location);
        answer.location = *location;
    }
    const QString named =
        QJsonDocument::fromJson(reply.body).object().value(QLatin1String("hash")).toString();
    answer.whole = (reply.status == 200 || reply.status == 201) && named == page.toHex();
    return answer;
}

} // namespace

Pending<TusExchange::Answer> ProvenExchange::send(const LinkRequest &request, const Digest &page)
{
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->start();
    whenFinished(m_link.send(request), this, [promise, page](const Result<ProvenReply> &reply) {
        promise->addResult(reply ? answerOf(*reply, page) : Result<Answer>(passOn(reply)));
        promise->finish();
    });
    return promise->future();
}

} // namespace yichuang
