#pragma once

#include "base/Error.h"

#include <QString>

namespace yichuang {

// An error in the words of the style (STYLE.md section 9): what happened, what to do, what is not lost.
struct ErrorText
{
    QString happened;
    QString toDo;
    QString kept;
    QString code; // for the telephone, under 详情

    QString inOneLine() const { return happened + toDo + kept; }
};

// The words are in translations/zh_CN/errors.ts, by the text of the catalogue; `translations/errors` writes
// it.
ErrorText errorText(const Error &error);

} // namespace yichuang
