#pragma once

#include "base/Result.h"

#include <QBitArray>
#include <QRectF>
#include <QString>

class QPainter;

namespace yichuang {

// The modules of a QR code (ISO/IEC 18004, error correction M), without its quiet zone.
struct QrCode
{
    int size = 0; // modules a side
    QBitArray dark;

    bool isDark(int x, int y) const { return dark.testBit(y * size + x); }
};

// QrTextTooLong where the text does not fit a code that prints well (over 400 bytes of UTF-8).
Result<QrCode> encodeQr(const QString &text);
// Fills `box` with the code and its quiet zone of four modules.
void drawQr(QPainter &painter, const QRectF &box, const QrCode &code);

} // namespace yichuang
