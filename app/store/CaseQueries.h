#pragma once

#include "store/Database.h"
#include "store/StoreTypes.h"

namespace yichuang {

// Reads for the screens, from the projections.
class CaseQueries
{
public:
    explicit CaseQueries(Database &database)
        : m_database(database)
    {}

    Result<QList<CaseRow>> rows(const CaseQuery &query);
    Result<CaseCounts> counts(QDate today);
    Result<std::optional<CaseId>> byNumber(const QString &number);
    Result<SendState> sending(const CaseId &caseId);

private:
    Database &m_database;
};

} // namespace yichuang
