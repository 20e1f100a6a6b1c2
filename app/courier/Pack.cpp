#include "courier/Pack.h"

#include "courier/Faults.h"

#include <memory>
#include <zstd.h>

namespace yichuang::courier {

namespace {

constexpr int level = 3;
constexpr int mostWindowLog = 23; // 8 MiB

} // namespace

QByteArray pack(const QByteArray &plain)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))),
                      Qt::Uninitialized);
    const size_t size = ZSTD_compress(packed.data(), static_cast<size_t>(packed.size()), plain.constData(),
                                      static_cast<size_t>(plain.size()), level);
    packed.truncate(static_cast<qsizetype>(size));
    return packed;
}

Result<QByteArray> unpack(QByteArrayView packed)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, mostWindowLog);
    QByteArray plain;
    QByteArray part(static_cast<qsizetype>(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    ZSTD_inBuffer in{packed.data(), static_cast<size_t>(packed.size()), 0};
    size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer out{part.data(), static_cast<size_t>(part.size()), 0};
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) || plain.size() + static_cast<qsizetype>(out.pos) > mostUnpackedBytes)
            return malformed("packing");
        plain.append(part.constData(), static_cast<qsizetype>(out.pos));
        // The bytes are at an end, and the frame is not.
        if (left != 0 && in.pos == in.size && out.pos < out.size)
            return malformed("packing");
    }
    return in.pos == in.size ? Result<QByteArray>(plain) : malformed("packing");
}

} // namespace yichuang::courier
