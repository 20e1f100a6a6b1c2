#include "platform/api/Unpack.h"

#include <memory>
#include <zstd.h>

namespace yichuang {

Result<QByteArray> unpackBody(const QByteArray &encoding, const QByteArray &body)
{
    if (encoding.isEmpty() || encoding == "identity")
        return body;
    if (encoding != "zstd")
        return raise(ErrorCode::BodyEncodingUnknown);
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    // Also the window's memory is the sender's wish, and bounded.
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 23);
    QByteArray plain(mostUnpackedBytes, Qt::Uninitialized);
    ZSTD_outBuffer out{plain.data(), static_cast<size_t>(plain.size()), 0};
    ZSTD_inBuffer in{body.constData(), static_cast<size_t>(body.size()), 0};
    size_t left = 1;
    while (in.pos < in.size && left != 0) {
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left))
            return raise(ErrorCode::BodyMalformed);
        if (out.pos == out.size && left != 0)
            return raise(ErrorCode::BodyTooLarge);
    }
    plain.truncate(static_cast<qsizetype>(out.pos));
    return plain;
}

} // namespace yichuang
