#pragma once

#include "catalog/Form.h"

#include <QDate>

namespace yichuang {

enum class FieldFault
{
    WrongType,
    TooShort,
    TooLong,
    TooSmall,
    TooLarge,
    NotAChoice,
    NotAName,
    NotAPhone,
    NotADate,
    IdNumberWrongLength,
    IdNumberFifteenDigits,
    IdNumberWrongCharacter,
    IdNumberWrongBirthDate,
    IdNumberWrongCheckDigit,
    CreditCodeWrongLength,
    CreditCodeWrongCharacter,
    CreditCodeWrongCheckDigit,
    // These warn; the value may stand.
    IdNumberUnknownRegion,
    OrganisationCodeDoubtful,
};

struct FieldVerdict
{
    QJsonValue value; // put right: half width, trimmed, capital
    std::optional<FieldFault> fault;
    bool blocks = false; // false with a fault: a warning

    bool holds() const { return !blocks; }
};

// One field on leaving it. An empty value always holds: whether it may be missing is the verdict's question.
FieldVerdict checkField(const FormField &field, const QJsonValue &value, QDate today);

// What the clerk typed, as the field's value: "586,000.00" of money is 58600000 fen, "20261123" is a date.
// Undefined where it is no value of the type.
QJsonValue fieldValueFromText(const FormField &field, QStringView text);
// How a value is edited.
QString fieldText(const FormField &field, const QJsonValue &value);

} // namespace yichuang
