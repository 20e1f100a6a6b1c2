#pragma once

#include "store/EventLog.h"
#include "store/Projections.h"

namespace yichuang {

// Turns one action of a person into events: gives numbers, parents and manifests, appends, and folds the
// cases that were touched. Inside the caller's transaction.
class TransactionWriter
{
public:
    TransactionWriter(Database &database, EventLog &log, Projections &projections)
        : m_database(database)
        , m_log(log)
        , m_projections(projections)
    {}

    Result<Appended> write(const Transaction &transaction);

private:
    struct Touched
    {
        QList<Event> events;
        QList<EventId> heads;
    };
    Result<void> writeOne(const EventDraft &draft, const Transaction &transaction, Appended &appended);
    Result<Touched *> touch(const CaseId &id, Appended &appended);
    Result<QJsonObject> completed(const EventDraft &draft, const std::optional<NumberSeries> &numbers,
                                  const QList<Event> &caseEvents);
    Result<QString> nextNumber(const NumberSeries &series);

    Database &m_database;
    EventLog &m_log;
    Projections &m_projections;
    QHash<CaseId, Touched> m_touched; // of the transaction that is being written
};

} // namespace yichuang
