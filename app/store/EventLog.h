#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "base/Signing.h"
#include "store/Database.h"
#include "store/StoreTypes.h"

namespace yichuang {

// The log itself: appends this workstation's events to its chain and keeps those of others. Works inside the
// caller's transaction.
class EventLog
{
public:
    EventLog(Database &database, const Clock &clock, RandomSource &random);

    // Reads where the chain ends. `key` signs from now on.
    Result<void> open(DeviceId device, SigningKey key);
    DeviceId device() const { return m_device; }
    const SigningKey &key() const { return m_key; }
    qint64 lastSequence() const { return m_end.sequence; }

    struct NewEvent
    {
        CaseId caseId;
        QList<EventId> parents;
        QString type;
        QString clerk;
        QJsonObject payload;
    };
    Result<Event> append(const NewEvent &fact);
    // After a rolled-back transaction the chain ends where it did before.
    Result<void> rewind();

    enum class Kept
    {
        New,
        Known,
        SequenceTaken, // another event has this place in that log; nothing is changed
        IdTaken        // another event has this id
    };
    // DeviceCloned where it is of this very log and not known.
    Result<Kept> keepForeign(const Event &event, const SignedEvent &record);

    Result<QList<Event>> eventsOf(const CaseId &caseId);
    Result<LogReport> verify();

private:
    struct End
    {
        qint64 sequence = 0;
        Digest digest;
        HybridTime time;
    };
    Result<End> readEnd();
    Result<void> insert(const Event &event, const SignedEvent &record, bool own);
    qint64 latestFollowed() const;
    bool holds(QSqlQuery &row, const End &before) const;

    Database &m_database;
    const Clock &m_clock;
    RandomSource &m_random;
    DeviceId m_device;
    SigningKey m_key;
    End m_end;
};

} // namespace yichuang
