#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace yichuang {

// A SHA-256, 32 bytes; the name of a blob and the link of a chain.
class Digest
{
public:
    static constexpr qsizetype size = 32;

    Digest() = default; // empty: 'none', the link before the first event of a log
    static Digest of(QByteArrayView bytes);
    static Result<Digest> fromHex(QByteArrayView hex); // 64 lower-case hexadecimal characters

    bool isNull() const { return m_bytes.isEmpty(); }
    const QByteArray &bytes() const { return m_bytes; }
    QString toHex() const { return QString::fromLatin1(m_bytes.toHex()); }

    bool operator==(const Digest &) const = default;
    bool operator<(const Digest &other) const { return m_bytes < other.m_bytes; }

private:
    QByteArray m_bytes;
};

inline size_t qHash(const Digest &digest, size_t seed = 0)
{
    return ::qHash(digest.bytes(), seed);
}

} // namespace yichuang
