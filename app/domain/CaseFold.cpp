#include "domain/Case.h"
#include "domain/CaseFolder.h"

namespace yichuang {

Case foldCase(std::span<const Event> events)
{
    const CaseOrder order(events);
    CaseFolder folder(order);
    for (int i = 0; i < order.size(); ++i)
        folder.apply(i);
    return folder.result();
}

const Party *Case::applicant() const
{
    for (const Party &party : parties) {
        if (party.role == QLatin1String("applicant"))
            return &party;
    }
    return nullptr;
}

} // namespace yichuang
