#pragma once

#include "store/Database.h"
#include "store/StationIdentity.h"
#include "store/StoreTypes.h"

namespace yichuang {

// Brings into a new database what can still be read of a damaged one: each event by itself, and kept only
// when its bytes are as they were signed (own) or came (others'); drafts, settings, numbers, and what the
// platform had said.
class Salvage
{
public:
    // `from` is a working copy that may be changed; `to` has the schema and nothing in it.
    Salvage(Database &from, Database &to, const StationIdentity &identity);

    // Inside one transaction of `to`.
    Result<SalvageReport> run(const QDateTime &now);

private:
    Result<void> takeEvents();
    Result<void> takeEvent(qint64 position, bool expected);
    Result<void> insert(const Event &event, const SignedEvent &record, bool own);
    Result<bool> takeTable(const QString &table, const QString &columns);
    Result<void> takeTables();
    Result<void> raiseNumbers(int margin);
    Result<void> notePages(const QDateTime &now);
    Result<void> finish();
    qint64 highest(const QString &expression) const;

    Database &m_from;
    Database &m_to;
    const StationIdentity &m_identity;
    QByteArray m_publicKey;
    SalvageReport m_report;
    qint64 m_lastOwn = 0;
    qint64 m_lastFound = 0;
    bool m_unreadable = false; // some place gave an error, rather than nothing
    bool m_numbersWhole = true;
    QList<Event> m_opened;   // own, for the numbers that were given
    QList<Event> m_attached; // for the pages
};

} // namespace yichuang
