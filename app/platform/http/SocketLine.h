#pragma once

#include <cstddef>
#include <memory>

using SSL = struct ssl_st;

namespace yichuang {

// The bytes of one connection that never blocks, in clear or under TLS. Nothing is kept between two calls
// beyond what OpenSSL must keep: an idle connection has no buffer. It does not own the descriptor.
class SocketLine
{
public:
    enum class Outcome
    {
        Done,
        WantRead,
        WantWrite,
        Closed,
        Failed
    };
    struct Moved
    {
        Outcome outcome;
        size_t bytes = 0;
    };

    SocketLine(int descriptor, SSL *session /* null for clear */);

    Outcome handshake();
    Moved read(void *space, size_t most);
    Moved write(const void *bytes, size_t count);
    // Tells the other side that nothing more comes; whether it could be sent does not matter.
    void endWriting();

    bool isTls() const { return m_session != nullptr; }
    // Bytes that were read off the socket and not yet by read(): no readiness will tell of them.
    bool hasPending() const;

private:
    struct Free
    {
        void operator()(SSL *session) const;
    };
    Outcome outcomeOf(int result) const;

    int m_descriptor;
    std::unique_ptr<SSL, Free> m_session;
};

} // namespace yichuang
