#include "intake/DraftDocument.h"

#include <QJsonObject>

namespace yichuang {

bool DraftDocument::isEmpty() const
{
    return parties.isEmpty() && items.isEmpty() && situation.isEmpty() && answers.isEmpty() &&
           materials.isEmpty();
}

const Party *DraftDocument::party(QStringView role) const
{
    for (const DraftParty &candidate : parties) {
        if (candidate.party.role == role)
            return &candidate.party;
    }
    return nullptr;
}

const DraftPage *DraftDocument::page(int pageId) const
{
    for (const DraftMaterial &material : materials) {
        for (const DraftPage &candidate : material.pages) {
            if (candidate.id == pageId)
                return &candidate;
        }
    }
    return nullptr;
}

QString DraftDocument::lineOf(int pageId) const
{
    for (auto material = materials.cbegin(); material != materials.cend(); ++material) {
        for (const DraftPage &candidate : material->pages) {
            if (candidate.id == pageId)
                return material.key();
        }
    }
    return {};
}

QJsonObject DraftDocument::answerValues() const
{
    QJsonObject values;
    for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer)
        values.insert(answer.key(), answer->value);
    return values;
}

} // namespace yichuang
