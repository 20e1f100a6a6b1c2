#include "domain/CreditCode.h"

#include "domain/Text.h"

#include <array>

namespace yichuang {

namespace {

constexpr int length = 18;
constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"; // no I O S V Z
constexpr int base = 31;
constexpr std::array<int, 8> organisationWeights{3, 7, 9, 10, 5, 8, 4, 2};

int valueOf36(QChar c)
{
    return c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
}

} // namespace

QChar creditCodeCheckCharacter(QStringView seventeenCharacters)
{
    if (seventeenCharacters.size() != length - 1)
        return {};
    int sum = 0;
    int weight = 1; // 3 to the power of the place, modulo 31
    for (const QChar c : seventeenCharacters) {
        const auto value = alphabet.indexOf(c);
        if (value < 0)
            return {};
        sum += static_cast<int>(value) * weight;
        weight = weight * 3 % base;
    }
    return alphabet[(base - sum % base) % base];
}

tl::expected<CreditCode, CreditCodeFault> CreditCode::parse(QStringView text)
{
    const QString code = codeCharacters(text);
    if (code.isEmpty())
        return tl::make_unexpected(CreditCodeFault::Empty);
    if (code.size() != length)
        return tl::make_unexpected(CreditCodeFault::WrongLength);
    for (const QChar c : code) {
        if (!alphabet.contains(c))
            return tl::make_unexpected(CreditCodeFault::WrongCharacter);
    }
    if (creditCodeCheckCharacter(QStringView(code).first(length - 1)) != code.back())
        return tl::make_unexpected(CreditCodeFault::WrongCheckDigit);
    return CreditCode(code);
}

bool CreditCode::organisationCodeHolds() const
{
    const QString code = organisationCode();
    int sum = 0;
    for (int i = 0; i < 8; ++i)
        sum += valueOf36(code.at(i)) * organisationWeights[static_cast<size_t>(i)];
    const int check = 11 - sum % 11;
    const QChar expected = check == 10 ? u'X' : check == 11 ? u'0' : QChar(u'0' + check);
    return code.back() == expected;
}

} // namespace yichuang
