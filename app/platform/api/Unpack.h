#pragma once

#include "base/Result.h"

namespace yichuang {

inline constexpr qsizetype mostUnpackedBytes = 8 * 1024 * 1024;

// The body as it was before it was packed: `encoding` is empty, "identity" or "zstd". BodyTooLarge before
// more than the limit is unpacked (a bomb costs nothing), BodyMalformed for anything else.
Result<QByteArray> unpackBody(const QByteArray &encoding, const QByteArray &body);

} // namespace yichuang
