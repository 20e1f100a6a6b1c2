#pragma once

#include "PrinterProfile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

// Text as the printer's font counts it: Latin letters are one cell wide, everything else two.

namespace yichuang::escpos {

// Without control characters, which would be commands to the printer; line breaks stay.
QString printable(const QString &text);

int cellsOf(char32_t character);
int cellsOf(const QString &text);

// Lines of at most `cells` cells, broken at line breaks, blanks and between Chinese characters. A word is
// broken only where it is wider than a line; no line begins with a closing mark (，。）…).
QStringList wrapped(const QString &text, int cells);

// The bytes that the printer's font knows; nullopt where a character has none.
std::optional<QByteArray> encoded(const QString &text, Characters characters);

} // namespace yichuang::escpos
