#pragma once

#include "catalog/Condition.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace yichuang {

// How a field is asked and what its JSON value is.
enum class FieldType
{
    Text,       // string
    LongText,   // string, several lines
    Name,       // string, a person's name (domain/PersonName.h)
    Integer,    // number
    Decimal,    // number
    Money,      // integer, fen
    Date,       // string, "2026-11-23"
    Choice,     // string, one of `choices`
    Flag,       // boolean
    Phone,      // string (domain/PhoneNumber.h)
    IdNumber,   // string (domain/IdNumber.h)
    CreditCode, // string (domain/CreditCode.h)
};

struct FieldChoice
{
    QString value;
    QString title;
    bool operator==(const FieldChoice &) const = default;
};

// One question of a form. Its key is the standard key of what it asks (person.name, property.certificateNo
// …): two items that ask the same key ask the same thing, and a bundle asks it once.
struct FormField
{
    QString key;
    QString title;
    FieldType type = FieldType::Text;
    bool required = false; // where it is shown
    bool wide = false;     // spans both columns
    QList<FieldChoice> choices;
    QString hint; // placeholder
    QString unit;
    QString source; // where a value may come from: "card", "licence", "history", "shared"; empty: is asked
    // "applicant.name": filled from this value of the party's card; empty where no card says it.
    QString fill;
    Condition showWhen;
    qsizetype minLength = 0;
    qsizetype maxLength = 200; // characters
    std::optional<double> minimum, maximum;
    std::optional<QJsonValue> defaultValue;
};

struct FormGroup
{
    QString id;
    QString title;
    QString role; // whose data it holds: "applicant", "transferor", …; empty where no one's
    QStringList fields;
    bool operator==(const FormGroup &) const = default;
};

// The form of one item, read from a JSON Schema (draft 7) whose `x-` keys say how to show it.
struct Form
{
    QList<FormGroup> groups;
    QList<FormField> fields; // in the order of the groups
    QJsonObject schema;      // as it stands in the file

    const FormField *field(QStringView key) const; // null where there is none
};

QString toString(FieldType type);

} // namespace yichuang
