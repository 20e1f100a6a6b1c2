#pragma once

#include "documents/NoticeData.h"
#include "documents/PaperTexts.h"

namespace yichuang {

// The body of a notice as simple HTML for QTextDocument: whom it concerns, the case, its papers, and what
// follows for the person. Everything of the case is escaped.
QString noticeHtml(PaperKind kind, const NoticeData &data, const PaperText &text);

// The parts that the law demands of this paper and that the case does not have (行政许可法 32, DOMAIN.md
// section 4); empty for a lawful paper.
QStringList missingParts(PaperKind kind, const NoticeData &data);

// "共 8 件，您只带来 2 件": lines that nobody had to bring do not count as brought.
int broughtCount(const QList<NoticeLine> &lines);
QString stateWord(const NoticeLine &line);

} // namespace yichuang
