#pragma once

#include "ui/materials/PageFile.h"
#include "ui/materials/PageImages.h"
#include "ui/materials/PageTray.h"

#include <QImage>

namespace yichuang {

// Words and views of pages that several parts of the screen share.
QString groupWords(const PageGroup &group); // "8 存量房买卖合同"
QString pictureWords(PageImages::State state);
QString faultWords(const QString &fileName, PageFileFault fault);
QString lineWords(const ChecklistLine &line); // how the line stands: pages, or the state in a word
QString sizeWords(qint64 bytes);              // "312 KB", "3.1 MB"

// Clockwise by 0, 90, 180 or 270 degrees.
QImage turned(const QImage &image, int degrees);

} // namespace yichuang
