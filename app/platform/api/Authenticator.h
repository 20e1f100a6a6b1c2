#pragma once

#include "domain/Wire.h"
#include "platform/http/Exchange.h"
#include "platform/ledger/Ledger.h"

#include <shared_mutex>

namespace yichuang {

// Who asks, proved by the signature (WIRE.md, 'Who speaks'). Any thread.
class Authenticator
{
public:
    Authenticator(Ledger &ledger, const Clock &clock);

    struct Verdict
    {
        std::optional<KnownDevice> device; // set where the request is proved
        ApiReply refused;                  // otherwise
        qint64 clockOffset = 0;            // ms, the device's clock minus the platform's
    };
    Verdict check(const ApiRequest &request);
    // The proof of a key that nobody knows yet.
    std::optional<ApiReply> refuseUnproved(const ApiRequest &request, const QByteArray &publicKey);

private:
    Result<QByteArray> keyOf(const DeviceId &device); // empty for an unknown one
    std::optional<ApiReply> refuseTimeOrReplay(const wire::RequestProof &proof, bool isReplayed) const;

    Ledger &m_ledger;
    const Clock &m_clock;
    // A workstation's key never changes, so that this is no state: any process may have it or not.
    std::shared_mutex m_keysMutex;
    QHash<DeviceId, QByteArray> m_keys;
};

} // namespace yichuang
