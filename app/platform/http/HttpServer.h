#pragma once

#include "platform/http/Exchange.h"

#include "base/Result.h"

#include <functional>
#include <memory>

namespace yichuang {

// The sockets: HTTP/1.1 with limits on header, body and time. One thread, which never touches a disk.
class HttpServer
{
public:
    // `handle` gets a whole request and must call `answer` once, from any thread.
    using Answer = std::function<void(ApiReply)>;
    using Handler = std::function<void(ApiRequest, Answer)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();

    // Binds; 0 takes a free port. The port that it has.
    Result<unsigned short> listen(const QString &address, unsigned short port);
    // Serves until stop or SIGTERM or SIGINT.
    void run();
    void stop(); // any thread

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang
