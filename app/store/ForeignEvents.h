#pragma once

#include "store/Database.h"
#include "store/EventLog.h"

namespace yichuang {

// What comes from other workstations. Each event is taken alone: one that cannot be read, or whose place is
// taken, is set aside whole and never holds up the ones behind it (SYNC.md rule 10). Inside the caller's
// transaction.
class ForeignEvents
{
public:
    ForeignEvents(Database &database, EventLog &log)
        : m_database(database)
        , m_log(log)
    {}

    struct Report
    {
        int fresh = 0;
        QList<CaseId> changed;
    };
    // DeviceCloned where one is of this station's own log and not in it.
    Result<Report> keep(const QList<SignedEvent> &records);
    // Tries again what an older program could not read.
    Result<Report> retry();
    // How many lie aside, for a person to look at.
    Result<int> aside();
    Result<qint64> count();

private:
    Result<void> keepOne(const SignedEvent &record, Report &report);
    Result<void> setAside(const SignedEvent &record, const QString &reason);

    Database &m_database;
    EventLog &m_log;
};

} // namespace yichuang
