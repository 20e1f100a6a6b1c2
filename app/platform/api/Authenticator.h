#pragma once

#include "domain/Wire.h"
#include "platform/http/Exchange.h"
#include "platform/ledger/Ledger.h"

#include <deque>

namespace yichuang {

// Who asks, proved by the signature (WIRE.md, 'Who speaks'). On the ledger's thread.
class Authenticator
{
public:
    Authenticator(Ledger &ledger, const Clock &clock);

    struct Verdict
    {
        std::optional<KnownDevice> device; // set where the request is proved
        ApiReply refused;                  // otherwise
    };
    Verdict check(const ApiRequest &request);
    // The proof of a key that nobody knows yet.
    std::optional<ApiReply> refuseUnproved(const ApiRequest &request, const QByteArray &publicKey);

private:
    std::optional<ApiReply> refuseTimeOrReplay(const wire::RequestProof &proof);

    Ledger &m_ledger;
    const Clock &m_clock;
    QHash<QByteArray, qint64> m_nonces;
    std::deque<QByteArray> m_oldest;
};

} // namespace yichuang
