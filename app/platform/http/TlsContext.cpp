#include "platform/http/TlsContext.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace yichuang {

namespace {

tl::unexpected<Error> unusable(const QString &what)
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return raise(ErrorCode::TlsUnusable, reason ? what + QStringLiteral(": ") + QLatin1String(reason) : what);
}

std::shared_ptr<SSL_CTX> makeContext()
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context)
        return context;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Buffers are given back between records: a connection that is idle holds none.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF); // resumed by tickets alone
    SSL_CTX_set_num_tickets(context.get(), 1);
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    return context;
}

} // namespace

TlsContext::TlsContext(QString certificate, QString key)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
{}

Result<void> TlsContext::load()
{
    ERR_clear_error();
    const auto context = makeContext();
    if (!context)
        return unusable(QStringLiteral("OpenSSL"));
    if (SSL_CTX_use_certificate_chain_file(context.get(), QFile::encodeName(m_certificate).constData()) != 1)
        return unusable(m_certificate);
    if (SSL_CTX_use_PrivateKey_file(context.get(), QFile::encodeName(m_key).constData(), SSL_FILETYPE_PEM) !=
            1 ||
        SSL_CTX_check_private_key(context.get()) != 1)
        return unusable(m_key);
    m_context = context;
    return {};
}

SSL *TlsContext::newSession() const
{
    if (!m_context)
        return nullptr;
    SSL *session = SSL_new(m_context.get());
    SSL_set_accept_state(session);
    return session;
}

} // namespace yichuang
