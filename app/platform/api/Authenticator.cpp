#include "platform/api/Authenticator.h"

namespace yichuang {

namespace {

// Older ones are outside the time that is taken; more than this are a flood, which the oldest make room for.
constexpr size_t mostNonces = 500000;

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
    const auto device = m_ledger.device(proof->device);
    if (!device)
        return {{}, refusal(503, "busy")};
    if (!*device)
        return {{}, refusal(401, "unknown-device")};
    if (!isProved(request, *proof, (*device)->publicKey))
        return {{}, refusal(401, "signature-wrong")};
    if ((*device)->revoked)
        return {{}, refusal(403, "revoked")};
    if (auto refused = refuseTimeOrReplay(*proof))
        return {{}, *refused};
    return {**device, {}};
}

std::optional<ApiReply> Authenticator::refuseUnproved(const ApiRequest &request, const QByteArray &publicKey)
{
    const auto proof = wire::fromHeader(request.headers.value("authorization"));
    if (!proof || !isProved(request, *proof, publicKey))
        return refusal(401, "signature-wrong");
    return refuseTimeOrReplay(*proof);
}

std::optional<ApiReply> Authenticator::refuseTimeOrReplay(const wire::RequestProof &proof)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    if (qAbs(now - proof.time) > wire::mostClockDifference)
        return refusal(401, "clock-wrong", {{QStringLiteral("time"), now}});
    while (!m_oldest.empty() && (m_oldest.size() >= mostNonces ||
                                 m_nonces.value(m_oldest.front()) < now - 2 * wire::mostClockDifference)) {
        m_nonces.remove(m_oldest.front());
        m_oldest.pop_front();
    }
    if (m_nonces.contains(proof.nonce))
        return refusal(401, "replayed");
    m_nonces.insert(proof.nonce, now);
    m_oldest.push_back(proof.nonce);
    return std::nullopt;
}

} // namespace yichuang
