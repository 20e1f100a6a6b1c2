#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace yichuang::test {

// A picture of an invented paper, A4 upright at about 100 dpi, so that screens can be looked at.
inline QByteArray paperPicture(const QString &title, int lines = 24)
{
    QImage image(827, 1169, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(34);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRect(0, 70, 827, 60), Qt::AlignCenter, title);
    font.setPixelSize(20);
    font.setBold(false);
    painter.setFont(font);
    for (int i = 0; i < lines; ++i)
        painter.drawText(90, 190 + i * 36,
                         QStringLiteral("第%1条　示例文字，用于演示扫描件的样子，不含真实内容。").arg(i + 1));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace yichuang::test
