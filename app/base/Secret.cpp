#include "base/Secret.h"

#include "base/Signing.h"

#include <sodium.h>

#include <cstring>

namespace yichuang {

Secret::Secret(QByteArrayView bytes)
    : m_size(bytes.size())
{
    if (m_size == 0)
        return;
    initialiseCryptography();
    // sodium_malloc locks the pages, guards both ends and wipes on free.
    m_data.reset(static_cast<char *>(sodium_malloc(static_cast<size_t>(m_size))));
    Q_CHECK_PTR(m_data.get());
    std::memcpy(m_data.get(), bytes.data(), static_cast<size_t>(m_size));
}

Secret Secret::random(qsizetype count)
{
    initialiseCryptography();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    Secret secret(bytes);
    wipe(bytes);
    return secret;
}

void Secret::Free::operator()(char *data) const
{
    sodium_free(data);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

} // namespace yichuang
