#include "store/ForeignEvents.h"

#include <QVariant>

namespace yichuang {

namespace {

const QString newerVersion = QStringLiteral("newer-version");

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

} // namespace

Result<ForeignEvents::Report> ForeignEvents::keep(const QList<SignedEvent> &records)
{
    Report report;
    for (const SignedEvent &record : records) {
        if (auto kept = keepOne(record, report); !kept)
            return passOn(kept);
    }
    return report;
}

Result<void> ForeignEvents::keepOne(const SignedEvent &record, Report &report)
{
    const auto event = parseEvent(record.bytes);
    if (!event)
        return setAside(record, event.error().code == ErrorCode::EventFromNewerVersion
                                    ? newerVersion
                                    : QStringLiteral("malformed"));
    const auto kept = m_log.keepForeign(*event, record);
    if (!kept)
        return passOn(kept);
    switch (*kept) {
    case EventLog::Kept::Known:
        return {};
    case EventLog::Kept::SequenceTaken:
        return setAside(record, QStringLiteral("sequence-taken"));
    case EventLog::Kept::IdTaken:
        return setAside(record, QStringLiteral("id-taken"));
    case EventLog::Kept::New:
        break;
    }
    ++report.fresh;
    if (!event->caseId.isNull() && !report.changed.contains(event->caseId))
        report.changed.append(event->caseId);
    return {};
}

Result<void> ForeignEvents::setAside(const SignedEvent &record, const QString &reason)
{
    return only(
        m_database.run(QStringLiteral("INSERT OR IGNORE INTO strange_event (digest, bytes, reason,"
                                      " algorithm, signature) VALUES (?,?,?,?,?)"),
                       {record.digest().bytes(), record.bytes, reason, record.algorithm, record.signature}));
}

Result<ForeignEvents::Report> ForeignEvents::retry()
{
    auto rows = m_database.run(
        QStringLiteral("SELECT bytes, algorithm, signature FROM strange_event WHERE reason = ?"),
        {newerVersion});
    if (!rows)
        return passOn(rows);
    QList<SignedEvent> records;
    while (rows->next())
        records.append(
            {rows->value(0).toByteArray(), rows->value(1).toString(), rows->value(2).toByteArray()});
    auto cleared =
        m_database.run(QStringLiteral("DELETE FROM strange_event WHERE reason = ?"), {newerVersion});
    return cleared ? keep(records) : passOn(cleared);
}

Result<int> ForeignEvents::aside()
{
    return m_database.value(QStringLiteral("SELECT count(*) FROM strange_event"))
        .map([](const QVariant &count) { return count.toInt(); });
}

Result<qint64> ForeignEvents::count()
{
    return m_database.value(QStringLiteral("SELECT count(*) FROM event WHERE own = 0"))
        .map([](const QVariant &count) { return count.toLongLong(); });
}

} // namespace yichuang
