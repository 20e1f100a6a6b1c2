#pragma once

#include "base/Result.h"

#include <QByteArray>

namespace yichuang {

// Makes the text of a PDF that QPdfWriter wrote what was meant. The font gives some characters the glyph of
// their radical, and the writer then says that it drew the radical: whoever copies or searches the paper
// finds "⽉" (U+2F49) instead of "月". PDF/A-1b stays PDF/A-1b. PaperUnreadable where the PDF does not parse.
Result<QByteArray> withReadableText(const QByteArray &pdf);

} // namespace yichuang
