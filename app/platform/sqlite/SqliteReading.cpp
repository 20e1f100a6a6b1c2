#include "platform/ledger/DeviceLine.h"
#include "platform/ledger/LogCheck.h"
#include "platform/ledger/StoreFailure.h"
#include "platform/sqlite/SqliteLedger.h"

#include <QFile>

namespace yichuang {

Result<FeedPage> SqliteLedger::feed(const DeviceId &device, qint64 after, int limit)
{
    FeedPage page;
    page.position = after;
    auto done = m_readers.with([&](SqliteConnection &connection) {
        return connection.run(
            "SELECT f.position, e.bytes, e.algorithm, e.signature FROM feed f JOIN event e ON e.row = f.event"
            " WHERE f.device = ? AND f.position > ? ORDER BY f.position LIMIT ?",
            {device.toString(), after, qint64(limit) + 1}, [&](const SqliteRow &row) {
                page.more = page.events.size() == limit;
                if (page.more)
                    return;
                page.position = row.integer(0);
                page.events.append({row.bytes(1), row.text(2), row.bytes(3)});
            });
    });
    return done ? Result<FeedPage>(page) : passOn(done);
}

Result<QList<Event>> SqliteLedger::eventsOf(const CaseId &caseId)
{
    QList<Event> events;
    auto done = m_readers.with([&](SqliteConnection &connection) {
        return connection.run("SELECT bytes FROM event WHERE case_id = ? AND quarantine = '' ORDER BY row",
                              {caseId.toString()}, [&](const SqliteRow &row) {
                                  if (auto event = parseEvent(row.bytes(0)))
                                      events.append(*event);
                              });
    });
    return done ? Result<QList<Event>>(events) : passOn(done);
}

Result<bool> SqliteLedger::isConcerned(const DeviceId &device, const CaseId &caseId)
{
    bool found = false;
    auto done = m_readers.with([&](SqliteConnection &connection) {
        return connection.run("SELECT 1 FROM concern WHERE device = ? AND case_id = ?",
                              {device.toString(), caseId.toString()},
                              [&](const SqliteRow &) { found = true; });
    });
    return done ? Result<bool>(found) : passOn(done);
}

Result<QJsonObject> SqliteLedger::summary()
{
    QList<DeviceLine> lines;
    qint64 cases = 0;
    auto done = m_readers.with([&](SqliteConnection &connection) -> Result<void> {
        auto counted = connection.run("SELECT count(DISTINCT case_id) FROM event WHERE case_id <> ''", {},
                                      [&](const SqliteRow &row) { cases = row.integer(0); });
        if (!counted)
            return counted;
        return connection.run(
            "SELECT d.id, d.acknowledged, d.backed_up, d.revoked, d.last_seen, d.clock_offset, d.ahead,"
            " (SELECT count(*) FROM alarm a WHERE a.device = d.id),"
            " (SELECT count(*) FROM event e WHERE e.device = d.id AND e.quarantine <> '')"
            " FROM device d ORDER BY d.id",
            {}, [&](const SqliteRow &row) {
                lines.append({row.text(0), row.integer(1), row.integer(2), row.integer(3) != 0,
                              row.integer(4), row.integer(5), row.integer(6), row.integer(7),
                              row.integer(8)});
            });
    });
    return done ? Result<QJsonObject>(summaryOf(epoch(), cases, lines)) : passOn(done);
}

Result<QJsonObject> SqliteLedger::verify()
{
    LogCheck check;
    auto done = m_readers.with([&](SqliteConnection &connection) {
        return connection.run(
            "SELECT e.device, e.sequence, e.bytes, e.signature, e.hash, d.public_key, e.quarantine <> ''"
            " FROM event e JOIN device d ON d.id = e.device ORDER BY e.device, e.sequence",
            {}, [&](const SqliteRow &row) {
                check.add({row.text(0), row.integer(1), row.bytes(2), row.bytes(3),
                           QByteArray::fromHex(row.bytes(4)), row.bytes(5), row.integer(6) != 0});
            });
    });
    return done ? Result<QJsonObject>(check.result()) : passOn(done);
}

Result<void> SqliteLedger::backup(const QString &target)
{
    if (QFile::exists(target))
        return unsoundBackup(QStringLiteral("the file is there already"));
    // A connection of its own: nobody waits for the copy.
    SqliteConnection source;
    auto copied = source.open(m_path, SqliteConnection::Use::Read).and_then([&] {
        return source.run("VACUUM INTO ?", {target});
    });
    if (!copied)
        return copied;
    // What the copy itself holds is what is backed up, not what has come in since.
    SqliteConnection copy;
    QByteArray verdict;
    std::vector<std::pair<QString, qint64>> marks;
    auto read = copy.open(target, SqliteConnection::Use::Read)
                    .and_then([&] {
                        return copy.run("PRAGMA integrity_check(1)", {},
                                        [&](const SqliteRow &row) { verdict = row.bytes(0); });
                    })
                    .and_then([&] {
                        return copy.run("SELECT id, acknowledged FROM device", {}, [&](const SqliteRow &row) {
                            marks.emplace_back(row.text(0), row.integer(1));
                        });
                    });
    if (!read || verdict != "ok")
        return unsoundBackup(read ? QString::fromUtf8(verdict.left(80)) : logText(read.error()));
    const std::lock_guard lock(m_writing);
    return m_writer.transaction([&]() -> Result<void> {
        for (const auto &[device, acknowledged] : marks) {
            auto moved = m_writer.run("UPDATE device SET backed_up = max(backed_up, ?) WHERE id = ?",
                                      {acknowledged, device});
            if (!moved)
                return moved;
        }
        return {};
    });
}

} // namespace yichuang
