#include "platform/http/SocketLine.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cerrno>
#include <sys/socket.h>

namespace yichuang {

namespace {

SocketLine::Outcome plainOutcome(SocketLine::Outcome wanted)
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? wanted : SocketLine::Outcome::Failed;
}

} // namespace

void SocketLine::Free::operator()(SSL *session) const
{
    SSL_free(session);
}

SocketLine::SocketLine(int descriptor, SSL *session)
    : m_descriptor(descriptor)
    , m_session(session)
{
    if (session)
        SSL_set_fd(session, descriptor);
}

SocketLine::Outcome SocketLine::outcomeOf(int result) const
{
    switch (SSL_get_error(m_session.get(), result)) {
    case SSL_ERROR_NONE:
        return Outcome::Done;
    case SSL_ERROR_WANT_READ:
        return Outcome::WantRead;
    case SSL_ERROR_WANT_WRITE:
        return Outcome::WantWrite;
    case SSL_ERROR_ZERO_RETURN:
        return Outcome::Closed;
    default:
        return Outcome::Failed;
    }
}

SocketLine::Outcome SocketLine::handshake()
{
    ERR_clear_error();
    return outcomeOf(SSL_accept(m_session.get()));
}

SocketLine::Moved SocketLine::read(void *space, size_t most)
{
    if (m_session) {
        ERR_clear_error();
        size_t bytes = 0;
        const int result = SSL_read_ex(m_session.get(), space, most, &bytes);
        return {result == 1 ? Outcome::Done : outcomeOf(result), bytes};
    }
    const ssize_t bytes = ::recv(m_descriptor, space, most, 0);
    if (bytes > 0)
        return {Outcome::Done, static_cast<size_t>(bytes)};
    return {bytes == 0 ? Outcome::Closed : plainOutcome(Outcome::WantRead), 0};
}

SocketLine::Moved SocketLine::write(const void *bytes, size_t count)
{
    if (m_session) {
        ERR_clear_error();
        size_t sent = 0;
        const int result = SSL_write_ex(m_session.get(), bytes, count, &sent);
        return {result == 1 ? Outcome::Done : outcomeOf(result), sent};
    }
    const ssize_t sent = ::send(m_descriptor, bytes, count, MSG_NOSIGNAL);
    if (sent >= 0)
        return {Outcome::Done, static_cast<size_t>(sent)};
    return {plainOutcome(Outcome::WantWrite), 0};
}

void SocketLine::endWriting()
{
    if (m_session && SSL_is_init_finished(m_session.get())) {
        ERR_clear_error();
        SSL_shutdown(m_session.get());
    }
    ::shutdown(m_descriptor, SHUT_WR);
}

bool SocketLine::hasPending() const
{
    return m_session && SSL_has_pending(m_session.get()) == 1;
}

} // namespace yichuang
