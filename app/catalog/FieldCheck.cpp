#include "catalog/FieldCheck.h"

#include "domain/CreditCode.h"
#include "domain/Dates.h"
#include "domain/IdNumber.h"
#include "domain/PersonName.h"
#include "domain/PhoneNumber.h"
#include "domain/Text.h"

#include <algorithm>
#include <cmath>

namespace yichuang {

namespace {

FieldVerdict refused(const QJsonValue &value, FieldFault fault)
{
    return {value, fault, true};
}

FieldVerdict warned(const QJsonValue &value, FieldFault fault)
{
    return {value, fault, false};
}

FieldVerdict fine(const QJsonValue &value)
{
    return {value, std::nullopt, false};
}

// What a person counts as characters: a pair of surrogates is one.
qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

FieldFault faultOf(IdNumberFault fault)
{
    switch (fault) {
    case IdNumberFault::FifteenDigits:
        return FieldFault::IdNumberFifteenDigits;
    case IdNumberFault::WrongCharacter:
        return FieldFault::IdNumberWrongCharacter;
    case IdNumberFault::WrongBirthDate:
    case IdNumberFault::BornInFuture:
    case IdNumberFault::OlderThan150:
        return FieldFault::IdNumberWrongBirthDate;
    case IdNumberFault::WrongCheckDigit:
        return FieldFault::IdNumberWrongCheckDigit;
    case IdNumberFault::Empty:
    case IdNumberFault::WrongLength:
        break;
    }
    return FieldFault::IdNumberWrongLength;
}

FieldVerdict checkIdNumber(const QString &text, QDate today)
{
    const auto number = IdNumber::parse(text, today);
    if (!number)
        return refused(text, faultOf(number.error()));
    return number->hasKnownRegion() ? fine(number->text())
                                    : warned(number->text(), FieldFault::IdNumberUnknownRegion);
}

FieldVerdict checkCreditCode(const QString &text)
{
    const auto code = CreditCode::parse(text);
    if (!code) {
        switch (code.error()) {
        case CreditCodeFault::WrongCharacter:
            return refused(text, FieldFault::CreditCodeWrongCharacter);
        case CreditCodeFault::WrongCheckDigit:
            return refused(text, FieldFault::CreditCodeWrongCheckDigit);
        case CreditCodeFault::Empty:
        case CreditCodeFault::WrongLength:
            return refused(text, FieldFault::CreditCodeWrongLength);
        }
    }
    return code->organisationCodeHolds() ? fine(code->text())
                                         : warned(code->text(), FieldFault::OrganisationCodeDoubtful);
}

FieldVerdict checkText(const FormField &field, const QString &typed, QDate today)
{
    switch (field.type) {
    case FieldType::Name: {
        const auto name = PersonName::parse(typed);
        return name ? fine(name->text()) : refused(typed, FieldFault::NotAName);
    }
    case FieldType::Phone: {
        const auto phone = PhoneNumber::parse(typed);
        return phone ? fine(phone->text()) : refused(typed, FieldFault::NotAPhone);
    }
    case FieldType::Date: {
        const std::optional<QDate> date = dateFromString(typed);
        return date ? fine(toString(*date)) : refused(typed, FieldFault::NotADate);
    }
    case FieldType::Choice: {
        const bool known = std::any_of(field.choices.cbegin(), field.choices.cend(),
                                       [&](const FieldChoice &choice) { return choice.value == typed; });
        return known ? fine(typed) : refused(typed, FieldFault::NotAChoice);
    }
    case FieldType::IdNumber:
        return checkIdNumber(typed, today);
    case FieldType::CreditCode:
        return checkCreditCode(typed);
    default:
        break;
    }
    return fine(typed);
}

FieldVerdict checkNumber(const FormField &field, const QJsonValue &value)
{
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return refused(value, FieldFault::WrongType);
    const double number = value.toDouble();
    if (field.type != FieldType::Decimal && std::floor(number) != number)
        return refused(value, FieldFault::WrongType);
    if (field.minimum && number < *field.minimum)
        return refused(value, FieldFault::TooSmall);
    if (number > field.maximum.value_or(1e15))
        return refused(value, FieldFault::TooLarge);
    return fine(value);
}

bool isNumeric(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal || type == FieldType::Money;
}

} // namespace

FieldVerdict checkField(const FormField &field, const QJsonValue &value, QDate today)
{
    if (value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty()))
        return fine(QJsonValue(QJsonValue::Undefined));
    if (isNumeric(field.type))
        return checkNumber(field, value);
    if (field.type == FieldType::Flag)
        return value.isBool() ? fine(value) : refused(value, FieldFault::WrongType);
    if (!value.isString())
        return refused(value, FieldFault::WrongType);
    const QString typed =
        field.type == FieldType::LongText ? value.toString().trimmed() : tidied(value.toString());
    const FieldVerdict verdict = checkText(field, typed, today);
    if (verdict.blocks)
        return verdict;
    const qsizetype length = characters(verdict.value.toString());
    if (length < field.minLength)
        return refused(verdict.value, FieldFault::TooShort);
    if (length > field.maxLength)
        return refused(verdict.value, FieldFault::TooLong);
    return verdict;
}

} // namespace yichuang
