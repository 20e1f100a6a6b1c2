#include "platform/pages/TusHeaders.h"

#include <QCryptographicHash>

#include <algorithm>

namespace yichuang::tus {

namespace {

constexpr qsizetype mostMetadata = 4096;
constexpr qsizetype mostPairs = 16;
constexpr qsizetype mostDigits = 15;

std::optional<QByteArray> fromStrictBase64(const QByteArray &text)
{
    const auto read = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // What Qt lets pass (a missing '=') is not what was sent.
    if (!read || read.decoded.toBase64() != text)
        return std::nullopt;
    return read.decoded;
}

bool isKey(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

} // namespace

std::optional<qint64> byteCount(const QByteArray &header)
{
    const bool digits =
        !header.isEmpty() && header.size() <= mostDigits &&
        std::all_of(header.begin(), header.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(header.toLongLong()) : std::nullopt;
}

std::optional<QHash<QByteArray, QByteArray>> metadata(const QByteArray &header)
{
    QHash<QByteArray, QByteArray> values;
    if (header.isEmpty())
        return values;
    const QByteArrayList pairs = header.split(',');
    if (header.size() > mostMetadata || pairs.size() > mostPairs)
        return std::nullopt;
    for (const QByteArray &pair : pairs) {
        const QByteArrayList words = pair.trimmed().split(' ');
        const auto value = fromStrictBase64(words.value(1));
        if (words.size() > 2 || !isKey(words[0]) || values.contains(words[0]) || !value)
            return std::nullopt;
        values.insert(words[0], *value);
    }
    return values;
}

Checksum check(const QByteArray &header, const QByteArray &body, const Digest &digest)
{
    if (header.isEmpty())
        return Checksum::Right;
    const QByteArrayList words = header.split(' ');
    const auto hash = fromStrictBase64(words.value(1));
    if (words.size() != 2 || !hash)
        return Checksum::Unreadable;
    QByteArray own;
    if (words[0] == "sha256")
        own = digest.bytes();
    else if (words[0] == "sha1") // tus demands it of everyone who has checksums
        own = QCryptographicHash::hash(body, QCryptographicHash::Sha1);
    else
        return Checksum::Unreadable;
    return own == *hash ? Checksum::Right : Checksum::Wrong;
}

} // namespace yichuang::tus
