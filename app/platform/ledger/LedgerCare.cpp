#include "platform/ledger/Ledger.h"

#include <QJsonArray>
#include <QVariant>

namespace yichuang {

Result<void> Ledger::part(const std::function<bool()> &work)
{
    if (auto begun = m_database.run(QStringLiteral("SAVEPOINT part")); !begun)
        return passOn(begun);
    if (!work()) {
        if (auto undone = m_database.run(QStringLiteral("ROLLBACK TO part")); !undone)
            return passOn(undone);
    }
    auto ended = m_database.run(QStringLiteral("RELEASE part"));
    return ended ? Result<void>() : passOn(ended);
}

Result<QJsonObject> Ledger::summary()
{
    auto rows = m_database.run(
        QStringLiteral("SELECT d.id, d.acknowledged, d.backed_up, d.revoked, d.last_seen, d.clock_offset,"
                       " (SELECT count(*) FROM alarm a WHERE a.device = d.id),"
                       " (SELECT count(*) FROM event e WHERE e.device = d.id AND e.quarantine <> '')"
                       " FROM device d ORDER BY d.id"));
    const auto cases =
        m_database.value(QStringLiteral("SELECT count(DISTINCT case_id) FROM event WHERE case_id <> ''"));
    if (!rows || !cases)
        return !rows ? passOn(rows) : passOn(cases);
    QJsonArray devices;
    while (rows->next()) {
        devices.append(QJsonObject{{QStringLiteral("device"), rows->value(0).toString()},
                                   {QStringLiteral("acknowledged"), rows->value(1).toLongLong()},
                                   {QStringLiteral("backedUp"), rows->value(2).toLongLong()},
                                   {QStringLiteral("revoked"), rows->value(3).toBool()},
                                   {QStringLiteral("lastSeen"), rows->value(4).toLongLong()},
                                   {QStringLiteral("clockOffset"), rows->value(5).toLongLong()},
                                   {QStringLiteral("alarms"), rows->value(6).toInt()},
                                   {QStringLiteral("quarantined"), rows->value(7).toInt()}});
    }
    return QJsonObject{{QStringLiteral("epoch"), QString::fromLatin1(m_epoch)},
                       {QStringLiteral("cases"), cases->toInt()},
                       {QStringLiteral("devices"), devices}};
}

Result<QJsonObject> Ledger::verify()
{
    auto rows = m_database.run(QStringLiteral(
        "SELECT e.device, e.sequence, e.bytes, e.signature, e.hash, d.public_key, e.quarantine FROM event e"
        " JOIN device d ON d.id = e.device ORDER BY e.device, e.sequence"));
    if (!rows)
        return passOn(rows);
    QString device;
    QString tail;
    qint64 sequence = 0;
    qint64 checked = 0;
    QJsonArray broken;
    while (rows->next()) {
        if (rows->value(0).toString() != device) {
            device = rows->value(0).toString();
            tail.clear();
            sequence = 0;
        }
        const QByteArray bytes = rows->value(2).toByteArray();
        const QString hash = Digest::of(bytes).toHex();
        const auto event = parseEvent(bytes);
        const bool sound = event && event->sequence == ++sequence && hash == rows->value(4).toString() &&
                           (event->previous.isNull() ? QString() : event->previous.toHex()) == tail &&
                           verifySignature(bytes, rows->value(3).toByteArray(), rows->value(5).toByteArray());
        if (!sound && rows->value(6).toString().isEmpty())
            broken.append(QJsonObject{{QStringLiteral("device"), device},
                                      {QStringLiteral("sequence"), rows->value(1).toLongLong()}});
        sequence = rows->value(1).toLongLong();
        tail = hash;
        ++checked;
    }
    return QJsonObject{{QStringLiteral("events"), checked}, {QStringLiteral("broken"), broken}};
}

Result<void> Ledger::backup(const QString &target)
{
    auto copied = m_database.run(QStringLiteral("VACUUM INTO ?"), {target});
    if (!copied)
        return passOn(copied);
    // What the copy itself holds is what is backed up, not what has come in since.
    PlatformDatabase copy;
    if (auto opened = copy.open(target); !opened)
        return opened;
    const auto sound = copy.value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!sound || sound->toString() != QLatin1String("ok"))
        return raise(ErrorCode::BackupUnsound);
    auto marks = copy.run(QStringLiteral("SELECT id, acknowledged FROM device"));
    if (!marks)
        return passOn(marks);
    return m_database.transaction([&]() -> Result<void> {
        while (marks->next()) {
            auto moved =
                m_database.run(QStringLiteral("UPDATE device SET backed_up = max(backed_up, ?) WHERE id = ?"),
                               {marks->value(1), marks->value(0)});
            if (!moved)
                return passOn(moved);
        }
        return {};
    });
}

} // namespace yichuang
