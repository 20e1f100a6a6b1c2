#include "domain/ItemCode.h"

#include "domain/CreditCode.h"
#include "domain/Text.h"

namespace yichuang {

namespace {

constexpr int zwfwLength = 31;
constexpr int creditCodeLength = 18;
constexpr int gbMaximum = 24;
constexpr int freeMaximum = 50;

struct SchemeName
{
    ItemCodeScheme scheme;
    QLatin1String name;
};
constexpr SchemeName schemeNames[] = {{ItemCodeScheme::Zwfw31, QLatin1String("zwfw31")},
                                      {ItemCodeScheme::Gb39046, QLatin1String("gb39046")},
                                      {ItemCodeScheme::Free, QLatin1String("free")}};

std::optional<ItemCodeFault> lintZwfw31(const QString &code)
{
    if (code.size() != zwfwLength)
        return ItemCodeFault::WrongLength;
    const auto body = CreditCode::parse(QStringView(code).first(creditCodeLength));
    if (!body || body->text() != QStringView(code).first(creditCodeLength))
        return ItemCodeFault::WrongCreditCode;
    if (const QChar level = code.at(creditCodeLength); level < u'1' || level > u'7')
        return ItemCodeFault::WrongLevel; // GB/T 39046 A.2
    if (!isDigits(QStringView(code).sliced(creditCodeLength + 1)))
        return ItemCodeFault::WrongCharacter;
    return std::nullopt;
}

std::optional<ItemCodeFault> lintGb39046(const QString &code)
{
    if (code.size() > gbMaximum)
        return ItemCodeFault::WrongLength;
    const bool plain = std::all_of(code.begin(), code.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    });
    return plain ? std::nullopt : std::optional(ItemCodeFault::WrongCharacter);
}

std::optional<ItemCodeFault> lintFree(const QString &code)
{
    if (code.size() > freeMaximum)
        return ItemCodeFault::WrongLength;
    const bool printable =
        std::all_of(code.begin(), code.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    return printable ? std::nullopt : std::optional(ItemCodeFault::WrongCharacter);
}

} // namespace

std::optional<ItemCodeFault> lint(const ItemCode &code)
{
    if (code.code.isEmpty())
        return ItemCodeFault::Empty;
    switch (code.scheme) {
    case ItemCodeScheme::Zwfw31:
        return lintZwfw31(code.code);
    case ItemCodeScheme::Gb39046:
        return lintGb39046(code.code);
    case ItemCodeScheme::Free:
        break;
    }
    return lintFree(code.code);
}

std::optional<ItemCodeScheme> itemCodeSchemeFromString(QStringView name)
{
    for (const SchemeName &entry : schemeNames) {
        if (name == entry.name)
            return entry.scheme;
    }
    return std::nullopt;
}

QString toString(ItemCodeScheme scheme)
{
    return schemeNames[static_cast<size_t>(scheme)].name;
}

} // namespace yichuang
