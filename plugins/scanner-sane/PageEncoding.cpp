#include "PageEncoding.h"

#include <QBuffer>

#include <cmath>

namespace yichuang::sane {

namespace {

QImage blackWhite(const QImage &image, int threshold)
{
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    QImage result(gray.size(), QImage::Format_Mono);
    result.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    result.fill(0);
    for (int y = 0; y < gray.height(); ++y) {
        const uchar *from = gray.constScanLine(y);
        uchar *to = result.scanLine(y);
        for (int x = 0; x < gray.width(); ++x) {
            if (from[x] >= threshold)
                to[x / 8] = uchar(to[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return result;
}

QByteArray written(QImage image, const char *format, int quality, int dpi)
{
    const int dotsPerMeter = int(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

} // namespace

ScannedPage encodePage(const QImage &image, ScanColour colour, int dpi, int quality, int threshold)
{
    constexpr int defaultQuality = -1;
    if (colour == ScanColour::BlackWhite)
        return {written(blackWhite(image, threshold), "PNG", defaultQuality, dpi),
                QStringLiteral("image/png")};
    const QImage page = colour == ScanColour::Gray ? image.convertToFormat(QImage::Format_Grayscale8) : image;
    return {written(page, "JPEG", quality, dpi), QStringLiteral("image/jpeg")};
}

} // namespace yichuang::sane
