#include "platform/ledger/Judgement.h"

#include "base/Signing.h"
#include "domain/EventTypes.h"

namespace yichuang {

namespace {

QString faultOf(const KnownDevice &device, const SignedEvent &record, const Event &event)
{
    if (event.device != device.id)
        return QStringLiteral("not-yours");
    if (!verifySignature(record.bytes, record.signature, device.publicKey))
        return QStringLiteral("bad-signature");
    return {};
}

JudgedEvent judged(const KnownDevice &device, const SignedEvent &record, qint64 expected)
{
    JudgedEvent result;
    result.record = record;
    result.hash = record.digest();
    // What cannot be read stands where the batch's order puts it.
    result.sequence = expected;
    const auto event = parseEvent(record.bytes);
    if (!event) {
        result.fault = event.error().code == ErrorCode::EventFromNewerVersion
                           ? QStringLiteral("newer-version")
                           : QStringLiteral("malformed");
        return result;
    }
    result.isReadable = true;
    result.sequence = event->sequence;
    result.caseId = event->caseId;
    result.previous = event->previous;
    result.time = event->time.milliseconds;
    result.fault = faultOf(device, record, *event);
    if (event->type == eventtype::holderChanged)
        result.holder = DeviceId::fromString(event->payload.value(QLatin1String("holder")).toString());
    // A text that is no hash names no page, whatever else it is.
    const QString blob = event->payload.value(QLatin1String("blob")).toString();
    if (event->type == eventtype::materialAttached && Digest::fromHex(blob.toLatin1()))
        result.blob = blob;
    return result;
}

} // namespace

PushBatch judge(const KnownDevice &device, qint64 after, const QList<SignedEvent> &records)
{
    PushBatch batch;
    batch.device = device.id;
    batch.after = after;
    qint64 expected = after + 1;
    for (const SignedEvent &record : records) {
        batch.events.append(judged(device, record, expected));
        expected = batch.events.last().sequence + 1;
    }
    return batch;
}

Result<Settlement> settle(KnownDevice &device, const PushBatch &batch, KnownHashes &known)
{
    const auto gap = [&device] { return raise(ErrorCode::LogGap, QString::number(device.acknowledged)); };
    if (device.revoked)
        return raise(ErrorCode::DeviceRevoked);
    // Nothing of a log may be skipped: what comes after a gap would be acknowledged without what is in it.
    if (batch.after > device.acknowledged)
        return gap();
    Settlement settlement;
    QHash<qint64, Digest> fresh;
    qint64 acknowledged = device.acknowledged;
    Digest tail = device.tail;
    for (const JudgedEvent &event : batch.events) {
        PushOutcome outcome{event.sequence, QStringLiteral("accepted"), {}, event.hash};
        const Digest there =
            fresh.value(event.sequence, known.value({batch.device, event.sequence}, Digest()));
        if (!there.isNull()) {
            outcome.status = there == event.hash ? QStringLiteral("duplicate") : QStringLiteral("conflict");
            if (there != event.hash)
                settlement.conflicts.append(&event);
            settlement.receipt.outcomes.append(outcome);
            continue;
        }
        if (event.sequence != acknowledged + 1)
            return gap();
        outcome.reason = event.fault;
        if (outcome.reason.isEmpty() && event.previous != tail)
            outcome.reason = QStringLiteral("broken-chain");
        if (!outcome.reason.isEmpty())
            outcome.status = QStringLiteral("quarantined");
        settlement.kept.append({&event, outcome.reason});
        settlement.receipt.outcomes.append(outcome);
        fresh.insert(event.sequence, event.hash);
        acknowledged = event.sequence;
        tail = event.hash;
    }
    for (auto hash = fresh.cbegin(); hash != fresh.cend(); ++hash)
        known.insert({batch.device, hash.key()}, hash.value());
    device.acknowledged = acknowledged;
    device.tail = tail;
    settlement.receipt.acknowledged = acknowledged;
    settlement.receipt.backedUp = device.backedUp;
    return settlement;
}

QList<CaseId> touchedCases(const PushBatch &batch)
{
    QList<CaseId> cases;
    QSet<CaseId> seen;
    for (const JudgedEvent &event : batch.events) {
        if (event.isReadable && !event.caseId.isNull() && !seen.contains(event.caseId)) {
            seen.insert(event.caseId);
            cases.append(event.caseId);
        }
    }
    return cases;
}

qint64 aheadOf(const Settlement &settlement, qint64 receivedAt)
{
    qint64 ahead = 0;
    for (const Settlement::Kept &kept : settlement.kept) {
        if (kept.event->isReadable)
            ahead = qMax(ahead, kept.event->time - receivedAt);
    }
    return ahead;
}

QString manifestHash(const QStringList &hashes)
{
    return Digest::of(hashes.join(QLatin1Char('\n')).toLatin1()).toHex();
}

} // namespace yichuang
