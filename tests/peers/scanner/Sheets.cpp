#include "Sheets.h"

#include <QDir>
#include <QPainter>

namespace peer {

namespace {

QImage drawn(int number, QSize dots)
{
    QImage sheet(dots, QImage::Format_RGB888);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    const int unit = dots.width() / 40;
    for (int bar = 0; bar < number; ++bar)
        painter.fillRect((2 + 3 * bar) * unit, 2 * unit, 2 * unit, 4 * unit, Qt::black);
    for (int y = 9 * unit; y < dots.height() - 3 * unit; y += 2 * unit)
        painter.fillRect(2 * unit, y, dots.width() - (4 + y / unit % 5) * unit, unit / 2 + 1,
                         QColor(70, 70, 70));
    painter.fillRect(dots.width() - 10 * unit, 2 * unit, 6 * unit, 6 * unit, QColor(200, 30, 30));
    painter.end();
    return sheet;
}

} // namespace

QImage sheetPicture(const QString &folder, int number, QSize dots)
{
    const QDir pages(folder);
    const QStringList names = folder.isEmpty() ? QStringList() : pages.entryList(QDir::Files, QDir::Name);
    QImage picture;
    if (!names.isEmpty())
        picture.load(pages.filePath(names.at((number - 1) % names.size())));
    if (picture.isNull())
        return drawn(number, dots);
    return picture.scaled(dots, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB888);
}

} // namespace peer
