#include "domain/PhoneNumber.h"

#include "domain/Mask.h"
#include "domain/Text.h"

namespace yichuang {

namespace {

using Parsed = tl::expected<QString, PhoneNumberFault>;

constexpr int mobileLength = 11;

// Three digits for the four cities under the State Council, the second-digit-2 centres, else four.
int areaCodeLength(QStringView number)
{
    return number.startsWith(u"01") || number.startsWith(u"02") ? 3 : 4;
}

Parsed mobile(QStringView digits)
{
    if (digits.size() != mobileLength)
        return tl::make_unexpected(PhoneNumberFault::WrongLength);
    if (digits[1] < u'3')
        return tl::make_unexpected(PhoneNumberFault::UnknownPrefix);
    return digits.toString();
}

Parsed landline(QStringView digits, QStringView extension)
{
    const int area = areaCodeLength(digits);
    if (digits.startsWith(u"00") || (digits.startsWith(u"01") && !digits.startsWith(u"010")))
        return tl::make_unexpected(PhoneNumberFault::UnknownPrefix);
    const auto local = digits.size() - area;
    if ((local != 7 && local != 8) || extension.size() > 6)
        return tl::make_unexpected(PhoneNumberFault::WrongLength);
    if (digits[area] < u'2')
        return tl::make_unexpected(PhoneNumberFault::UnknownPrefix); // local numbers begin with 2 to 8
    const QString text = digits.first(area).toString() + u'-' + digits.sliced(area).toString();
    return extension.isEmpty() ? text : text + u'-' + extension.toString();
}

// "0734-8866123-801": the hyphen after the area code is a blank, a later one begins the extension.
QString takeExtension(QString &text)
{
    const auto hyphen = text.lastIndexOf(u'-');
    if (!text.startsWith(u'0') || hyphen < 10)
        return {};
    const QString extension = text.sliced(hyphen + 1);
    text.truncate(hyphen);
    return extension;
}

} // namespace

tl::expected<PhoneNumber, PhoneNumberFault> PhoneNumber::parse(QStringView text)
{
    QString plain = codeCharacters(text);
    if (plain.isEmpty())
        return tl::make_unexpected(PhoneNumberFault::Empty);
    for (const QLatin1String country : {QLatin1String("+86"), QLatin1String("0086")}) {
        if (plain.startsWith(country))
            plain = plain.sliced(country.size());
    }
    const QString extension = takeExtension(plain);
    plain.remove(u'-').remove(u'(').remove(u')');
    if (!isDigits(plain) || (!extension.isEmpty() && !isDigits(extension)))
        return tl::make_unexpected(PhoneNumberFault::WrongCharacter);
    if (plain.size() < 7 || plain.size() > 12)
        return tl::make_unexpected(PhoneNumberFault::WrongLength);
    Parsed parsed = tl::make_unexpected(PhoneNumberFault::UnknownPrefix);
    if (plain.startsWith(u'0'))
        parsed = landline(plain, extension);
    else if (plain.startsWith(u'1') || plain.size() == mobileLength)
        parsed = plain.startsWith(u'1') ? mobile(plain) : parsed;
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    return PhoneNumber(*parsed);
}

QString PhoneNumber::masked() const
{
    return mask::phone(m_text);
}

} // namespace yichuang
