#pragma once

#include "catalog/Facts.h"
#include "catalog/Item.h"

namespace yichuang {

// What several items ask, each thing once (一表申请): the union of their forms by key, their situations and
// their parties. Points into the items, which must outlive it.
struct OneForm
{
    struct Field
    {
        FormField field;       // required where one of the items requires it
        QStringList items;     // ids of those that ask it: 一次填写，n 处共用
        QList<Condition> show; // shown where one of them holds
    };

    QList<FormGroup> groups; // of the same id become one
    QList<Field> fields;     // in the order of the groups
    QList<SituationQuestion> situations;
    QList<PartyRule> parties;

    bool isEmpty() const { return fields.isEmpty(); }
    const Field *field(QStringView key) const; // null where nobody asks it
    QStringList keysOf(QStringView item) const;
    // The keys to show for these facts, in order; a field whose condition fails is neither shown nor kept.
    QStringList shownKeys(const QJsonObject &facts) const;
    // The questions to ask for these facts, in order.
    QStringList shownQuestions(const QJsonObject &facts) const;
};

OneForm oneFormOf(const QList<const Item *> &items);
// With the bundle's own questions before those of its items.
OneForm oneFormOf(const Bundle &bundle, const QList<const Item *> &items);

} // namespace yichuang
