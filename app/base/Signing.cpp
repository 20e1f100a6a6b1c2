#include "base/Signing.h"

#include <sodium.h>

namespace yichuang {

namespace {

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

void initialiseCryptography()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised");
}

SigningKey SigningKey::generate()
{
    return fromSeed(Secret::random(crypto_sign_SEEDBYTES));
}

SigningKey SigningKey::fromSeed(const Secret &seed)
{
    Q_ASSERT(seed.size() == crypto_sign_SEEDBYTES);
    SigningKey key;
    key.m_seed = seed.clone();
    key.m_publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(key.m_publicKey.data()),
                             reinterpret_cast<unsigned char *>(secretKey.data()), raw(seed.view()));
    key.m_secretKey = Secret(secretKey);
    wipe(secretKey);
    return key;
}

QByteArray SigningKey::sign(QByteArrayView bytes) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, raw(bytes),
                         static_cast<unsigned long long>(bytes.size()), raw(m_secretKey.view()));
    return signature;
}

Result<void> verifySignature(QByteArrayView bytes, QByteArrayView signature, QByteArrayView publicKey)
{
    const bool shaped =
        signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES;
    if (!shaped ||
        crypto_sign_verify_detached(raw(signature), raw(bytes), static_cast<unsigned long long>(bytes.size()),
                                    raw(publicKey)) != 0)
        return raise(ErrorCode::SignatureInvalid);
    return {};
}

} // namespace yichuang
