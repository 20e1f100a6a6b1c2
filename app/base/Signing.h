#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QByteArray>

namespace yichuang {

// An Ed25519 key pair (RFC 8032). The secret is the 32-byte seed, from which the pair is made anew.
class SigningKey
{
public:
    static SigningKey generate();
    static SigningKey fromSeed(const Secret &seed); // 32 bytes

    const QByteArray &publicKey() const { return m_publicKey; } // 32 bytes
    const Secret &seed() const { return m_seed; }
    QByteArray sign(QByteArrayView bytes) const; // 64 bytes

private:
    Secret m_seed;
    Secret m_secretKey;
    QByteArray m_publicKey;
};

Result<void> verifySignature(QByteArrayView bytes, QByteArrayView signature, QByteArrayView publicKey);

// Must run once before any other call into cryptography; safe to repeat.
void initialiseCryptography();

} // namespace yichuang
