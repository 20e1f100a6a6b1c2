#pragma once

#include "base/Result.h"

#include <QByteArray>

namespace yichuang::courier {

inline constexpr qsizetype mostUnpackedBytes = 4 * 1024 * 1024;

QByteArray pack(const QByteArray &plain); // zstd
// PackageMalformed, before more than the limit is unpacked or more memory than that is taken.
Result<QByteArray> unpack(QByteArrayView packed);

} // namespace yichuang::courier
