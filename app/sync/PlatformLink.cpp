#include "sync/PlatformLink.h"

#include "domain/Wire.h"
#include "sync/StrangeReply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QTimer>

namespace yichuang {

namespace {

constexpr qint64 mostReplyBytes = 16 * 1024 * 1024;
constexpr auto tooLarge = "too-large";

tl::unexpected<Error> unproved(const QNetworkReply &reply, const QByteArray &body)
{
    const bool isBare = body.isEmpty() && !reply.hasRawHeader("Content-Length");
    return tl::unexpected(
        whoAnswered({reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply.error(),
                     reply.rawHeader("Content-Type"), reply.property(tooLarge).toBool(), isBare}));
}

// Qt sends a request again whose connection ended within the status line, and then shows the first answer's
// status with everything else of the second one, which is the platform's refusal of a repetition. A problem
// names its status, and the signature covers it.
int problemStatus(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String("status")).toInt();
}

QNetworkRequest networkRequest(const QUrl &platform, const LinkRequest &request,
                               const wire::RequestProof &proof)
{
    QNetworkRequest network(platform.resolved(QUrl::fromEncoded(request.path.toLatin1())));
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setDecompressedSafetyCheckThreshold(mostReplyBytes);
    network.setTransferTimeout(static_cast<int>(request.limit.count()));
    network.setRawHeader("Authorization", wire::toHeader(proof));
    network.setRawHeader("Accept-Encoding", "identity");
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PATCH")
        network.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
        network.setRawHeader(it.key(), it.value());
    return network;
}

} // namespace

PlatformLink::PlatformLink(LinkIdentity identity, const Clock &clock, RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_clock(clock)
    , m_random(random)
{
    m_network.setAutoDeleteReplies(true);
}

Pending<ProvenReply> PlatformLink::send(const LinkRequest &request)
{
    wire::RequestProof proof;
    proof.device = m_identity.device;
    proof.time = m_clock.now().toMSecsSinceEpoch();
    proof.nonce = m_random.bytes(16).toHex();
    proof.signature = m_identity.key.sign(
        wire::signedRequest({request.method, request.path.toLatin1(), request.body}, proof));

    auto promise = std::make_shared<QPromise<Result<ProvenReply>>>();
    promise->start();
    QNetworkReply *reply = m_network.sendCustomRequest(networkRequest(m_identity.platform, request, proof),
                                                       request.method, request.body);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received) {
        if (received > mostReplyBytes) {
            reply->setProperty(tooLarge, true);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, promise, reply, nonce = proof.nonce] {
        promise->addResult(prove(*reply, nonce));
        promise->finish();
    });
    return promise->future();
}

// Whatever else answers (a captive portal, a proxy, another platform) has no such signature; then the line is
// down, and nothing of what was said counts (SYNC.md rule 9).
Result<ProvenReply> PlatformLink::prove(QNetworkReply &reply, const QByteArray &nonce)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return unproved(reply, {});
    ProvenReply proven;
    proven.status = status.toInt();
    proven.body = reply.readAll();
    const QByteArray time = reply.rawHeader("Yichuang-Time");
    const QByteArray epoch = reply.rawHeader("Yichuang-Epoch");
    const QByteArray offset = reply.rawHeader("Upload-Offset");
    const auto signature = QByteArray::fromBase64(reply.rawHeader("Yichuang-Signature"));
    if (reply.rawHeader("Yichuang-Platform") != "1" || signature.isEmpty())
        return unproved(reply, proven.body);
    const auto holds = [&](int claimed) {
        return verifySignature(wire::signedReply({claimed, nonce, epoch, time, offset, proven.body}),
                               signature, keyFor(proven.body));
    };
    if (!holds(proven.status))
        proven.status = problemStatus(proven.body);
    if (proven.status == 0 || !holds(proven.status))
        return unproved(reply, proven.body);
    proven.epoch = QString::fromLatin1(epoch);
    proven.uploadOffset = offset.isEmpty() ? -1 : offset.toLongLong();
    proven.retryAfter = reply.rawHeader("Retry-After").toInt();
    m_clockOffset = std::chrono::milliseconds(time.toLongLong() - m_clock.now().toMSecsSinceEpoch());
    m_heard = ClockReading{time.toLongLong(), m_clock.monotonicMilliseconds()};
    m_epoch = proven.epoch;
    return proven;
}

void PlatformLink::giveUp()
{
    const auto replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort();
}

QByteArray PlatformLink::keyFor(const QByteArray &body) const
{
    if (!m_identity.platformKey.isEmpty())
        return m_identity.platformKey;
    const QJsonObject station = QJsonDocument::fromJson(body).object();
    const QByteArray claimed =
        QByteArray::fromBase64(station.value(QLatin1String("platformKey")).toString().toLatin1());
    return wire::provesKey(m_code, claimed) ? claimed : QByteArray();
}

tl::unexpected<Error> refusalOf(const ProvenReply &reply)
{
    const QJsonObject problem = QJsonDocument::fromJson(reply.body).object();
    const QString reason = problem.value(QLatin1String("reason")).toString();
    if (reason == QLatin1String("revoked"))
        return raise(ErrorCode::WorkstationRevoked);
    if (reason == QLatin1String("code-unknown"))
        return raise(ErrorCode::EnrolmentCodeRefused);
    if (reason == QLatin1String("replayed"))
        return raise(ErrorCode::RequestRepeated);
    if (reason == QLatin1String("clock-wrong"))
        return raise(ErrorCode::ClockDisagrees);
    if (reason == QLatin1String("gap"))
        return raise(ErrorCode::PlatformLacksEvents,
                     QString::number(problem.value(QLatin1String("acknowledged")).toInteger()));
    switch (reply.status) {
    case 401:
        return raise(ErrorCode::WorkstationNotKnown, reason);
    case 404:
        return raise(ErrorCode::NotAtPlatform);
    case 409:
        return raise(ErrorCode::UploadOffsetWrong);
    case 410:
        return raise(ErrorCode::CursorUnknown);
    case 413:
        return raise(ErrorCode::BatchTooLarge);
    case 426:
        return raise(ErrorCode::ProgramVersionRefused);
    case 429:
    case 503:
        return raise(ErrorCode::PlatformBusy, QString::number(reply.retryAfter));
    case 460:
        return raise(ErrorCode::UploadCorrupted);
    case 507:
        return raise(ErrorCode::PlatformDiskFull);
    default:
        return raise(ErrorCode::RequestRefused, reason);
    }
}

} // namespace yichuang
