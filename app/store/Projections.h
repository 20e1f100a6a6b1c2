#pragma once

#include "store/Database.h"
#include "store/EventLog.h"
#include "store/WorkItems.h"

namespace yichuang {

// The tables that are folded from the log: rows for lists, and the search. Never trusted, rebuilt at any
// time.
class Projections
{
public:
    Projections(Database &database, EventLog &log);

    // Folds the case anew and writes its row. Inside the caller's transaction.
    Result<Case> refresh(const CaseId &caseId);
    // The same where all of the case's events are at hand.
    Result<Case> refresh(const QList<Event> &events);
    Result<int> rebuild();
    WorkItems &workItems() { return m_workItems; }

private:
    Result<qint64> writeRow(const Case &folded, qint64 lastOwn);
    Result<void> writeSearch(qint64 row, const QString &names);
    Result<void> writePages(qint64 row, const Case &folded);

    Database &m_database;
    EventLog &m_log;
    WorkItems m_workItems;
};

// "刘海燕" → "刘 海 燕 刘海 海燕": what the index holds of a name. Other letters are folded to lower case.
QString gramsOf(const QString &name);
// What to ask the index for `text`: every pair of neighbours, or the one character.
QString gramQuery(const QString &text);

} // namespace yichuang
