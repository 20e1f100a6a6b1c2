#include "catalog/Checklist.h"

namespace yichuang {

namespace {

// How much a form asks for; of two, the stricter one holds.
int strictness(MaterialForm form)
{
    switch (form) {
    case MaterialForm::OriginalOrCopy:
        return 0;
    case MaterialForm::Copy:
        return 1;
    case MaterialForm::OriginalSeen:
        return 2;
    case MaterialForm::Original:
        break;
    }
    return 3;
}

void join(ApplicableLine &line, const Material &other, const QString &item)
{
    Material &mine = line.material;
    line.items.append(item);
    line.required = line.required || other.required;
    mine.required = line.required;
    mine.count = qMax(mine.count, other.count);
    if (strictness(other.form) > strictness(mine.form))
        mine.form = other.form;
    mine.scan = mine.scan || other.scan;
    mine.fromForm = mine.fromForm && other.fromForm;
    mine.deferrable = mine.deferrable && other.deferrable;
    mine.deferDays = mine.deferrable ? qMin(mine.deferDays, other.deferDays) : 0;
    if (other.exemptGround.isEmpty())
        mine.exemptGround.clear();
    if (other.reuseGround.isEmpty())
        mine.reuseGround.clear();
    if (mine.hint.isEmpty())
        mine.hint = other.hint;
}

} // namespace

QList<ApplicableLine> checklistFor(const QList<const Item *> &items, const GivenFacts &given)
{
    const QJsonObject facts = factsOf(given);
    QList<ApplicableLine> lines;
    QHash<QString, qsizetype> at;
    for (const Item *item : items) {
        for (const Material &material : item->materials) {
            if (!material.when.holds(facts))
                continue;
            const auto known = at.constFind(material.id);
            if (known != at.cend()) {
                join(lines[*known], material, item->id);
                continue;
            }
            at.insert(material.id, lines.size());
            lines.append({material, static_cast<int>(lines.size()) + 1, material.required, {item->id}});
        }
    }
    return lines;
}

} // namespace yichuang
