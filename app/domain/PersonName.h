#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace yichuang {

enum class PersonNameFault
{
    Empty,
    TooLong, // over 50 characters
    WrongCharacter,
};

// A name as it stands on a document: any script's letters and combining marks, the dot of ethnic names
// (its variants become U+00B7), blank, hyphen, apostrophe, full stop. NFC. Characters outside the BMP are
// letters too.
class PersonName
{
public:
    static tl::expected<PersonName, PersonNameFault> parse(QStringView text);

    const QString &text() const { return m_text; }
    QString masked() const; // 罗*芬

    bool operator==(const PersonName &) const = default;

private:
    explicit PersonName(QString text)
        : m_text(std::move(text))
    {}
    QString m_text;
};

} // namespace yichuang
