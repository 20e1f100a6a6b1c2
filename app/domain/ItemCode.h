#pragma once

#include <QString>

#include <optional>

namespace yichuang {

// Which rule an item's code was made by. No meaning is read from a code: the scheme serves the lint only.
enum class ItemCodeScheme
{
    Zwfw31,  // 18 credit code of the body + 1 level (1…7) + 12 base code
    Gb39046, // at most 24 letters and digits
    Free,    // 1 to 50 printable characters
};

enum class ItemCodeFault
{
    Empty,
    WrongLength,
    WrongCharacter,
    WrongCreditCode,
    WrongLevel,
};

struct ItemCode
{
    ItemCodeScheme scheme = ItemCodeScheme::Free;
    QString code;
    bool operator==(const ItemCode &) const = default;
};

// nullopt where the code is as its scheme wants it. A fault warns; it never stops a case.
std::optional<ItemCodeFault> lint(const ItemCode &code);

std::optional<ItemCodeScheme> itemCodeSchemeFromString(QStringView name); // "zwfw31", "gb39046", "free"
QString toString(ItemCodeScheme scheme);

} // namespace yichuang
