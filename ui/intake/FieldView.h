#pragma once

#include "intake/MatterView.h"

namespace yichuang::intakeui {

// One field of the form as the screen shows it; holds no rule, only what the rules said.
struct FieldView
{
    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    QString placeholder;
    QString unit;
    QList<FieldOption> options;
    bool required = false;
    bool wide = false;     // spans both columns
    bool readOnly = false; // computed
    // Name and number as the card has them: another card changes them, no typing.
    bool isIdentityOfCard = false;
    QJsonValue value{QJsonValue::Undefined};
    QString text;          // as it is edited
    QString shown;         // while it is not edited: numbers of persons are masked
    QString source;        // valuesource; empty where unanswered
    QString sourceWord;    // "身份证"
    QString originalNote;  // "原：身份证 …", where the clerk changed a filled value
    QString error;         // one sentence; empty where it holds
    bool blocking = false; // the error keeps the case from being accepted

    bool isFilledBefore() const { return !source.isEmpty() && source != u"manual"; }
    bool isAnswered() const { return !text.isEmpty(); }
    // The clerk must still do something about it.
    bool isAsked() const { return (required && text.isEmpty()) || (!error.isEmpty() && blocking); }
    bool operator==(const FieldView &) const = default;
};

struct GroupView
{
    QString id;
    QString title;
    QString role; // whose card fills it; empty where no one's
    QList<FieldView> fields;
    int answered = 0;
    bool complete = false; // every required field is answered and none has an error
    QString summary;       // one line of what it holds, masked
    bool operator==(const GroupView &) const = default;
};

// How many of the form's fields came from where.
struct SourceShare
{
    QString source; // valuesource, or empty for those still to fill
    int count = 0;
    QString word; // "身份证"; where cards of several types were read, the common one
    bool operator==(const SourceShare &) const = default;
};

} // namespace yichuang::intakeui
