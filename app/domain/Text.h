#pragma once

#include <QString>

namespace yichuang {

// Full-width letters, digits and blanks become their ASCII forms, as an input method leaves them behind.
QString toHalfWidth(QStringView text);

// For comparing what was typed with what is stored: half width, trimmed, inner blanks as one.
QString tidied(QStringView text);

// For codes and numbers: half width, capital, without any blank.
QString codeCharacters(QStringView text);

// One or more of the ASCII digits; those of other scripts do not count.
bool isDigits(QStringView text);

} // namespace yichuang
