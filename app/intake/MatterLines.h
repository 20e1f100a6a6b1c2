#pragma once

#include "catalog/Verdict.h"
#include "intake/ChecklistLine.h"
#include "intake/DraftDocument.h"

namespace yichuang {

// How a line stands before the clerk has said anything of it: a paper that is drawn up from the form is
// there, one that is shared need not be brought; otherwise what the draft says, and pages speak for
// themselves.
LineState standingOf(const Material &material, const DraftMaterial &given);

QMap<QString, JudgedLine> judgedLines(const QList<ApplicableLine> &lines, const DraftDocument &draft);
ChecklistLine checklistLine(const ApplicableLine &line, const DraftDocument &draft);

} // namespace yichuang
