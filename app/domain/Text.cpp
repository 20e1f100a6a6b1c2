#include "domain/Text.h"

namespace yichuang {

namespace {
constexpr ushort firstFullWidth = 0xFF01;
constexpr ushort lastFullWidth = 0xFF5E;
constexpr ushort fullWidthOffset = 0xFEE0;
constexpr ushort ideographicSpace = 0x3000;
} // namespace

QString toHalfWidth(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c.unicode() >= firstFullWidth && c.unicode() <= lastFullWidth)
            c = QChar(static_cast<ushort>(c.unicode() - fullWidthOffset));
        else if (c.unicode() == ideographicSpace || c.unicode() == QChar::Nbsp)
            c = u' ';
    }
    return result;
}

QString tidied(QStringView text)
{
    return toHalfWidth(text).simplified();
}

QString codeCharacters(QStringView text)
{
    QString result = toHalfWidth(text).toUpper();
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace yichuang
