#include "base/Digest.h"

#include <QCryptographicHash>

namespace yichuang {

Digest Digest::of(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    Digest digest;
    digest.m_bytes = hash.result();
    return digest;
}

Result<Digest> Digest::fromHex(QByteArrayView hex)
{
    const QByteArray text = hex.toByteArray();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.size() != size || bytes.toHex() != text)
        return raise(ErrorCode::HexMalformed);
    Digest digest;
    digest.m_bytes = bytes;
    return digest;
}

} // namespace yichuang
