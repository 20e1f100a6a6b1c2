#pragma once

#include "platform/http/ByteArrayBody.h"
#include "platform/http/Routes.h"

namespace yichuang {

// One request out of the bytes of a connection, without the socket: what a header may be, how long a body,
// and what is refused before anybody reads it. Strict; the bytes are anybody's.
class RequestReader
{
public:
    enum class Step
    {
        NeedMore,
        HeaderDone,
        Done,
        Refused
    };
    struct Refused
    {
        int status;
        const char *reason; // of WIRE.md
        const char *limit;  // its name in the log and the figures
    };

    explicit RequestReader(const HttpLimits &limits);

    // Takes of the bytes what it can (`used`). HeaderDone comes once, before any of the body is taken.
    Step feed(const char *bytes, size_t count, size_t &used);
    const Refused &refused() const { return m_refused; }

    bool wasHeadRead() const { return m_headTaken; }
    // From then on, and so from HeaderDone on:
    const ApiRequest &head() const { return m_head; } // without the body
    const Route &route() const { return *m_route; }
    bool hasBody() const;
    qint64 bodyLength() const; // as declared, or the most that may come in chunks
    bool expectsContinue() const;
    bool keepAlive() const { return m_parser.keep_alive(); }
    // From Done on:
    QByteArray takeBody() { return std::move(m_parser.get().body()); }

private:
    Step takeHead();
    Step refuse(int status, const char *reason, const char *limit);

    const HttpLimits &m_limits;
    http::request_parser<ByteArrayBody> m_parser;
    ApiRequest m_head;
    const Route *m_route = nullptr;
    Refused m_refused{};
    bool m_headTaken = false;
};

} // namespace yichuang
