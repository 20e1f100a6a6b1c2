#pragma once

#include "platform/api/Authenticator.h"
#include "platform/http/Exchange.h"
#include "platform/ledger/Ledger.h"
#include "platform/pages/BlobVault.h"

#include <functional>

namespace yichuang {

// What the paths of openapi.json do. `begin` runs on the ledger's thread and either answers or says that the
// blobs' thread goes on; neither touches a socket.
class Api
{
public:
    Api(Ledger &ledger, BlobVault &blobs, const Clock &clock, QByteArray contract);

    // A reply, or nothing where the request is for `blob` on the other thread.
    std::optional<ApiReply> begin(const ApiRequest &request);
    ApiReply blob(const ApiRequest &request);
    static bool isPush(const ApiRequest &request)
    {
        return request.method == "POST" && request.path() == "/v1/events";
    }

    // Adds what proves that it is this platform. Any thread: reads what never changes.
    void seal(const ApiRequest &request, ApiReply &reply) const;

private:
    std::optional<ApiReply> open(const ApiRequest &request);
    ApiReply enrol(const ApiRequest &request);
    ApiReply status(const KnownDevice &device);
    ApiReply push(KnownDevice &device, const ApiRequest &request);
    ApiReply pushReply(const KnownDevice &device, const QList<SignedEvent> &events,
                       const QList<PushOutcome> &outcomes);
    ApiReply feed(const KnownDevice &device, const ApiRequest &request);
    ApiReply fold(const KnownDevice &device, const ApiRequest &request);
    ApiReply known(const ApiRequest &request);
    ApiReply failed(const Error &error) const;

    Ledger &m_ledger;
    BlobVault &m_blobs;
    const Clock &m_clock;
    Authenticator m_authenticator;
    QByteArray m_contract;
};

} // namespace yichuang
