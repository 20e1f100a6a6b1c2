#include "platform/sqlite/SqliteLedger.h"

#include "platform/ledger/Invitation.h"

namespace yichuang {

namespace {

// Of the batch itself, not of the database: it concerns nobody else in the group.
bool isOwnFault(const Error &error)
{
    return error.code == ErrorCode::LogGap || error.code == ErrorCode::DeviceRevoked ||
           error.code == ErrorCode::DeviceUnknown;
}

} // namespace

std::vector<Result<PushReceipt>> SqliteLedger::push(std::span<const PushBatch> batches)
{
    std::vector<Result<PushReceipt>> receipts;
    QSet<DeviceId> told;
    Result<void> done;
    {
        const std::lock_guard lock(m_writing);
        done = m_writer.transaction([&]() -> Result<void> {
            for (const PushBatch &batch : batches) {
                receipts.push_back(take(batch, told));
                if (!receipts.back() && !isOwnFault(receipts.back().error()))
                    return passOn(receipts.back());
            }
            return {};
        });
    }
    if (!done)
        return {batches.size(), passOn(done)};
    if (!told.isEmpty())
        tell({told.values(), {}});
    return receipts;
}

Result<PushReceipt> SqliteLedger::take(const PushBatch &batch, QSet<DeviceId> &told)
{
    const auto found = deviceOn(m_writer, batch.device);
    if (!found)
        return passOn(found);
    if (!*found)
        return unknownDevice(batch.device);
    KnownDevice device = **found;
    auto known = knownHashes(batch, device.acknowledged);
    if (!known)
        return passOn(known);
    auto settlement = settle(device, batch, *known);
    if (!settlement)
        return passOn(settlement);
    auto written = keep(batch, *settlement, told);
    if (written)
        written = m_writer.run("UPDATE device SET acknowledged = ?, tail = ?, last_seen = ?,"
                               " clock_offset = ?, ahead = max(ahead, ?) WHERE id = ?",
                               {device.acknowledged, device.tail.toHex(), now(), batch.clockOffset,
                                aheadOf(*settlement, now()), device.id.toString()});
    if (!written)
        return passOn(written);
    auto cases = manifests(batch);
    if (!cases)
        return passOn(cases);
    settlement->receipt.cases = *cases;
    return settlement->receipt;
}

Result<KnownHashes> SqliteLedger::knownHashes(const PushBatch &batch, qint64 acknowledged)
{
    KnownHashes known;
    for (const JudgedEvent &event : batch.events) {
        if (event.sequence > acknowledged)
            continue;
        auto found = m_writer.run("SELECT hash FROM event WHERE device = ? AND sequence = ?",
                                  {batch.device.toString(), event.sequence}, [&](const SqliteRow &row) {
                                      known.insert({batch.device, event.sequence},
                                                   Digest::fromHex(row.bytes(0)).value_or(Digest()));
                                  });
        if (!found)
            return passOn(found);
    }
    return known;
}

Result<void> SqliteLedger::keep(const PushBatch &batch, const Settlement &settlement, QSet<DeviceId> &told)
{
    for (const JudgedEvent *event : settlement.conflicts) {
        auto raised = m_writer.run(
            "INSERT OR IGNORE INTO alarm (device, sequence, hash, bytes, raised_at) VALUES (?,?,?,?,?)",
            {batch.device.toString(), event->sequence, event->hash.toHex(), event->record.bytes, now()});
        if (!raised)
            return raised;
    }
    for (const Settlement::Kept &kept : settlement.kept) {
        const CaseId caseId = kept.caseId();
        const JudgedEvent &event = *kept.event;
        qint64 row = 0;
        auto stored = m_writer.run(
            "INSERT INTO event (device, sequence, hash, case_id, bytes, algorithm, signature, quarantine,"
            " received_at, device_time, clock_offset) VALUES (?,?,?,?,?,?,?,?,?,?,?) RETURNING row",
            {batch.device.toString(), event.sequence, event.hash.toHex(),
             caseId.isNull() ? QString() : caseId.toString(), event.record.bytes, event.record.algorithm,
             event.record.signature, kept.quarantine, now(), event.time, batch.clockOffset},
            [&](const SqliteRow &made) { row = made.integer(0); });
        if (stored && !caseId.isNull())
            stored = spread(batch.device, kept, row, told);
        if (!stored)
            return stored;
    }
    return {};
}

// Who hears of it: everyone else who is concerned with the case; and the writer is from now on.
Result<void> SqliteLedger::spread(const DeviceId &writer, const Settlement::Kept &kept, qint64 row,
                                  QSet<DeviceId> &told)
{
    const CaseId caseId = kept.caseId();
    if (!kept.event->blob.isEmpty()) {
        auto named = m_writer.run("INSERT OR IGNORE INTO named_blob VALUES (?,?,?)",
                                  {kept.event->blob, caseId.toString(), writer.toString()});
        if (!named)
            return named;
    }
    auto spread = m_writer.run("INSERT INTO feed (device, event) SELECT device, ? FROM concern"
                               " WHERE case_id = ? AND device <> ? RETURNING device",
                               {row, caseId.toString(), writer.toString()}, [&](const SqliteRow &other) {
                                   told.insert(DeviceId::fromString(other.text(0)));
                               });
    if (spread)
        spread = concern(writer, caseId, told);
    return spread && !kept.event->holder.isNull() ? concern(kept.event->holder, caseId, told) : spread;
}

// A device that comes to a case late is told of everything before.
Result<void> SqliteLedger::concern(const DeviceId &device, const CaseId &caseId, QSet<DeviceId> &told)
{
    bool isFresh = false;
    auto made =
        m_writer.run("INSERT OR IGNORE INTO concern VALUES (?,?) RETURNING 1",
                     {device.toString(), caseId.toString()}, [&](const SqliteRow &) { isFresh = true; });
    if (!made || !isFresh)
        return made;
    return m_writer.run("INSERT INTO feed (device, event) SELECT ?, row FROM event"
                        " WHERE case_id = ? AND device <> ? AND quarantine = '' ORDER BY row RETURNING 1",
                        {device.toString(), caseId.toString(), device.toString()},
                        [&](const SqliteRow &) { told.insert(device); });
}

Result<QList<CaseManifest>> SqliteLedger::manifests(const PushBatch &batch)
{
    QList<CaseManifest> cases;
    const auto touched = touchedCases(batch);
    for (const CaseId &caseId : touched) {
        QStringList hashes;
        CaseManifest manifest{caseId, {}, {}};
        const std::vector<SqliteValue> key{caseId.toString(), batch.device.toString()};
        auto read = m_writer.run("SELECT hash FROM event WHERE case_id = ? AND device = ? ORDER BY hash", key,
                                 [&](const SqliteRow &row) { hashes.append(row.text(0)); });
        if (read)
            read = m_writer.run("SELECT hash FROM named_blob WHERE case_id = ? AND device = ? ORDER BY hash",
                                key, [&](const SqliteRow &row) { manifest.blobs.append(row.text(0)); });
        if (!read)
            return passOn(read);
        manifest.events = manifestHash(hashes);
        cases.append(manifest);
    }
    return cases;
}

} // namespace yichuang
