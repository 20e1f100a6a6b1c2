#pragma once

#include "intake/CaseFacts.h"
#include "intake/ChecklistLine.h"
#include "intake/CommittedDate.h"
#include "intake/DraftDocument.h"
#include "intake/MatterView.h"

#include <optional>

namespace yichuang {

// What a draft is about: the chosen items with their one form, and the verdict on what was given so far.
// Every answer is computed at once from values; nothing here waits. CatalogueMatter is the real one.
class Matter
{
public:
    virtual ~Matter() = default;

    virtual void choose(const DraftDocument &draft) = 0;
    virtual void judge(const DraftDocument &draft, const QDateTime &now) = 0;

    virtual MatterHead head() const = 0; // of the bundle, or of the one item; empty where none is chosen
    virtual QList<MatterGroup> groups() const = 0;
    virtual QList<MatterQuestion> questions() const = 0; // those that are asked with the present answers
    virtual MatterVerdict verdict() const = 0;
    virtual FieldCheckup check(const QString &key, const QString &text, QDate today) const = 0;
    virtual bool isReady() const = 0; // no gap that keeps the case from being accepted or collected
    virtual bool mayAcceptHere() const = 0;

    virtual bool knows(const QString &item) const = 0;
    virtual QString nameOf(const QStringList &items, const QString &bundle) const = 0;
    virtual QStringList itemsOfBundle(const QString &bundle) const = 0; // empty for an unknown one
    virtual QMap<QString, QString> versions() const = 0;                // of the chosen items, by code

    virtual bool hasLine(const QString &line) const = 0;
    virtual bool hasField(const QString &key) const = 0;
    // Whether the field is a party's name or number, as a card gives them.
    virtual bool saysWho(const QString &key) const = 0;
    virtual bool hasQuestion(const QString &question) const = 0;
    // Whether the item takes this kind of document of this party; true where no item is chosen.
    virtual bool takesDocument(const QString &role, const QString &idType) const = 0;

    virtual QList<ChecklistLine> checklist(const DraftDocument &draft) const = 0;
    virtual std::optional<CommittedDate> committedDate(const QDateTime &now) const = 0;
    virtual QDate deferralDue(const QString &line, QDate today) const = 0;
    virtual QDate respondBy(QDate today) const = 0;
    // The form's keys about this party with what it says; a key that it says nothing to has an empty text.
    virtual QMap<QString, QJsonValue> valuesOf(const Party &party) const = 0;
    // What the form proposes where nobody has said anything else.
    virtual QMap<QString, QJsonValue> proposals() const = 0;
    // One for every item, without its case id.
    virtual QList<CaseRecord> records(const DraftDocument &draft, const QDateTime &now) const = 0;
};

} // namespace yichuang
