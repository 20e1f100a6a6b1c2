#pragma once

#include "store/Database.h"
#include "store/OutboxTypes.h"

namespace yichuang {

// The outbox as a person looks at it, by cases. What needs a hand stands first, then the queue: cases are
// sent in the order in which their oldest unsent part was made, as the log and the pages are.
class OutboxQueries
{
public:
    explicit OutboxQueries(Database &database)
        : m_database(database)
    {}

    Result<OutboxList> list(const OutboxQuery &query);
    Result<OutboxParts> parts(const CaseId &id);
    // How many cases wait and how many are set aside, without measuring them.
    struct Count
    {
        int unsent = 0, setAside = 0;
    };
    Result<Count> count();

private:
    Result<QList<OutboxCase>> cases(const OutboxQuery &query);
    Result<OutboxTotals> totals();

    Database &m_database;
};

} // namespace yichuang
