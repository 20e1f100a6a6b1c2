#pragma once

#include "base/Digest.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace yichuang::tus {

inline constexpr auto version = "1.0.0";
inline constexpr auto extensions = "creation,creation-with-upload,checksum,termination,expiration";
inline constexpr auto algorithms = "sha1,sha256";
inline constexpr auto pieceType = "application/offset+octet-stream";

// A number of bytes: digits and nothing else, at most 15 of them.
std::optional<qint64> byteCount(const QByteArray &header);

// Upload-Metadata: pairs with commas between them, each a key, which may be followed by a space and a value
// in base64. Keys are ASCII without space and comma and come once. At most 16 pairs in 4 096 bytes; nullopt
// for anything else.
std::optional<QHash<QByteArray, QByteArray>> metadata(const QByteArray &header);

// Upload-Checksum: an algorithm of `algorithms`, a space, the hash in base64.
enum class Checksum
{
    Right, // also where there is none
    Wrong,
    Unreadable // or of an algorithm that is not offered
};
// `digest` is the SHA-256 of the body, which is known already.
Checksum check(const QByteArray &header, const QByteArray &body, const Digest &digest);

} // namespace yichuang::tus
