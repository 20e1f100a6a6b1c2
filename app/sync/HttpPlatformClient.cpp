#include "sync/HttpPlatformClient.h"

#include "sync/TusUpload.h"
#include "sync/WireReplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <zstd.h>

namespace yichuang {

namespace {

constexpr int packingLevel = 3;
constexpr qsizetype worthPacking = 1024;

QByteArray packed(const QByteArray &plain)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))),
                   Qt::Uninitialized);
    const size_t size = ZSTD_compress(out.data(), static_cast<size_t>(out.size()), plain.constData(),
                                      static_cast<size_t>(plain.size()), packingLevel);
    if (ZSTD_isError(size))
        return {};
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

HttpPlatformClient::HttpPlatformClient(LinkIdentity identity, const Clock &clock, RandomSource &random,
                                       QObject *parent)
    : PlatformClient(parent)
    , m_link(std::move(identity), clock, random)
{}

template <typename T>
Pending<T> HttpPlatformClient::ask(const LinkRequest &request,
                                   std::function<Result<T>(const ProvenReply &)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    LinkRequest limited = request;
    limited.limit = silence;
    whenFinished(
        m_link.send(limited), this, [promise, read = std::move(read)](const Result<ProvenReply> &reply) {
            if (!reply)
                promise->addResult(passOn(reply));
            else
                promise->addResult(reply->status == 200 ? read(*reply) : Result<T>(refusalOf(*reply)));
            promise->finish();
        });
    return promise->future();
}

Pending<PlatformStatus> HttpPlatformClient::status()
{
    return ask<PlatformStatus>({"GET", QStringLiteral("/v1/status"), {}},
                               [](const ProvenReply &reply) { return wirereplies::status(reply.body); });
}

Pending<PushReply> HttpPlatformClient::push(qint64 after, const QList<SignedEvent> &events)
{
    QJsonArray records;
    for (const SignedEvent &event : events)
        records.append(toWire(event));
    LinkRequest request{"POST", QStringLiteral("/v1/events"),
                        compact({{QStringLiteral("after"), after}, {QStringLiteral("events"), records}})};
    if (request.body.size() > worthPacking) {
        if (QByteArray smaller = packed(request.body); !smaller.isEmpty()) {
            request.body = std::move(smaller);
            request.headers.insert("Content-Encoding", "zstd");
        }
    }
    return ask<PushReply>(request, [](const ProvenReply &reply) { return wirereplies::push(reply.body); });
}

Pending<PullReply> HttpPlatformClient::pull(const QByteArray &cursor, int limit)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(cursor));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return ask<PullReply>({"GET", QStringLiteral("/v1/feed?") + query.toString(QUrl::FullyEncoded), {}},
                          [](const ProvenReply &reply) { return wirereplies::pull(reply.body); });
}

Pending<QList<Digest>> HttpPlatformClient::knownBlobs(const QList<Digest> &digests)
{
    QJsonArray hashes;
    for (const Digest &digest : digests)
        hashes.append(digest.toHex());
    return ask<QList<Digest>>(
        {"POST", QStringLiteral("/v1/blobs/known"), compact({{QStringLiteral("hashes"), hashes}})},
        [](const ProvenReply &reply) { return wirereplies::known(reply.body); });
}

Pending<Digest> HttpPlatformClient::upload(const BlobUpload &upload)
{
    auto *way = new TusUpload(m_exchange, m_piecePace, upload, this);
    connect(way, &TusUpload::progressed, this, &PlatformClient::uploadProgressed);
    return way->start();
}

Pending<CaseFold> HttpPlatformClient::foldOf(const CaseId &caseId)
{
    return ask<CaseFold>({"GET", QStringLiteral("/v1/cases/%1/fold").arg(caseId.toString()), {}},
                         [](const ProvenReply &reply) { return wirereplies::fold(reply.body); });
}

Enrolment::Enrolment(QUrl platform, SigningKey key, const Clock &clock, RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_publicKey(key.publicKey())
    , m_link({std::move(platform), DeviceId(), std::move(key), {}}, clock, random)
{}

Pending<EnrolledStation> Enrolment::enrol(const QString &code)
{
    m_link.setEnrolmentCode(code);
    LinkRequest request{
        "POST", QStringLiteral("/v1/enrolments"),
        compact({{QStringLiteral("code"), code},
                 {QStringLiteral("publicKey"), QString::fromLatin1(m_publicKey.toBase64())}})};
    auto promise = std::make_shared<QPromise<Result<EnrolledStation>>>();
    promise->start();
    whenFinished(m_link.send(request), this, [promise](const Result<ProvenReply> &reply) {
        if (!reply)
            promise->addResult(passOn(reply));
        else
            promise->addResult(reply->status == 201 ? wirereplies::station(reply->body)
                                                    : Result<EnrolledStation>(refusalOf(*reply)));
        promise->finish();
    });
    return promise->future();
}

} // namespace yichuang
