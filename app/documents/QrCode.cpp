#include "documents/QrCode.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>

namespace yichuang {

namespace {

constexpr qsizetype longest = 400;
constexpr int quiet = 4;

} // namespace

Result<QrCode> encodeQr(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        bytes.size() <= longest
            ? QRcode_encodeData(static_cast<int>(bytes.size()),
                                reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M)
            : nullptr,
        &QRcode_free);
    if (!made)
        return raise(ErrorCode::QrTextTooLong);
    QrCode code{made->width, QBitArray(made->width * made->width)};
    for (int i = 0; i < made->width * made->width; ++i)
        code.dark.setBit(i, made->data[i] & 1);
    return code;
}

void drawQr(QPainter &painter, const QRectF &box, const QrCode &code)
{
    const qreal module = box.width() / (code.size + 2 * quiet);
    painter.fillRect(box, Qt::white);
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (code.isDark(x, y))
                painter.fillRect(
                    QRectF(box.x() + (x + quiet) * module, box.y() + (y + quiet) * module, module, module),
                    Qt::black);
        }
    }
}

} // namespace yichuang
