#pragma once

#include "catalog/Facts.h"
#include "catalog/Item.h"

namespace yichuang {

// A material that applies to this case, with what the items together want of it.
struct ApplicableLine
{
    Material material;
    int number = 0; // by catalogue, from 1
    bool required = true;
    QStringList items; // ids of the items that want it
};

// The lines that apply for these facts, in the order of the catalogue. Of several items each material comes
// once: the greater count, the stricter form, required where one requires it, deferrable where all allow it.
QList<ApplicableLine> checklistFor(const QList<const Item *> &items, const GivenFacts &given);

} // namespace yichuang
