#include "store/ChunkCipher.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>

namespace yichuang::chunkcipher {

namespace {

constexpr int nonceBytes = 12;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

QByteArray nonceOf(quint32 chunk, bool last)
{
    QByteArray nonce(nonceBytes, '\0');
    qToBigEndian(chunk, nonce.data() + 7);
    nonce[11] = last ? '\1' : '\0';
    return nonce;
}

QByteArray sealOne(const Secret &key, const QByteArray &nonce, QByteArrayView plain)
{
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(plain.size() + tagBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    int length = 0;
    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key.view()), bytesOf(nonce));
    EVP_EncryptUpdate(context.get(), out, &length, bytesOf(plain), static_cast<int>(plain.size()));
    EVP_EncryptFinal_ex(context.get(), out + length, &length);
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagBytes), out + plain.size());
    return sealed;
}

bool openOne(const Secret &key, const QByteArray &nonce, QByteArrayView sealed, QByteArray &plain)
{
    if (sealed.size() < tagBytes)
        return false;
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const qsizetype size = sealed.size() - tagBytes;
    const qsizetype begin = plain.size();
    plain.resize(begin + size);
    auto *out = reinterpret_cast<unsigned char *>(plain.data() + begin);
    QByteArray tag = sealed.last(tagBytes).toByteArray();
    int length = 0;
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key.view()), bytesOf(nonce));
    EVP_DecryptUpdate(context.get(), out, &length, bytesOf(sealed), static_cast<int>(size));
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes), tag.data());
    return EVP_DecryptFinal_ex(context.get(), out + size, &length) == 1;
}

} // namespace

QByteArray keyed(const Secret &key, QByteArrayView label, QByteArrayView bytes)
{
    QByteArray message = label.toByteArray();
    message.append('\0');
    message.append(bytes);
    QByteArray mac(32, Qt::Uninitialized);
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.view().data(), static_cast<int>(key.size()), bytesOf(message),
         static_cast<size_t>(message.size()), reinterpret_cast<unsigned char *>(mac.data()), &size);
    return mac;
}

QByteArray seal(const Secret &fileKey, QByteArrayView plain)
{
    QByteArray sealed;
    sealed.reserve(plain.size() + (plain.size() / chunkBytes + 1) * tagBytes);
    quint32 chunk = 0;
    do {
        const qsizetype size = qMin(chunkBytes, plain.size());
        const bool last = size == plain.size();
        sealed.append(sealOne(fileKey, nonceOf(chunk++, last), plain.first(size)));
        plain = plain.sliced(size);
    } while (!plain.isEmpty());
    return sealed;
}

std::optional<QByteArray> open(const Secret &fileKey, QByteArrayView sealed)
{
    QByteArray plain;
    plain.reserve(sealed.size());
    quint32 chunk = 0;
    do {
        const qsizetype size = qMin(chunkBytes + tagBytes, sealed.size());
        const bool last = size == sealed.size();
        if (!openOne(fileKey, nonceOf(chunk++, last), sealed.first(size), plain))
            return std::nullopt;
        sealed = sealed.sliced(size);
    } while (!sealed.isEmpty());
    return plain;
}

bool openChunk(const Secret &fileKey, quint32 chunk, bool last, QByteArrayView sealed, QByteArray &plain)
{
    return openOne(fileKey, nonceOf(chunk, last), sealed, plain);
}

QByteArray wrap(const Secret &key, const Secret &plain)
{
    const Secret nonce = Secret::random(nonceBytes);
    return nonce.view().toByteArray() + sealOne(key, nonce.view().toByteArray(), plain.view());
}

std::optional<Secret> unwrap(const Secret &key, QByteArrayView wrapped)
{
    if (wrapped.size() < nonceBytes + tagBytes)
        return std::nullopt;
    QByteArray plain;
    const bool fits =
        openOne(key, wrapped.first(nonceBytes).toByteArray(), wrapped.sliced(nonceBytes), plain);
    std::optional<Secret> secret;
    if (fits)
        secret.emplace(plain);
    wipe(plain);
    return secret;
}

} // namespace yichuang::chunkcipher
