#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace yichuang {

enum class CreditCodeFault
{
    Empty,
    WrongLength,
    WrongCharacter, // I, O, S, V and Z do not occur
    WrongCheckDigit,
};

// An 18-character unified social credit code, GB 32100-2015. The check character holds.
class CreditCode
{
public:
    // Full-width and small letters and blanks are put right.
    static tl::expected<CreditCode, CreditCodeFault> parse(QStringView text);

    const QString &text() const { return m_text; }
    QString region() const { return m_text.mid(2, 6); }
    QString organisationCode() const { return m_text.mid(8, 9); }
    // GB 11714's own check of those nine. Old codes may fail it: warn, never refuse.
    bool organisationCodeHolds() const;

    bool operator==(const CreditCode &) const = default;

private:
    explicit CreditCode(QString text)
        : m_text(std::move(text))
    {}
    QString m_text;
};

QChar creditCodeCheckCharacter(QStringView seventeenCharacters); // null where they are not of the alphabet

} // namespace yichuang
