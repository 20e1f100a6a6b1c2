#pragma once

#include "base/Digest.h"
#include "base/Id.h"

#include <QString>

namespace yichuang {

// The six digits that, with the case number, open a case's progress to its applicant. They come from the
// case's random id, so that they cannot be guessed from the number.
QString queryCode(const CaseId &caseId);

// "8F3C-27A1": ties a paper to its case and content; read over the telephone or typed to check a paper.
// `content` is the digest of what the paper says, without this code.
QString paperCheckCode(const CaseId &caseId, const QString &paper, const QString &paperNumber,
                       const Digest &content);

} // namespace yichuang
