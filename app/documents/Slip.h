#pragma once

#include "devices/ReceiptPage.h"
#include "documents/NoticeData.h"

namespace yichuang {

struct SlipPaper
{
    ReceiptPage page;
    QString checkCode;
};

// The slip of 80 mm that goes home with the person (STYLE.md section 7): number, item, promised day, papers,
// what is still owed, visits so far, QR code. Names are masked, numbers of identity are not on it.
SlipPaper makeSlip(PaperKind kind, const NoticeData &data);

} // namespace yichuang
