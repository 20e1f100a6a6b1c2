#pragma once

#include "base/Result.h"

#include <memory>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace yichuang {

// The certificate and key under which connections are taken: TLS 1.2 with forward secrecy and authenticated
// ciphers, and TLS 1.3. The loop's thread.
class TlsContext
{
public:
    // PEM files: the certificate with its chain, and its key.
    TlsContext(QString certificate, QString key);

    // Reads the files again. Where they do not fit, what was in force stays in force: TlsUnusable.
    Result<void> load();
    // A connection under the present certificate; null before the first load.
    SSL *newSession() const;

private:
    QString m_certificate;
    QString m_key;
    std::shared_ptr<SSL_CTX> m_context;
};

} // namespace yichuang
