#pragma once

#include "base/Secret.h"

#include <QByteArray>

#include <optional>

namespace yichuang::chunkcipher {

inline constexpr qsizetype chunkBytes = 64 * 1024;
inline constexpr qsizetype tagBytes = 16;
inline constexpr qsizetype saltBytes = 32;

// HMAC-SHA-256, for keys and names.
QByteArray keyed(const Secret &key, QByteArrayView label, QByteArrayView bytes);

// The chunks of a file, sealed one by one: the nonce is the chunk's number with a flag on the last, so that
// chunks can be neither swapped nor cut off. The key must be fresh for every file.
QByteArray seal(const Secret &fileKey, QByteArrayView plain);
std::optional<QByteArray> open(const Secret &fileKey, QByteArrayView sealed);
// One chunk of it, counted from 0, after `plain`; `last` says that the file ends with it.
bool openChunk(const Secret &fileKey, quint32 chunk, bool last, QByteArrayView sealed, QByteArray &plain);

// One short secret under a key: nonce, bytes, tag.
QByteArray wrap(const Secret &key, const Secret &plain);
std::optional<Secret> unwrap(const Secret &key, QByteArrayView wrapped);

} // namespace yichuang::chunkcipher
