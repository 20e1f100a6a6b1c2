#include "domain/Mask.h"

#include "domain/Text.h"

#include <algorithm>

namespace yichuang::mask {

namespace {

constexpr QChar star = u'*';

QString keepEnds(QStringView text, qsizetype head, qsizetype tail)
{
    if (text.size() <= head + tail)
        return QString(text.size(), star);
    return text.first(head).toString() + QString(text.size() - head - tail, star) +
           text.last(tail).toString();
}

} // namespace

QString name(QStringView name)
{
    const QList<uint> characters = name.trimmed().toUcs4(); // a rare character is two units and one star
    const auto text = [&](qsizetype index) {
        const char32_t c = characters.at(index);
        return QString::fromUcs4(&c, 1);
    };
    if (characters.isEmpty())
        return {};
    if (characters.size() == 1)
        return star;
    if (characters.size() == 2)
        return text(0) + star;
    return text(0) + QString(characters.size() - 2, star) + text(characters.size() - 1);
}

QString idNumber(QStringView number)
{
    const QStringView text = number.trimmed();
    if (text.size() == 18)
        return keepEnds(text, 6, 4);
    const qsizetype quarter = text.size() / 4;
    return keepEnds(text, quarter, quarter);
}

QString phone(QStringView number)
{
    const QStringView text = number.trimmed();
    if (text.size() == 11 && isDigits(text) && text.startsWith(u'1'))
        return keepEnds(text, 3, 4);
    const auto hyphen = text.indexOf(u'-');
    if (hyphen >= 3 && text.size() - hyphen > 6)
        return keepEnds(text, hyphen + 1, 2);
    return keepEnds(text, 0, std::min<qsizetype>(2, text.size() / 4));
}

} // namespace yichuang::mask
