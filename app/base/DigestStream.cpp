#include "base/DigestStream.h"

#include <openssl/evp.h>

namespace yichuang {

struct DigestStream::Private
{
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

DigestStream::DigestStream()
    : d(std::make_unique<Private>())
{
    EVP_DigestInit_ex(d->context.get(), EVP_sha256(), nullptr);
}

DigestStream::~DigestStream() = default;

void DigestStream::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

Digest DigestStream::finish()
{
    QByteArray bytes(Digest::size, Qt::Uninitialized);
    EVP_DigestFinal_ex(d->context.get(), reinterpret_cast<unsigned char *>(bytes.data()), nullptr);
    return Digest::fromHex(bytes.toHex()).value_or(Digest());
}

} // namespace yichuang
