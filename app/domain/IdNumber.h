#pragma once

#include "domain/Sex.h"

#include <QDate>
#include <QString>

#include <tl/expected.hpp>

namespace yichuang {

enum class IdNumberFault
{
    Empty,
    WrongLength,
    FifteenDigits, // the number of before 1999; accepted only when searching the history
    WrongCharacter,
    WrongBirthDate,
    BornInFuture,
    OlderThan150,
    WrongCheckDigit,
};

enum class IdNumberKind
{
    Resident,            // 居民身份证
    HongKongMacaoTaiwan, // 港澳台居民居住证, 81 82 83
    ForeignResident,     // 外国人永久居留身份证 of 2023, begins with 9
};

// An 18-digit citizen number, GB 11643-1999 (check digit: ISO 7064 MOD 11-2). Always valid.
class IdNumber
{
public:
    // Full-width digits, blanks and a small x are put right. `today` is the business date.
    static tl::expected<IdNumber, IdNumberFault> parse(QStringView text, QDate today);

    const QString &text() const { return m_text; }
    IdNumberKind kind() const;
    QString region() const { return m_text.left(6); }
    // False where it begins with no province of GB/T 2260: warn, never refuse (old cards keep what was
    // abolished).
    bool hasKnownRegion() const;
    QDate birth() const;
    Sex sex() const;            // Male or Female
    int ageOn(QDate day) const; // full years; on the birthday the year is full
    QString masked() const;     // 430407********2043

    bool operator==(const IdNumber &) const = default;

private:
    explicit IdNumber(QString text)
        : m_text(std::move(text))
    {}
    QString m_text;
};

// The 18th character for 17 digits; null where they are not 17 digits. For simulators and tests too.
QChar idNumberCheckDigit(QStringView seventeenDigits);

} // namespace yichuang
