#include "platform/ledger/DeviceLine.h"
#include "platform/ledger/LogCheck.h"
#include "platform/postgres/PostgresGroup.h"
#include "platform/postgres/PostgresLedger.h"
#include "platform/postgres/PostgresSchema.h"

namespace yichuang {

namespace {

using Again = PostgresPool::Again;
constexpr qint64 checkedTogether = 500;

} // namespace

std::vector<Result<PushReceipt>> PostgresLedger::push(std::span<const PushBatch> batches)
{
    if (batches.empty())
        return {};
    std::vector<Result<PushReceipt>> receipts;
    const auto attempt = [&](PostgresConnection &connection) {
        PostgresGroup group(connection, batches, now());
        auto done = connection.transaction([&] { return group.take(); });
        receipts = std::move(group.receipts());
        return done;
    };
    auto done = m_writers.with(Again::May, [&](PostgresConnection &connection) {
        auto first = attempt(connection);
        // A month for which nobody has made a partition: the program was not running when it should have.
        if (first || connection.state() != "23514")
            return first;
        return makePartitions(connection, now()).and_then([&] { return attempt(connection); });
    });
    if (done)
        return receipts;
    // One batch that the database itself refuses must cost nobody else anything.
    if (batches.size() == 1 || done.error().code != ErrorCode::PlatformStoreFailed)
        return {batches.size(), passOn(done)};
    receipts.clear();
    for (size_t i = 0; i < batches.size(); ++i)
        receipts.push_back(push(batches.subspan(i, 1)).front());
    return receipts;
}

Result<FeedPage> PostgresLedger::feed(const DeviceId &device, qint64 after, int limit)
{
    const auto rows = read(Again::May,
                           "SELECT f.position, e.bytes, e.algorithm, e.signature FROM (SELECT * FROM feed"
                           "  WHERE device = $1 AND position > $2 ORDER BY position LIMIT $3) AS f"
                           " CROSS JOIN LATERAL (SELECT bytes, algorithm, signature FROM event"
                           "  WHERE received_at = f.received_at AND id = f.event OFFSET 0) AS e"
                           " ORDER BY f.position",
                           PostgresValues().uuid(device.uuid()).number(after).number(qint64(limit) + 1));
    if (!rows)
        return passOn(rows);
    FeedPage page;
    page.position = after;
    page.more = rows->count() > limit;
    for (int i = 0; i < qMin(rows->count(), limit); ++i) {
        page.position = rows->number(i, 0);
        page.events.append({rows->bytes(i, 1), rows->text(i, 2), rows->bytes(i, 3)});
    }
    return page;
}

Result<QList<Event>> PostgresLedger::eventsOf(const CaseId &caseId)
{
    const auto rows = read(Again::May,
                           "SELECT e.bytes FROM event_key k CROSS JOIN LATERAL (SELECT bytes FROM event"
                           "  WHERE received_at = k.received_at AND id = k.event OFFSET 0) AS e"
                           " WHERE k.case_id = $1 ORDER BY k.event",
                           PostgresValues().uuid(caseId.uuid()));
    if (!rows)
        return passOn(rows);
    QList<Event> events;
    for (int i = 0; i < rows->count(); ++i) {
        if (auto event = parseEvent(rows->bytes(i, 0)))
            events.append(*event);
    }
    return events;
}

Result<bool> PostgresLedger::isConcerned(const DeviceId &device, const CaseId &caseId)
{
    return read(Again::May, "SELECT 1 FROM concern WHERE device = $1 AND case_id = $2",
                PostgresValues().uuid(device.uuid()).uuid(caseId.uuid()))
        .map([](const PostgresRows &rows) { return rows.count() > 0; });
}

Result<QJsonObject> PostgresLedger::summary()
{
    const auto cases = read(Again::May, "SELECT count(DISTINCT case_id) FROM concern");
    const auto rows =
        read(Again::May,
             "SELECT d.id, d.acknowledged, d.backed_up, d.revoked, d.last_seen, d.clock_offset, d.ahead,"
             " (SELECT count(*) FROM alarm a WHERE a.device = d.id),"
             " (SELECT count(*) FROM event_key k WHERE k.device = d.id AND k.quarantined) FROM device d "
             "ORDER BY d.id");
    if (!rows || !cases)
        return !rows ? passOn(rows) : passOn(cases);
    QList<DeviceLine> lines;
    for (int i = 0; i < rows->count(); ++i)
        lines.append({rows->uuid(i, 0).toString(QUuid::WithoutBraces), rows->number(i, 1), rows->number(i, 2),
                      rows->flag(i, 3), rows->number(i, 4), rows->number(i, 5), rows->number(i, 6),
                      rows->number(i, 7), rows->number(i, 8)});
    return summaryOf(epoch(), cases->number(0, 0), lines);
}

Result<QJsonObject> PostgresLedger::verify()
{
    LogCheck check;
    QUuid device;
    qint64 sequence = 0;
    for (bool more = true; more;) {
        const auto rows = read(
            Again::May,
            "SELECT k.device, k.sequence, e.bytes, e.signature, k.hash, d.public_key, k.quarantined FROM ("
            "  SELECT * FROM event_key WHERE (device, sequence) > (coalesce($1,"
            "   '00000000-0000-0000-0000-000000000000'), $2) ORDER BY device, sequence LIMIT $3) AS k"
            " JOIN device d ON d.id = k.device LEFT JOIN LATERAL (SELECT bytes, signature FROM event"
            "  WHERE received_at = k.received_at AND id = k.event OFFSET 0) AS e ON true"
            " ORDER BY k.device, k.sequence",
            PostgresValues().uuid(device).number(sequence).number(checkedTogether));
        if (!rows)
            return passOn(rows);
        for (int i = 0; i < rows->count(); ++i) {
            device = rows->uuid(i, 0);
            sequence = rows->number(i, 1);
            check.add({device.toString(QUuid::WithoutBraces), sequence, rows->bytes(i, 2), rows->bytes(i, 3),
                       rows->bytes(i, 4), rows->bytes(i, 5), rows->flag(i, 6)});
        }
        more = rows->count() == checkedTogether;
    }
    return check.result();
}

} // namespace yichuang
