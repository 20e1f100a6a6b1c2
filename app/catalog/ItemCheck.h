#pragma once

#include "catalog/CatalogueFault.h"
#include "catalog/Item.h"

namespace yichuang {

// What must hold within an item beyond the form of its file: ids once, every rule looks at what is there,
// limits make sense.
std::optional<CatalogueFault> checkItem(const Item &item);

// A key or material that two items share must mean the same in both.
class SharedMeanings
{
public:
    std::optional<CatalogueFault> add(const Item &item);

private:
    QHash<QString, std::pair<QString, FieldType>> m_fields;
    QHash<QString, QString> m_materials;
};

// Every item is there, waits for one of the same bundle, and never for itself through others.
std::optional<CatalogueFault> checkBundle(const Bundle &bundle,
                                          const std::function<const Item *(const QString &)> &item);

} // namespace yichuang
