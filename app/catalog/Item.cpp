#include "catalog/Item.h"

#include <algorithm>

namespace yichuang {

namespace {

template <typename T, typename Name>
const T *find(const QList<T> &list, QStringView wanted, Name name)
{
    const auto found =
        std::find_if(list.cbegin(), list.cend(), [&](const T &entry) { return entry.*name == wanted; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

QString Item::title() const
{
    return variant.isEmpty() ? name : name + QStringLiteral("（") + variant + QStringLiteral("）");
}

const Material *Item::material(QStringView wanted) const
{
    return find(materials, wanted, &Material::id);
}

const PartyRule *Item::party(QStringView role) const
{
    return find(parties, role, &PartyRule::role);
}

const SituationQuestion *Item::question(QStringView wanted) const
{
    return find(situations, wanted, &SituationQuestion::id);
}

const FormField *Form::field(QStringView key) const
{
    return find(fields, key, &FormField::key);
}

} // namespace yichuang
