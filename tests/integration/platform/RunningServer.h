#pragma once

#include "platform/http/HttpServer.h"

#include <atomic>
#include <thread>

namespace yichuang {

// The real server with a service that answers at once ("GET /healthz" and all others with 200), or when it is
// let go.
class RunningServer
{
public:
    explicit RunningServer(HttpSetup setup = {}, HttpServer::Handler handler = answerAtOnce)
        : metrics(setup.metrics)
        , server(std::move(handler), own(std::move(setup)))
        , m_port(server.listen(QStringLiteral("127.0.0.1"), 0).value_or(0))
        , m_thread([this] { m_whole = server.run(); })
    {}
    ~RunningServer()
    {
        if (!m_thread.joinable())
            return;
        server.stop();
        server.stop();
        m_thread.join();
    }

    unsigned short port() const { return m_port; }
    double limited(const QByteArray &limit) const
    {
        return metrics->counted("yichuang_limits_total", "limit=\"" + limit + '"');
    }
    // Told to end: true where nothing was cut.
    bool stopped()
    {
        server.stop();
        m_thread.join();
        return m_whole;
    }

    static void answerAtOnce(const ApiRequest &request, const HttpServer::Answer &answer)
    {
        answer({200, "text/plain", request.method + ' ' + QByteArray::number(request.body.size()), {}, 0, 0});
    }

    std::shared_ptr<Metrics> metrics;
    HttpServer server;

private:
    static HttpSetup own(HttpSetup setup)
    {
        setup.takesSignals = false;
        return setup;
    }

    unsigned short m_port;
    std::atomic<bool> m_whole = false;
    std::thread m_thread;
};

} // namespace yichuang
