#include "platform/api/Api.h"

#include "domain/Case.h"
#include "platform/api/FeedCursor.h"
#include "platform/api/Unpack.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yichuang {

namespace {

constexpr qsizetype mostEvents = 500;
constexpr qsizetype mostHashes = 1000;
constexpr int mostFeed = 500;
constexpr qint64 seenEvery = 5 * 60 * 1000; // ms
const QByteArray pagesPath = "/v1/blobs";
const QByteArray knownPath = "/v1/blobs/known";

QJsonObject bodyOf(const ApiRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

bool isForPages(const QByteArray &path)
{
    return path == pagesPath || path.startsWith(pagesPath + '/');
}

} // namespace

Api::Api(Ledger &ledger, BlobVault &blobs, const Clock &clock, QByteArray contract)
    : m_ledger(ledger)
    , m_blobs(blobs)
    , m_clock(clock)
    , m_authenticator(ledger, clock)
    , m_contract(std::move(contract))
{}

Api::Step Api::begin(const ApiRequest &request)
{
    if (auto reply = open(request))
        return {std::move(reply), {}};
    const auto verdict = m_authenticator.check(request);
    return verdict.device ? beginProved(verdict, request) : Step{verdict.refused, {}};
}

Api::Step Api::beginProved(const Authenticator::Verdict &verdict, const ApiRequest &request)
{
    const KnownDevice &device = *verdict.device;
    const QByteArray path = request.path();
    if (isPush(request)) {
        Step step = batchOf(device, request);
        if (step.batch)
            step.batch->clockOffset = verdict.clockOffset;
        return step;
    }
    // A push says so by itself; for the rest now and then is enough, because it costs a write.
    if (m_clock.now().toMSecsSinceEpoch() - device.lastSeen > seenEvery) {
        if (auto seen = m_ledger.sawDevice(device.id, verdict.clockOffset); !seen)
            return {failed(seen.error()), {}};
    }
    if (request.method == "GET" && path == "/v1/feed")
        return {feed(device, request), {}};
    if (request.method == "GET" && path == "/v1/status")
        return {status(device), {}};
    if (request.method == "GET" && path.startsWith("/v1/cases/") && path.endsWith("/fold"))
        return {fold(device, request), {}};
    if (isForPages(path))
        return {};
    return {refusal(404, "unknown"), {}};
}

std::optional<ApiReply> Api::open(const ApiRequest &request)
{
    const QByteArray path = request.path();
    if (request.method == "POST" && path == "/v1/enrolments")
        return enrol(request);
    if (request.method == "OPTIONS" && isForPages(path))
        return BlobVault::capabilities();
    if (request.method != "GET")
        return std::nullopt;
    if (path == "/healthz")
        return jsonReply({{QStringLiteral("alive"), true}});
    if (path == "/readyz") {
        const auto summary = m_ledger.device(DeviceId());
        return summary ? jsonReply({{QStringLiteral("ready"), true}}) : refusal(503, "busy");
    }
    if (path == "/openapi.json")
        return ApiReply{200, "application/json", m_contract, {}};
    return std::nullopt;
}

ApiReply Api::failed(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::LogGap:
        return refusal(409, "gap", {{QStringLiteral("acknowledged"), error.detail.toLongLong()}});
    case ErrorCode::PlatformFull:
        return refusal(507, "full");
    case ErrorCode::EnrolmentCodeUnknown:
    case ErrorCode::EnrolmentCodeUsed:
        return refusal(403, "code-unknown");
    case ErrorCode::DeviceRevoked:
        return refusal(403, "revoked");
    case ErrorCode::DeviceUnknown:
        return refusal(401, "unknown-device");
    default:
        qWarning("%s", qPrintable(logText(error)));
        return refusal(503, "busy");
    }
}

ApiReply Api::enrol(const ApiRequest &request)
{
    const QJsonObject body = bodyOf(request);
    const QByteArray key =
        QByteArray::fromBase64(body.value(QLatin1String("publicKey")).toString().toLatin1());
    if (key.size() != 32)
        return refusal(400, "malformed");
    if (auto refused = m_authenticator.refuseUnproved(request, key))
        return *refused;
    auto station = m_ledger.enrol(body.value(QLatin1String("code")).toString(), key);
    if (station)
        return jsonReply(*station, 201);
    ApiReply refused = failed(station.error());
    // Who has no key of ours yet can only believe a refusal that brings the one that his code proves.
    QJsonObject problem = QJsonDocument::fromJson(refused.body).object();
    problem.insert(QStringLiteral("platformKey"), QString::fromLatin1(m_ledger.key().publicKey().toBase64()));
    refused.body = QJsonDocument(problem).toJson(QJsonDocument::Compact);
    return refused;
}

ApiReply Api::status(const KnownDevice &device)
{
    return jsonReply({{QStringLiteral("epoch"), QString::fromLatin1(m_ledger.epoch())},
                      {QStringLiteral("acknowledged"), device.acknowledged},
                      {QStringLiteral("backedUp"), device.backedUp}});
}

Api::Step Api::batchOf(const KnownDevice &device, const ApiRequest &request)
{
    const auto unpacked = unpackBody(request.headers.value("content-encoding"), request.body);
    if (!unpacked)
        return {unpacked.error().code == ErrorCode::BodyTooLarge ? refusal(413, "too-large")
                                                                 : refusal(400, "malformed"),
                {}};
    const QJsonObject body = QJsonDocument::fromJson(*unpacked).object();
    const QJsonArray array = body.value(QLatin1String("events")).toArray();
    const qint64 after = body.value(QLatin1String("after")).toInteger(-1);
    if (!body.value(QLatin1String("events")).isArray() || after < 0)
        return {refusal(400, "malformed"), {}};
    if (array.size() > mostEvents)
        return {refusal(413, "too-large"), {}};
    QList<SignedEvent> events;
    for (const auto &entry : array) {
        auto record = fromWire(entry.toObject());
        if (!record)
            return {refusal(400, "malformed"), {}};
        events.append(std::move(*record));
    }
    return {{}, judge(device, after, events)};
}

ApiReply Api::pushed(const Result<PushReceipt> &receipt) const
{
    if (!receipt)
        return failed(receipt.error());
    QJsonArray results;
    for (const PushOutcome &outcome : receipt->outcomes) {
        QJsonObject result{{QStringLiteral("sequence"), outcome.sequence},
                           {QStringLiteral("status"), outcome.status},
                           {QStringLiteral("hash"), outcome.hash.toHex()}};
        if (!outcome.reason.isEmpty())
            result.insert(QStringLiteral("reason"), outcome.reason);
        results.append(result);
    }
    QJsonArray cases;
    for (const CaseManifest &manifest : receipt->cases) {
        QJsonArray pages;
        for (const QString &blob : manifest.blobs)
            pages.append(
                QJsonObject{{QStringLiteral("hash"), blob}, {QStringLiteral("present"), m_blobs.has(blob)}});
        cases.append(QJsonObject{{QStringLiteral("case"), manifest.caseId.toString()},
                                 {QStringLiteral("events"), manifest.events},
                                 {QStringLiteral("blobs"), pages}});
    }
    return jsonReply({{QStringLiteral("epoch"), QString::fromLatin1(m_ledger.epoch())},
                      {QStringLiteral("acknowledged"), receipt->acknowledged},
                      {QStringLiteral("backedUp"), receipt->backedUp},
                      {QStringLiteral("results"), results},
                      {QStringLiteral("cases"), cases}});
}

ApiReply Api::feed(const KnownDevice &device, const ApiRequest &request)
{
    const auto position =
        positionOf(request.query(QStringLiteral("cursor")), m_ledger.epoch(), m_ledger.key());
    if (!position)
        return refusal(410, "cursor-unknown");
    const int limit = qBound(1, request.query(QStringLiteral("limit")).toInt(), mostFeed);
    auto page = m_ledger.feed(device.id, *position, limit);
    if (!page)
        return failed(page.error());
    QJsonArray events;
    for (const SignedEvent &event : std::as_const(page->events))
        events.append(toWire(event));
    return jsonReply({{QStringLiteral("epoch"), QString::fromLatin1(m_ledger.epoch())},
                      {QStringLiteral("cursor"), cursorOf(m_ledger.epoch(), page->position, m_ledger.key())},
                      {QStringLiteral("more"), page->more},
                      {QStringLiteral("acknowledged"), device.acknowledged},
                      {QStringLiteral("backedUp"), device.backedUp},
                      {QStringLiteral("events"), events}});
}

ApiReply Api::fold(const KnownDevice &device, const ApiRequest &request)
{
    const CaseId id = CaseId::fromString(QString::fromLatin1(request.path().split('/').value(3)));
    const auto concerned = m_ledger.isConcerned(device.id, id);
    if (!concerned)
        return failed(concerned.error());
    // What is not this device's concern is as unknown to it as what is not there.
    if (id.isNull() || !*concerned)
        return refusal(404, "unknown");
    const auto events = m_ledger.eventsOf(id);
    if (!events)
        return failed(events.error());
    const Case folded =
        foldCase(std::span<const Event>(events->constData(), static_cast<size_t>(events->size())));
    const QByteArray json = folded.canonicalJson();
    return jsonReply({{QStringLiteral("case"), id.toString()},
                      {QStringLiteral("digest"), Digest::of(json).toHex()},
                      {QStringLiteral("json"), QString::fromLatin1(json.toBase64())}});
}

ApiReply Api::known(const ApiRequest &request)
{
    const QJsonArray hashes = bodyOf(request).value(QLatin1String("hashes")).toArray();
    if (hashes.size() > mostHashes)
        return refusal(413, "too-large");
    QStringList names;
    for (const auto &hash : hashes)
        names.append(hash.toString());
    const auto found = m_blobs.known(names);
    if (!found)
        return failed(found.error());
    return jsonReply({{QStringLiteral("known"), QJsonArray::fromStringList(*found)}});
}

ApiReply Api::blob(const ApiRequest &request)
{
    const bool asks = request.method == "POST" && request.path() == knownPath;
    return asks ? known(request) : m_blobs.answer(request);
}

void Api::seal(const ApiRequest &request, ApiReply &reply) const
{
    const auto proof = wire::fromHeader(request.headers.value("authorization"));
    const QByteArray time = QByteArray::number(m_clock.now().toMSecsSinceEpoch());
    const QByteArray nonce = proof ? proof->nonce : QByteArray();
    // An answer to HEAD has no body: what is sent after its header would be taken for the next answer.
    if (request.method == "HEAD")
        reply.body.clear();
    const QByteArray text = wire::signedReply(
        {reply.status, nonce, m_ledger.epoch(), time, reply.headers.value("Upload-Offset"), reply.body});
    reply.headers.insert("Yichuang-Platform", "1");
    reply.headers.insert("Yichuang-Epoch", m_ledger.epoch());
    reply.headers.insert("Yichuang-Time", time);
    reply.headers.insert("Yichuang-Signature", m_ledger.key().sign(text).toBase64());
    reply.headers.insert("Tus-Resumable", "1.0.0");
    if (reply.status == 429 || reply.status == 503 || reply.status == 507)
        reply.headers.insert("Retry-After", "5");
}

} // namespace yichuang
