#include "platform/api/Authenticator.h"

namespace yichuang {

namespace {

bool isProved(const ApiRequest &request, const wire::RequestProof &proof, const QByteArray &key)
{
    const QByteArray text = wire::signedRequest({request.method, request.target, request.body}, proof);
    return verifySignature(text, proof.signature, key).has_value();
}

} // namespace

Authenticator::Authenticator(Ledger &ledger, const Clock &clock)
    : m_ledger(ledger)
    , m_clock(clock)
{}

Authenticator::Verdict Authenticator::check(const ApiRequest &request)
{
    const auto proof = wire::fromHeader(request.headers.value("authorization"));
    if (!proof)
        return {{}, refusal(401, "signature-wrong")};
    const auto key = keyOf(proof->device);
    if (!key)
        return {{}, refusal(503, "busy")};
    if (key->isEmpty())
        return {{}, refusal(401, "unknown-device")};
    // Before the nonce is noted: nobody fills that memory without a key.
    if (!isProved(request, *proof, *key))
        return {{}, refusal(401, "signature-wrong")};
    auto admission = m_ledger.admit({proof->device, proof->nonce});
    if (!admission || !admission->device)
        return {{}, admission ? refusal(401, "unknown-device") : refusal(503, "busy")};
    if (admission->device->revoked)
        return {{}, refusal(403, "revoked")};
    if (auto refused = refuseTimeOrReplay(*proof, admission->replayed))
        return {{}, *refused};
    return {std::move(admission->device), {}, proof->time - m_clock.now().toMSecsSinceEpoch()};
}

Result<QByteArray> Authenticator::keyOf(const DeviceId &device)
{
    {
        const std::shared_lock lock(m_keysMutex);
        if (const auto key = m_keys.constFind(device); key != m_keys.cend())
            return *key;
    }
    const auto known = m_ledger.device(device);
    if (!known)
        return passOn(known);
    if (!*known)
        return QByteArray();
    const std::unique_lock lock(m_keysMutex);
    m_keys.insert(device, (*known)->publicKey);
    return (*known)->publicKey;
}

std::optional<ApiReply> Authenticator::refuseUnproved(const ApiRequest &request, const QByteArray &publicKey)
{
    const auto proof = wire::fromHeader(request.headers.value("authorization"));
    if (!proof || !isProved(request, *proof, publicKey))
        return refusal(401, "signature-wrong");
    const auto admission = m_ledger.admit({proof->device, proof->nonce});
    return admission ? refuseTimeOrReplay(*proof, admission->replayed) : refusal(503, "busy");
}

std::optional<ApiReply> Authenticator::refuseTimeOrReplay(const wire::RequestProof &proof,
                                                          bool isReplayed) const
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    if (qAbs(now - proof.time) > wire::mostClockDifference)
        return refusal(401, "clock-wrong", {{QStringLiteral("time"), now}});
    return isReplayed ? std::optional(refusal(401, "replayed")) : std::nullopt;
}

} // namespace yichuang
