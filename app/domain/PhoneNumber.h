#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace yichuang {

enum class PhoneNumberFault
{
    Empty,
    WrongCharacter,
    WrongLength,
    UnknownPrefix, // neither 13…19 nor an area code
};

// A mobile number of the mainland (11 digits, 13 to 19) or a landline with its area code
// (0734-8866123, with an extension after a second hyphen). Blanks, hyphens and +86 are put right.
class PhoneNumber
{
public:
    static tl::expected<PhoneNumber, PhoneNumberFault> parse(QStringView text);

    const QString &text() const { return m_text; } // "13800006021", "0734-8866123", "0734-8866123-801"
    bool isMobile() const { return !m_text.startsWith(u'0'); }
    QString masked() const; // 138****6021

    bool operator==(const PhoneNumber &) const = default;

private:
    explicit PhoneNumber(QString text)
        : m_text(std::move(text))
    {}
    QString m_text;
};

} // namespace yichuang
