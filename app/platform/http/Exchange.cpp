#include "platform/http/Exchange.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace yichuang {

const char *laneName(Lane lane)
{
    static constexpr const char *names[laneCount] = {"interactive", "pushes", "pages"};
    return names[static_cast<int>(lane)];
}

QString ApiRequest::query(const QString &key) const
{
    return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(key, QUrl::FullyDecoded);
}

ApiReply jsonReply(const QJsonObject &object, int status)
{
    return {status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}, 0, 0};
}

ApiReply refusal(int status, const char *reason, QJsonObject more)
{
    more.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    more.insert(QStringLiteral("status"), status);
    more.insert(QStringLiteral("reason"), QLatin1String(reason));
    return {status, "application/problem+json", QJsonDocument(more).toJson(QJsonDocument::Compact), {}, 0, 0};
}

} // namespace yichuang
