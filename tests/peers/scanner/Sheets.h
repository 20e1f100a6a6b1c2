#pragma once

#include <QImage>
#include <QString>

namespace peer {

// The picture of sheet `number` (from 1) in dots: from the folder, or a page with `number` bars at its top.
QImage sheetPicture(const QString &folder, int number, QSize dots);

} // namespace peer
