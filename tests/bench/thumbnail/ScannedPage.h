#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

namespace yichuang::bench {

// What a scanner makes of an A4 paper with text and a red seal at 200 dpi in colour: 1654 by 2339 pixels,
// with the grain of paper and lamp.
inline QByteArray scannedPage()
{
    QImage image(1654, 2339, QImage::Format_RGB32);
    image.fill(QColor(247, 245, 238));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(38);
    painter.setFont(font);
    for (int line = 0; line < 30; ++line)
        painter.drawText(
            180, 220 + line * 66,
            QStringLiteral("第%1条　示例文字，用于衡量扫描件的解码，不含真实内容。").arg(line + 1));
    painter.setPen(QPen(QColor(205, 40, 40), 12));
    painter.drawEllipse(QPoint(1250, 1950), 190, 190);
    painter.end();
    QRandomGenerator dice(20261123);
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grain = dice.bounded(9) - 4;
            const auto with = [grain](int part) { return qBound(0, part + grain, 255); };
            row[x] = qRgb(with(qRed(row[x])), with(qGreen(row[x])), with(qBlue(row[x])));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

} // namespace yichuang::bench
