#pragma once

#include "catalog/Verdict.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace yichuang {

// What the catalogue says about the chosen matter, as plain values for the flow and its screen. Texts are the
// catalogue's own (Chinese data).

enum class FieldKind
{
    Text,
    LongText,
    Number,
    Money, // fen
    Date,
    Choice,
    Flag,
    Phone,
    IdNumber,
    CreditCode
};

struct FieldOption
{
    QJsonValue value;
    QString label;
    bool operator==(const FieldOption &) const = default;
};

struct MatterField
{
    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    QString hint; // shown while it is empty
    QString unit;
    QList<FieldOption> options;
    bool required = false;
    bool wide = false;
    bool computed = false;
    bool saysWho = false; // the party's name or number: what a card said of it is not typed over
    int items = 1;        // in how many of the chosen items' forms it stands
    bool operator==(const MatterField &) const = default;
};

struct MatterGroup
{
    QString id;
    QString title;
    QString role;              // whose data it holds: "applicant", "transferor", …; empty where no one's
    QList<MatterField> fields; // those that are asked with the present answers
    bool operator==(const MatterGroup &) const = default;
};

// Whether a typed text is a value of the field, and if not, which rule it breaks.
struct FieldCheckup
{
    QJsonValue value{QJsonValue::Undefined}; // undefined where the text cannot be a value
    std::optional<FieldFault> fault;
    bool blocks = false; // otherwise a warning
    bool operator==(const FieldCheckup &) const = default;
};

struct MatterQuestion
{
    QString id;
    QString text;
    QList<FieldOption> options;
    bool operator==(const MatterQuestion &) const = default;
};

struct MatterGap
{
    enum class Kind
    {
        Situation,
        Field,
        Material,
        Person,
        Nowhere
    };
    Kind kind = Kind::Field;
    GapKind reason = GapKind::FieldMissing;
    std::optional<FieldFault> fault; // of an invalid field
    QString target;                  // question, field key, line, or role
    QString what;
    QString why;
    QString how;
    bool operator==(const MatterGap &) const = default;
};

struct MatterVerdict
{
    QList<MatterGap> gaps;
    int deferred = 0;
    // Where the matter cannot be taken at all.
    bool impossible = false;
    QString reason, ground, authority;
    bool operator==(const MatterVerdict &) const = default;
};

// The chosen matter in words.
struct MatterHead
{
    QString code;
    QString name;
    QString windowKind; // "real-estate", …
    QString service;    // the word of the data: "no-visit", "on-the-spot", …
    QStringList departments;
    QString ground; // legal basis
    int visits = 0; // how often the person must come
    bool immediate = false;
    bool demonstration = false; // 示例
    bool operator==(const MatterHead &) const = default;
};

} // namespace yichuang
