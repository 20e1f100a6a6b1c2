#include "platform/program/Service.h"

#include "platform/program/Machine.h"
#include "platform/program/Notify.h"

namespace yichuang {

namespace {

// A call that is unanswered for this long stands in a service that hangs: systemd begins it anew.
constexpr std::chrono::minutes hanging{5};

} // namespace

Service::Service(Workers &workers, Place place, HttpSetup setup)
    : m_workers(workers)
    , m_place(std::move(place))
    , m_log(setup.log)
    , m_metrics(setup.metrics)
    , m_server([this](ApiRequest request,
                      HttpServer::Answer answer) { take(std::move(request), std::move(answer)); },
               completed(setup))
    , m_metricsServer([this](const ApiRequest &request,
                             const HttpServer::Answer &answer) { takeMetrics(request, answer); },
                      metricsSetup(setup))
{
    describeMachine();
}

Service::~Service()
{
    if (!m_metricsThread.joinable())
        return;
    m_metricsServer.stop();
    m_metricsThread.join();
}

HttpSetup Service::completed(HttpSetup setup)
{
    setup.seal = [this](const ApiRequest &request, ApiReply &reply) { m_workers.seal(request, reply); };
    setup.stopping = [] { notifySystemd("STOPPING=1"); };
    setup.beat = [](std::chrono::milliseconds oldest) {
        if (oldest < hanging)
            notifySystemd("WATCHDOG=1");
    };
    return setup;
}

HttpSetup Service::metricsSetup(const HttpSetup &setup)
{
    HttpSetup own;
    own.limits = setup.limits;
    own.limits.connections = 64;
    own.limits.idleTime = std::chrono::seconds(30);
    own.stopTime = std::chrono::seconds(1);
    own.takesSignals = false;
    return own;
}

void Service::describeMachine()
{
    m_metrics->describe("yichuang_disk_free_bytes", "Free space beside the platform's folder.");
    m_metrics->gauge("yichuang_disk_free_bytes", {},
                     [data = m_place.data] { return static_cast<double>(freeDiskBytes(data)); });
    m_metrics->describe("process_resident_memory_bytes", "Resident memory of this process.");
    m_metrics->gauge("process_resident_memory_bytes", {},
                     [] { return static_cast<double>(residentBytes()); });
}

Result<QJsonObject> Service::listen()
{
    const auto port = m_server.listen(m_place.address, m_place.port);
    if (!port)
        return passOn(port);
    const auto metrics = m_metricsServer.listen(m_place.metricsAddress, m_place.metricsPort);
    if (!metrics)
        return passOn(metrics);
    return QJsonObject{{QStringLiteral("listening"), *port}, {QStringLiteral("metrics"), *metrics}};
}

bool Service::run()
{
    m_metricsThread = std::thread([this] { m_metricsServer.run(); });
    m_log->write(EventLog::Level::Info, "started");
    notifySystemd("READY=1");
    const bool whole = m_server.run();
    m_log->write(EventLog::Level::Info, "stopped", {{QStringLiteral("whole"), whole}});
    return whole;
}

bool Service::isReadyHere() const
{
    return !m_server.isStopping() && freeDiskBytes(m_place.data) >= m_place.diskReserve;
}

void Service::ask(ApiRequest request, HttpServer::Answer answer)
{
    // It may be called when this service is gone: the workers end after it.
    const auto sealed = [&workers = m_workers, request, answer = std::move(answer)](ApiReply reply) {
        workers.seal(request, reply);
        answer(std::move(reply));
    };
    if (!m_workers.submit(request, sealed))
        sealed(refusal(503, "busy"));
}

void Service::take(ApiRequest request, HttpServer::Answer answer)
{
    const QByteArray path = request.path();
    const bool isLife = path == "/healthz"; // of the loop, and so of nothing behind it
    if (!isLife && (path != "/readyz" || isReadyHere()))
        return ask(std::move(request), std::move(answer));
    ApiReply reply = isLife ? jsonReply({{QStringLiteral("alive"), true}}) : refusal(503, "busy");
    m_workers.seal(request, reply);
    answer(std::move(reply));
}

void Service::takeMetrics(const ApiRequest &request, const HttpServer::Answer &answer)
{
    const QByteArray path = request.path();
    if (path == "/metrics")
        return answer({200, "text/plain; version=0.0.4; charset=utf-8", m_metrics->text(), {}, 0, 0});
    if (path == "/healthz" || path == "/readyz")
        return take(request, answer);
    answer(refusal(404, "unknown"));
}

} // namespace yichuang
