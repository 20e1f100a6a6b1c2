#pragma once

#include "platform/api/Authenticator.h"
#include "platform/http/Exchange.h"
#include "platform/ledger/Ledger.h"
#include "platform/pages/BlobVault.h"

#include <functional>

namespace yichuang {

// What the paths of openapi.json do. Any thread; no part of it touches a socket.
class Api
{
public:
    Api(Ledger &ledger, BlobVault &blobs, const Clock &clock, QByteArray contract);

    // How a request goes on: with the answer, with a batch that waits for the next commit (and is then
    // answered by `pushed`), or, where both are empty, with `blob` on the blobs' thread.
    struct Step
    {
        std::optional<ApiReply> reply;
        std::optional<PushBatch> batch;
    };
    Step begin(const ApiRequest &request);
    ApiReply pushed(const Result<PushReceipt> &receipt) const;
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
    Step batchOf(const KnownDevice &device, const ApiRequest &request);
    Step beginProved(const Authenticator::Verdict &verdict, const ApiRequest &request);
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
