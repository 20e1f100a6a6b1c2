#include "domain/PersonName.h"

#include "domain/Mask.h"
#include "domain/Text.h"

namespace yichuang {

namespace {

constexpr int maximumCharacters = 50;
constexpr char32_t middleDot = 0x00B7; // GB 18030's dot of ethnic names

// The dots that input methods and older systems put between the parts of an ethnic name.
bool isDotVariant(char32_t c)
{
    return c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x22C5 || c == 0x30FB || c == 0xFF65 ||
           c == 0x0387;
}

bool mayStandInName(char32_t c)
{
    if (c == middleDot || c == U' ' || c == U'-' || c == U'\'' || c == U'.')
        return true;
    // Private-use characters stand for rare ones on cards made before Unicode had them.
    return QChar::isLetter(c) || QChar::isMark(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

} // namespace

tl::expected<PersonName, PersonNameFault> PersonName::parse(QStringView text)
{
    const QString tidy = tidied(text).normalized(QString::NormalizationForm_C);
    if (tidy.isEmpty())
        return tl::make_unexpected(PersonNameFault::Empty);
    QList<uint> characters = tidy.toUcs4();
    if (characters.size() > maximumCharacters)
        return tl::make_unexpected(PersonNameFault::TooLong);
    bool hasLetter = false;
    for (uint &c : characters) {
        if (isDotVariant(c))
            c = middleDot;
        if (!mayStandInName(c))
            return tl::make_unexpected(PersonNameFault::WrongCharacter);
        hasLetter = hasLetter || QChar::isLetter(c) || QChar::category(c) == QChar::Other_PrivateUse;
    }
    if (!hasLetter)
        return tl::make_unexpected(PersonNameFault::WrongCharacter);
    return PersonName(
        QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size()));
}

QString PersonName::masked() const
{
    return mask::name(m_text);
}

} // namespace yichuang
