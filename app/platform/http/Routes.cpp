#include "platform/http/Routes.h"

#include <algorithm>
#include <vector>

namespace yichuang {

namespace {

constexpr auto small = &HttpLimits::bodyBytes;

constexpr Route routes[] = {
    {"/healthz", "GET", Lane::Interactive, small},
    {"/readyz", "GET", Lane::Interactive, small},
    {"/metrics", "GET", Lane::Interactive, small},
    {"/openapi.json", "GET", Lane::Interactive, small},
    {"/v1/enrolments", "POST", Lane::Interactive, small},
    {"/v1/status", "GET", Lane::Interactive, small},
    {"/v1/feed", "GET", Lane::Interactive, small},
    {"/v1/cases/{case}/fold", "GET", Lane::Interactive, small},
    {"/v1/events", "POST", Lane::Pushes, &HttpLimits::pushBytes},
    {"/v1/blobs", "POST OPTIONS", Lane::Pages, &HttpLimits::pieceBytes}, // creation with upload
    {"/v1/blobs/known", "POST", Lane::Pages, small},
    {"/v1/blobs/uploads/{upload}", "HEAD PATCH DELETE POST OPTIONS", Lane::Pages, &HttpLimits::pieceBytes},
};

constexpr Route other{"other", "GET HEAD POST PUT PATCH DELETE OPTIONS", Lane::Interactive, small};

bool matches(const QByteArrayList &pattern, const QByteArrayList &path)
{
    return std::ranges::equal(pattern, path, [](const QByteArray &part, const QByteArray &actual) {
        return part.startsWith('{') ? !actual.isEmpty() : part == actual;
    });
}

std::vector<QByteArrayList> patterns()
{
    std::vector<QByteArrayList> all;
    for (const Route &route : routes)
        all.push_back(QByteArray(route.path).split('/'));
    return all;
}

} // namespace

const Route &otherRoute()
{
    return other;
}

const Route &routeOf(const QByteArray &path)
{
    static const std::vector<QByteArrayList> all = patterns();
    const QByteArrayList parts = path.split('/');
    for (size_t i = 0; i < all.size(); ++i) {
        if (matches(all[i], parts))
            return routes[i];
    }
    return other;
}

bool allows(const Route &route, const QByteArray &method)
{
    return QByteArray(route.methods).split(' ').contains(method);
}

} // namespace yichuang
