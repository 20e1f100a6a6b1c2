#include "platform/http/Published.h"
#include "platform/http/ServerState.h"

#include "domain/Wire.h"

namespace yichuang {

namespace {

// A flood writes this many lines of each limit a second; the count has them all.
constexpr int mostLinesASecond = 20;

double secondsOf(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double>(time).count();
}

QByteArray label(const char *name, const QByteArray &value)
{
    return QByteArray(name) + "=\"" + value + '"';
}

// The id of a device is no person's; a claim that proves nothing yet, so it is said only in the log.
QString deviceOf(const ApiRequest &request)
{
    const auto proof = wire::fromHeader(request.headers.value("authorization"));
    return proof && !proof->device.isNull() ? proof->device.toString() : QString();
}

// What is no method may be any text.
QString methodOf(const ApiRequest &request)
{
    static const QSet<QByteArray> known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return QLatin1String(known.contains(request.method) ? request.method : QByteArray("other"));
}

} // namespace

void ServerState::describeFigures()
{
    Metrics &metrics = *m_setup.metrics;
    metrics.describe("yichuang_http_requests_total", "Requests answered, by route and status.");
    metrics.describe("yichuang_http_request_seconds", "From a request's first byte to its answer's last.",
                     {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60});
    metrics.describe("yichuang_http_received_bytes_total", "Bytes of requests, by route.");
    metrics.describe("yichuang_http_sent_bytes_total", "Bytes of answers, by route.");
    metrics.describe("yichuang_limits_total", "Times that a limit took hold.");
    metrics.describe("yichuang_pushes_total", "Pushes that were committed.");
    metrics.describe("yichuang_events_total", "Events of pushes that were committed.");
    metrics.describe("yichuang_group_pushes", "Pushes in one commit, seen by each of them.",
                     {1, 2, 4, 8, 16, 32, 64, 128});
    metrics.describe("yichuang_pages_total", "Pages that became whole.");
    const auto gauge = [&](const char *name, const char *help, const QByteArray &labels, auto read) {
        metrics.describe(name, help);
        metrics.gauge(name, labels,
                      [read, figures = m_published] { return static_cast<double>(read(*figures)); });
    };
    gauge("yichuang_connections", "Connections.", {},
          [](const Published &p) { return p.connections.load(); });
    gauge("yichuang_body_bytes", "Memory reserved for bodies.", {},
          [](const Published &p) { return p.bodyBytes.load(); });
    gauge("yichuang_bodies_waiting", "Bodies that wait for memory, unread.", {},
          [](const Published &p) { return p.bodiesWaiting.load(); });
    gauge("yichuang_unanswered_oldest_seconds", "Age of the oldest request at the service.", {},
          [](const Published &p) { return p.oldestUnanswered.load(); });
    for (size_t i = 0; i < laneCount; ++i) {
        const QByteArray lane = label("lane", laneName(static_cast<Lane>(i)));
        gauge("yichuang_queue_waiting", "Requests that wait for the service.", lane,
              [i](const Published &p) { return p.waiting[i].load(); });
        gauge("yichuang_queue_under_way", "Requests at the service.", lane,
              [i](const Published &p) { return p.underWay[i].load(); });
        gauge("yichuang_queue_oldest_seconds", "Age of the oldest that waits for the service.", lane,
              [i](const Published &p) { return p.oldest[i].load(); });
    }
}

void ServerState::publish()
{
    const Instant time = now();
    Published &figures = *m_published;
    figures.connections = static_cast<int>(m_connections.size());
    figures.bodyBytes = m_budget.used();
    figures.bodiesWaiting = m_budget.waiting();
    for (size_t i = 0; i < laneCount; ++i) {
        const Lane lane = static_cast<Lane>(i);
        figures.waiting[i] = m_queue.waiting(lane);
        figures.underWay[i] = m_queue.underWay(lane);
        figures.oldest[i] = secondsOf(time - m_queue.oldest(lane, time));
    }
    const auto oldest =
        m_unanswered.empty() ? Instant::duration::zero() : time - m_unanswered.begin()->second;
    figures.oldestUnanswered = secondsOf(oldest);
    if (time - m_lastBeat < std::chrono::seconds(1))
        return;
    m_lastBeat = time;
    m_limitLines.clear();
    if (m_setup.beat)
        m_setup.beat(std::chrono::duration_cast<std::chrono::milliseconds>(oldest));
}

void ServerState::finished(const Finished &exchange)
{
    const QByteArray route = label("route", exchange.request.route);
    Metrics &metrics = *m_setup.metrics;
    metrics.count("yichuang_http_requests_total",
                  route + ',' + label("status", QByteArray::number(exchange.reply.status)));
    metrics.observe("yichuang_http_request_seconds", route,
                    std::chrono::duration<double>(exchange.took).count());
    metrics.count("yichuang_http_received_bytes_total", route, static_cast<double>(exchange.received));
    metrics.count("yichuang_http_sent_bytes_total", route, static_cast<double>(exchange.sent));
    if (exchange.reply.groupSize > 0) {
        metrics.count("yichuang_pushes_total");
        metrics.count("yichuang_events_total", {}, exchange.reply.events);
        metrics.observe("yichuang_group_pushes", {}, exchange.reply.groupSize);
    }
    if (exchange.request.method == "PATCH" && exchange.reply.status == 200)
        metrics.count("yichuang_pages_total");
    const auto level = exchange.reply.status >= 500 ? EventLog::Level::Warning : EventLog::Level::Info;
    if (!m_setup.log->writes(level))
        return;
    m_setup.log->write(level, "request",
                       {{QStringLiteral("id"), QLatin1String(exchange.request.id)},
                        {QStringLiteral("method"), methodOf(exchange.request)},
                        {QStringLiteral("route"), QLatin1String(exchange.request.route)},
                        {QStringLiteral("status"), exchange.reply.status},
                        {QStringLiteral("ms"), static_cast<double>(exchange.took.count()) / 1000},
                        {QStringLiteral("received"), exchange.received},
                        {QStringLiteral("sent"), exchange.sent},
                        {QStringLiteral("device"), deviceOf(exchange.request)}});
}

void ServerState::limitHit(const char *limit, const QByteArray &address, const ApiRequest *request)
{
    m_setup.metrics->count("yichuang_limits_total", label("limit", limit));
    if (++m_limitLines[limit] > mostLinesASecond)
        return;
    QJsonObject fields{{QStringLiteral("limit"), QLatin1String(limit)},
                       {QStringLiteral("peer"), QLatin1String(address)}};
    if (request) {
        fields.insert(QStringLiteral("id"), QLatin1String(request->id));
        fields.insert(QStringLiteral("route"), QLatin1String(request->route));
        fields.insert(QStringLiteral("device"), deviceOf(*request));
    }
    const bool isQuiet = qstrcmp(limit, "idle-time") == 0; // every station's line is idle at times
    m_setup.log->write(isQuiet ? EventLog::Level::Debug : EventLog::Level::Warning, "limit", fields);
}

} // namespace yichuang
