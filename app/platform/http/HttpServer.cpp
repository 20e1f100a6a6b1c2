#include "platform/http/HttpServer.h"

#include "platform/http/Connection.h"
#include "platform/http/ServerState.h"

namespace yichuang {

HttpServer::HttpServer(Handler handler, HttpSetup setup)
    : d(std::make_shared<ServerState>(std::move(handler), std::move(setup)))
{}

HttpServer::~HttpServer() = default;

Result<unsigned short> HttpServer::listen(const QString &address, unsigned short port)
{
    return d->listen(address, port);
}

bool HttpServer::run()
{
    return d->run();
}

void HttpServer::stop()
{
    d->stop();
}

bool HttpServer::isStopping() const
{
    return d->isStopping();
}

} // namespace yichuang
