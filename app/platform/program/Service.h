#pragma once

#include "platform/program/ServeSettings.h"
#include "platform/service/Workers.h"

namespace yichuang {

// The running platform: the service behind its sockets, the second listener for the figures, systemd. Made,
// started, run until it is told to stop; one thread calls it.
class Service
{
public:
    struct Place
    {
        QString data;
        QString address;
        unsigned short port;
        QString metricsAddress;
        unsigned short metricsPort;
        qint64 diskReserve; // bytes
    };

    Service(Workers &workers, Place place, HttpSetup setup);
    ~Service();

    // Binds both; what was bound, for whoever started it.
    Result<QJsonObject> listen();
    // False where a request was cut when the time to end was over.
    bool run();

private:
    void take(ApiRequest request, HttpServer::Answer answer);
    void takeMetrics(const ApiRequest &request, const HttpServer::Answer &answer);
    void ask(ApiRequest request, HttpServer::Answer answer);
    bool isReadyHere() const;
    HttpSetup completed(HttpSetup setup);
    static HttpSetup metricsSetup(const HttpSetup &setup);
    void describeMachine();

    Workers &m_workers;
    Place m_place;
    std::shared_ptr<EventLog> m_log;
    std::shared_ptr<Metrics> m_metrics;
    HttpServer m_server;
    HttpServer m_metricsServer;
    std::thread m_metricsThread;
};

} // namespace yichuang
