#include "platform/postgres/PostgresGroup.h"

#include "platform/ledger/Invitation.h"
#include "platform/postgres/PostgresListener.h"
#include "platform/postgres/PostgresSchema.h"

namespace yichuang {

namespace {

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

} // namespace

PostgresGroup::PostgresGroup(PostgresConnection &connection, std::span<const PushBatch> batches, qint64 now)
    : m_connection(connection)
    , m_batches(batches)
    , m_now(now)
{}

// The sequencer's lock comes last, because everyone waits for it until the commit.
Result<void> PostgresGroup::take()
{
    return lockDevices()
        .and_then([this] { return readKnownHashes(); })
        .and_then([this] {
            settleAll();
            return raiseAlarms();
        })
        .and_then([this] { return keepEvents(); })
        .and_then([this] { return nameBlobs(); })
        .and_then([this] { return moveDevices(); })
        .and_then([this] { return readManifests(); })
        .and_then([this] { return spread(); });
}

// In the order of their ids, so that no two groups wait for each other.
Result<void> PostgresGroup::lockDevices()
{
    QList<QUuid> ids;
    for (const PushBatch &batch : m_batches)
        ids.append(batch.device.uuid());
    const auto rows = m_connection.run("SELECT id, acknowledged, backed_up, tail, revoked FROM device"
                                       " WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE",
                                       PostgresValues().uuids(ids));
    if (!rows)
        return passOn(rows);
    for (int i = 0; i < rows->count(); ++i) {
        KnownDevice device;
        device.id = DeviceId(rows->uuid(i, 0));
        device.acknowledged = rows->number(i, 1);
        device.backedUp = rows->number(i, 2);
        device.tail = Digest::fromHex(rows->bytes(i, 3).toHex()).value_or(Digest());
        device.revoked = rows->flag(i, 4);
        m_devices.insert(device.id, device);
    }
    return {};
}

Result<void> PostgresGroup::readKnownHashes()
{
    QList<QUuid> devices;
    QList<qint64> sequences;
    const auto ask = [&](const PushBatch &batch) {
        for (const JudgedEvent &event : batch.events) {
            if (event.sequence > m_devices.value(batch.device).acknowledged)
                continue;
            devices.append(batch.device.uuid());
            sequences.append(event.sequence);
        }
    };
    std::for_each(m_batches.begin(), m_batches.end(), ask);
    if (devices.isEmpty())
        return {};
    const auto rows = m_connection.run("SELECT k.device, k.sequence, k.hash"
                                       " FROM unnest($1::uuid[], $2::int8[]) AS n (device, sequence)"
                                       " JOIN event_key k ON k.device = n.device AND k.sequence = n.sequence",
                                       PostgresValues().uuids(devices).numbers(sequences));
    if (!rows)
        return passOn(rows);
    for (int i = 0; i < rows->count(); ++i)
        m_known.insert({DeviceId(rows->uuid(i, 0)), rows->number(i, 1)},
                       Digest::fromHex(rows->bytes(i, 2).toHex()).value_or(Digest()));
    return {};
}

void PostgresGroup::settleAll()
{
    m_settled.reserve(m_batches.size());
    for (const PushBatch &batch : m_batches) {
        const auto device = m_devices.find(batch.device);
        if (device == m_devices.end()) {
            m_receipts.push_back(unknownDevice(batch.device));
            continue;
        }
        auto settlement = settle(*device, batch, m_known);
        if (settlement) {
            m_receipts.push_back(settlement->receipt);
            m_settled.emplace_back(&batch, std::move(*settlement));
        } else {
            m_receipts.push_back(passOn(settlement));
        }
    }
}

Result<void> PostgresGroup::raiseAlarms()
{
    QList<QUuid> devices;
    QList<qint64> sequences;
    QList<QByteArray> hashes;
    QList<QByteArray> bytes;
    for (const auto &[batch, settlement] : m_settled) {
        for (const JudgedEvent *event : settlement.conflicts) {
            devices.append(batch->device.uuid());
            sequences.append(event->sequence);
            hashes.append(event->hash.bytes());
            bytes.append(event->record.bytes);
        }
    }
    if (devices.isEmpty())
        return {};
    return only(m_connection.run(
        "INSERT INTO alarm SELECT u.*, $5 FROM unnest($1::uuid[], $2::int8[], $3::bytea[], $4::bytea[]) AS u"
        " ON CONFLICT DO NOTHING",
        PostgresValues().uuids(devices).numbers(sequences).manyBytes(hashes).manyBytes(bytes).time(m_now)));
}

Result<void> PostgresGroup::keepEvents()
{
    QList<QUuid> devices;
    QList<qint64> sequences;
    QList<QByteArray> hashes;
    QList<QUuid> cases;
    QList<QByteArray> bytes;
    QList<QString> algorithms;
    QList<QByteArray> signatures;
    QList<QString> quarantines;
    QList<qint64> times;
    QList<qint64> offsets;
    for (const auto &[batch, settlement] : m_settled) {
        for (const Settlement::Kept &kept : settlement.kept) {
            const JudgedEvent &event = *kept.event;
            devices.append(batch->device.uuid());
            sequences.append(event.sequence);
            hashes.append(event.hash.bytes());
            cases.append(kept.caseId().uuid());
            bytes.append(event.record.bytes);
            algorithms.append(event.record.algorithm);
            signatures.append(event.record.signature);
            quarantines.append(kept.quarantine);
            times.append(event.time);
            offsets.append(batch->clockOffset);
        }
    }
    if (devices.isEmpty())
        return {};
    return only(m_connection.run(
        "WITH fresh AS MATERIALIZED (SELECT nextval('event_number') AS id, u.* FROM (SELECT * FROM"
        "  unnest($1::uuid[], $2::int8[], $3::bytea[], $4::uuid[], $5::bytea[], $6::text[], $7::bytea[],"
        "   $8::text[], $9::int8[], $10::int8[]) WITH ORDINALITY"
        "  AS n (device, sequence, hash, case_id, bytes, algorithm, signature, quarantine, device_time,"
        "   clock_offset, place) ORDER BY place) AS u),"
        " body AS (INSERT INTO event (id, device, sequence, bytes, algorithm, signature, quarantine,"
        "   received_at, device_time, clock_offset)"
        "  SELECT id, device, sequence, bytes, algorithm, signature, quarantine, $11, device_time, "
        "clock_offset"
        "  FROM fresh)"
        " INSERT INTO event_key (device, sequence, hash, event, case_id, quarantined, received_at)"
        "  SELECT device, sequence, hash, id, case_id, quarantine <> '', $11 FROM fresh",
        PostgresValues()
            .uuids(devices)
            .numbers(sequences)
            .manyBytes(hashes)
            .uuids(cases)
            .manyBytes(bytes)
            .texts(algorithms)
            .manyBytes(signatures)
            .texts(quarantines)
            .numbers(times)
            .numbers(offsets)
            .time(m_now)));
}

Result<void> PostgresGroup::nameBlobs()
{
    QList<QUuid> cases;
    QList<QUuid> devices;
    QList<QByteArray> hashes;
    for (const auto &[batch, settlement] : m_settled) {
        for (const Settlement::Kept &kept : settlement.kept) {
            if (kept.caseId().isNull() || kept.event->blob.isEmpty())
                continue;
            cases.append(kept.caseId().uuid());
            devices.append(batch->device.uuid());
            hashes.append(QByteArray::fromHex(kept.event->blob.toLatin1()));
        }
    }
    if (cases.isEmpty())
        return {};
    return only(m_connection.run("INSERT INTO named_blob SELECT * FROM"
                                 " unnest($1::uuid[], $2::uuid[], $3::bytea[]) ON CONFLICT DO NOTHING",
                                 PostgresValues().uuids(cases).uuids(devices).manyBytes(hashes)));
}

Result<void> PostgresGroup::moveDevices()
{
    struct Move
    {
        qint64 offset = 0;
        qint64 ahead = 0;
    };
    QHash<DeviceId, Move> moves; // one a device, of however many batches
    for (const auto &[batch, settlement] : m_settled) {
        Move &move = moves[batch->device];
        move.offset = batch->clockOffset;
        move.ahead = qMax(move.ahead, aheadOf(settlement, m_now));
    }
    if (moves.isEmpty())
        return {};
    QList<QUuid> ids;
    QList<qint64> acknowledged;
    QList<QByteArray> tails;
    QList<qint64> offsets;
    QList<qint64> aheads;
    for (auto move = moves.cbegin(); move != moves.cend(); ++move) {
        const KnownDevice &device = m_devices[move.key()];
        ids.append(device.id.uuid());
        acknowledged.append(device.acknowledged);
        tails.append(device.tail.bytes());
        offsets.append(move->offset);
        aheads.append(move->ahead);
    }
    return only(
        m_connection.run("UPDATE device d SET acknowledged = n.acknowledged, tail = n.tail, last_seen = $6,"
                         "  clock_offset = n.clock_offset, ahead = greatest(d.ahead, n.ahead)"
                         " FROM unnest($1::uuid[], $2::int8[], $3::bytea[], $4::int8[], $5::int8[])"
                         "  AS n (id, acknowledged, tail, clock_offset, ahead) WHERE d.id = n.id",
                         PostgresValues()
                             .uuids(ids)
                             .numbers(acknowledged)
                             .manyBytes(tails)
                             .numbers(offsets)
                             .numbers(aheads)
                             .number(m_now)));
}

Result<void> PostgresGroup::readManifests()
{
    QList<QUuid> devices;
    QList<QUuid> cases;
    std::vector<PushReceipt *> owners;
    for (size_t i = 0; i < m_batches.size(); ++i) {
        if (!m_receipts[i])
            continue;
        for (const CaseId &caseId : touchedCases(m_batches[i])) {
            devices.append(m_batches[i].device.uuid());
            cases.append(caseId.uuid());
            owners.push_back(&*m_receipts[i]);
        }
    }
    if (cases.isEmpty())
        return {};
    const auto rows = m_connection.run(
        "SELECT (SELECT string_agg(encode(k.hash, 'hex'), E'\\n' ORDER BY k.hash) FROM event_key k"
        "   WHERE k.case_id = n.case_id AND k.device = n.device),"
        "  (SELECT string_agg(encode(b.hash, 'hex'), E'\\n' ORDER BY b.hash) FROM named_blob b"
        "   WHERE b.case_id = n.case_id AND b.device = n.device)"
        " FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS n (device, case_id, place) ORDER BY n.place",
        PostgresValues().uuids(devices).uuids(cases));
    if (!rows)
        return passOn(rows);
    for (int i = 0; i < rows->count(); ++i)
        owners[static_cast<size_t>(i)]->cases.append(
            {CaseId(cases[i]), Digest::of(rows->bytes(i, 0)).toHex(),
             rows->text(i, 1).split(QLatin1Char('\n'), Qt::SkipEmptyParts)});
    return {};
}

// Who hears of it: everyone else who is concerned with the case. The writer, and the holder that an event
// names, are concerned from now on; who comes late is told of everything before. Under the lock each
// statement sees all that was committed, and nobody else gives positions until this is.
Result<void> PostgresGroup::spread()
{
    QList<QUuid> devices;
    QList<qint64> sequences;
    QList<QUuid> concerned;
    QList<QUuid> cases;
    for (const auto &[batch, settlement] : m_settled) {
        for (const Settlement::Kept &kept : settlement.kept) {
            if (kept.caseId().isNull())
                continue;
            devices.append(batch->device.uuid());
            sequences.append(kept.event->sequence);
            concerned.append(batch->device.uuid());
            cases.append(kept.caseId().uuid());
            if (kept.event->holder.isNull())
                continue;
            concerned.append(kept.event->holder.uuid());
            cases.append(kept.caseId().uuid());
        }
    }
    if (devices.isEmpty())
        return {};
    const auto locked = m_connection.run("SELECT pg_advisory_xact_lock($1)",
                                         PostgresValues().number(postgreslock::sequencer));
    if (!locked)
        return passOn(locked);
    const auto rows =
        m_connection.run("WITH fresh AS (INSERT INTO concern (device, case_id)"
                         "  SELECT DISTINCT * FROM unnest($3::uuid[], $4::uuid[]) ON CONFLICT DO NOTHING"
                         "  RETURNING device, case_id),"
                         " placed AS (INSERT INTO feed (device, position, event, received_at)"
                         "  SELECT t.device, nextval('feed_position'), t.event, t.received_at FROM ("
                         "   SELECT c.device, k.event, k.received_at FROM unnest($1::uuid[], $2::int8[]) AS "
                         "n (device, sequence)"
                         "    JOIN event_key k ON k.device = n.device AND k.sequence = n.sequence"
                         "    JOIN concern c ON c.case_id = k.case_id AND c.device <> k.device"
                         "   UNION ALL"
                         "   SELECT f.device, k.event, k.received_at FROM fresh f"
                         "    JOIN event_key k ON k.case_id = f.case_id AND k.device <> f.device"
                         "   ORDER BY 2) AS t RETURNING device)"
                         " SELECT DISTINCT device FROM placed",
                         PostgresValues().uuids(devices).numbers(sequences).uuids(concerned).uuids(cases));
    if (!rows)
        return passOn(rows);
    QList<DeviceId> told;
    for (int i = 0; i < rows->count(); ++i)
        told.append(DeviceId(rows->uuid(i, 0)));
    if (told.isEmpty())
        return {};
    return only(m_connection.run("SELECT pg_notify('yichuang', payload) FROM unnest($1::text[]) AS payload",
                                 PostgresValues().texts(postgreschange::told(told))));
}

} // namespace yichuang
