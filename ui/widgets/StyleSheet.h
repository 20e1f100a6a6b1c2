#pragma once

#include "ui/widgets/Tokens.h"

#include <QString>

namespace yichuang {

// The style sheet of the program: tokens by @name, sizes by @<n>px, put into one text.
QString styleSheetOf(const Tokens &tokens, int percent);

} // namespace yichuang
