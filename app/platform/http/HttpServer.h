#pragma once

#include "platform/http/EventLog.h"
#include "platform/http/Exchange.h"
#include "platform/http/HttpLimits.h"
#include "platform/http/Metrics.h"
#include "platform/http/TlsContext.h"

#include "base/Result.h"

#include <array>
#include <functional>
#include <memory>

namespace yichuang {

// What the server is given beside its handler. Everything may be left as it is.
struct HttpSetup
{
    HttpLimits limits;
    std::array<LaneBounds, laneCount> lanes{};
    std::chrono::milliseconds stopTime{20'000}; // for requests under way when it is told to end
    // Puts the platform's proof on a refusal of the server itself. The loop's thread.
    std::function<void(const ApiRequest &, ApiReply &)> seal;
    std::function<void()> stopping; // it has been told to end. The loop's thread.
    std::function<void(std::chrono::milliseconds)>
        beat;                        // each second: since when the oldest call is unanswered
    std::shared_ptr<TlsContext> tls; // none: in clear
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();
    std::shared_ptr<EventLog> log = std::make_shared<EventLog>(-1);
    bool takesSignals = true; // SIGTERM and SIGINT end it, the second at once; SIGHUP reads the certificate
};

class ServerState;

// The sockets: HTTP/1.1 in clear or under TLS, with a limit on each phase of a request (HttpLimits). One
// thread, which never touches a disk.
class HttpServer
{
public:
    // `handle` gets a whole request, on the loop's thread, and must call `answer` once, from any thread.
    using Answer = std::function<void(ApiReply)>;
    using Handler = std::function<void(ApiRequest, Answer)>;

    explicit HttpServer(Handler handler, HttpSetup setup = {});
    ~HttpServer();

    // Binds; 0 takes a free port. The port that it has.
    Result<unsigned short> listen(const QString &address, unsigned short port);
    // Serves until it is told to stop and what was under way is answered. False where something was cut.
    bool run();
    // Takes nothing new, ends what is under way; the second time at once. Any thread.
    void stop();
    bool isStopping() const; // any thread

private:
    std::shared_ptr<ServerState> d; // late answers hold it too
};

} // namespace yichuang
