#pragma once

#include "domain/Twins.h"
#include "store/Database.h"
#include "store/WorkItemTypes.h"

namespace yichuang {

// The work list as a projection: conflicts of the fold, and twins (domain/Twins.h) among the cases that are
// here. Written with the case's row, inside the caller's transaction.
class WorkItems
{
public:
    explicit WorkItems(Database &database)
        : m_database(database)
    {}

    Result<void> refresh(const Case &folded);
    // Same cases first, then conflicts, then persons; held ones last.
    Result<QList<WorkItem>> list(int most);
    Result<int> count();

private:
    Result<void> note(const TwinSummary &summary);
    Result<void> noteVerdicts(const Case &folded);
    Result<void> noteConflicts(const Case &folded);
    Result<void> noteTwins(const TwinSummary &summary);
    Result<void> noteTwin(TwinKind kind, const CaseId &one, const CaseId &other);
    Result<QList<TwinSummary>> candidates(const TwinSummary &summary);
    Result<void> take(const QString &condition, const QVariantList &values, QList<TwinSummary> &found);

    Database &m_database;
};

} // namespace yichuang
