#pragma once

#include "base/Result.h"
#include "documents/NoticeData.h"

#include <QByteArray>

namespace yichuang {

struct NoticePaper
{
    QByteArray pdf;    // PDF/A-1b, A4
    QString checkCode; // on its foot and in its QR code
    int pages = 0;
};

// Draws a notice (STYLE.md section 7): margins of 20 mm, text of 11.5 pt and more, tables of 10.5 pt, the QR
// code at the head, the place of the seal at its end, page numbers at the foot. Takes some tens of
// milliseconds: not for the screen's thread. NoticeIncomplete where the law demands more than the case has.
Result<NoticePaper> drawNotice(PaperKind kind, const NoticeData &data);

} // namespace yichuang
