#include "platform/courier/CourierIntake.h"

#include "platform/pages/PageFailure.h"

namespace yichuang {

CourierIntake::CourierIntake(Ledger &ledger, PageStore &pages, const KnownDevice &device, qint64 first)
    : m_ledger(ledger)
    , m_pages(pages)
    , m_spool(pages.spool())
    , m_device(device)
    , m_next(first)
{}

CourierIntake::~CourierIntake()
{
    if (m_upload)
        m_upload->remove();
}

Result<void> CourierIntake::request(const courier::Request &request)
{
    m_request = request;
    return {};
}

// A gap means that this platform was restored: it has nothing to put these behind, and says how far it is.
Result<void> CourierIntake::events(const QList<SignedEvent> &events)
{
    if (m_gap)
        return {};
    const PushBatch batch = judge(m_device, m_next - 1, events);
    m_next += events.size();
    const auto receipts = m_ledger.push(std::span(&batch, 1));
    const Result<PushReceipt> &receipt = receipts.front();
    m_gap = !receipt && receipt.error().code == ErrorCode::LogGap;
    if (receipt)
        note(*receipt);
    return receipt || m_gap ? Result<void>() : passOn(receipt);
}

void CourierIntake::note(const PushReceipt &receipt)
{
    for (const PushOutcome &outcome : receipt.outcomes) {
        if (outcome.status == QLatin1String("quarantined"))
            m_refused.append({outcome.sequence, outcome.reason});
        else if (outcome.status == QLatin1String("conflict"))
            m_refused.append({outcome.sequence, QStringLiteral("conflict")});
    }
    for (const CaseManifest &manifest : receipt.cases)
        m_cases.insert(manifest.caseId, manifest);
}

Result<void> CourierIntake::pageBegins(const courier::PageHead &head)
{
    const auto here = m_pages.has(head.digest);
    if (!here)
        return passOn(here);
    if (*here)
        return {};
    if (auto room = m_pages.reserve(head.size); !room)
        return room;
    auto begun = m_spool.begin({m_device.id.toString(), head.digest, head.size, {}, false});
    if (!begun)
        return passOn(begun);
    m_upload = std::move(*begun);
    return m_upload ? Result<void>() : pageStoreFull(QStringLiteral("too many uploads of one station"));
}

Result<void> CourierIntake::pageData(const QByteArray &data)
{
    return m_upload ? m_upload->append(data) : Result<void>();
}

Result<void> CourierIntake::pageEnds(const courier::PageHead &head)
{
    Result<void> kept;
    if (const auto upload = std::move(m_upload)) {
        kept = m_pages.put(head.digest, upload->file());
        upload->remove();
    } else {
        m_pages.touch(head.digest);
    }
    if (kept)
        m_known.append(head.digest);
    return kept;
}

Result<QList<courier::CaseLine>> CourierIntake::cases() const
{
    QList<courier::CaseLine> lines;
    for (const CaseManifest &manifest : m_cases) {
        courier::CaseLine line{manifest.caseId, manifest.events, {}};
        for (const QString &blob : manifest.blobs) {
            const auto digest = Digest::fromHex(blob.toLatin1());
            if (!digest)
                continue;
            const auto here = m_pages.has(*digest);
            if (!here)
                return passOn(here);
            line.pages.append({*digest, *here});
        }
        lines.append(line);
    }
    return lines;
}

} // namespace yichuang
