#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace yichuang {

// A line icon of the 20 grid, 1.5 stroke, in one colour: "rotate-left", "rotate-right", "zoom-in",
// "zoom-out", "fit", "trash", "undo", "scan", "import", "back", "earlier", "later", "save", "window",
// "intake", "cases", "help", "page", "cloud-off", "cloud-up", "attention", "retry", "courier", "print". Null
// for an unknown name.
QIcon icon(QLatin1String name, const QColor &colour);

} // namespace yichuang
