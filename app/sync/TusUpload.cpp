#include "sync/TusUpload.h"

#include "sync/WireReplies.h"

namespace yichuang {

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;
constexpr int mostDetours = 4;

} // namespace

TusUpload::TusUpload(PlatformLink &link, BlobUpload upload, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_upload(std::move(upload))
{}

Pending<Digest> TusUpload::start()
{
    m_promise.start();
    if (m_upload.location.isEmpty())
        create();
    else
        askOffset();
    return m_promise.future();
}

void TusUpload::end(Result<Digest> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

void TusUpload::exchange(const LinkRequest &request, void (TusUpload::*next)(const ProvenReply &))
{
    whenFinished(m_link.send(request), this, [this, next](const Result<ProvenReply> &reply) {
        if (reply)
            (this->*next)(*reply);
        else
            end(passOn(reply));
    });
}

void TusUpload::create()
{
    if (++m_detours > mostDetours)
        return end(refusalOf({460, {}, {}, -1, 0}));
    LinkRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/blobs");
    request.headers = {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Length", QByteArray::number(m_upload.content.size())},
                       {"Upload-Metadata", "sha256 " + m_upload.digest.toHex().toLatin1().toBase64() +
                                               ",mediaType " + m_upload.mediaType.toLatin1().toBase64()}};
    exchange(request, &TusUpload::created);
}

void TusUpload::created(const ProvenReply &reply)
{
    if (reply.status != 201)
        return end(refusalOf(reply));
    const auto location = wirereplies::location(reply.body);
    if (!location)
        return end(passOn(location));
    m_upload.location = *location;
    moveTo(0);
    sendPiece();
}

void TusUpload::askOffset()
{
    if (++m_detours > mostDetours)
        return end(refusalOf({409, {}, {}, -1, 0}));
    LinkRequest request;
    request.method = "HEAD";
    request.path = m_upload.location;
    request.headers = {{"Tus-Resumable", "1.0.0"}};
    exchange(request, &TusUpload::offsetAnswered);
}

void TusUpload::offsetAnswered(const ProvenReply &reply)
{
    // Expired, or finished by an earlier attempt whose answer was lost: begin anew; a page that is there
    // costs nothing.
    if (reply.status == 404)
        return create();
    if (reply.status != 200 || reply.uploadOffset < 0 || reply.uploadOffset > m_upload.content.size())
        return end(refusalOf(reply));
    moveTo(reply.uploadOffset);
    sendPiece();
}

void TusUpload::moveTo(qint64 offset)
{
    m_offset = offset;
    Q_EMIT progressed(m_upload.digest, {m_upload.location, m_offset});
}

void TusUpload::sendPiece()
{
    LinkRequest request;
    request.method = "PATCH";
    request.path = m_upload.location;
    request.contentType = "application/offset+octet-stream";
    request.body = m_upload.content.mid(m_offset, pieceBytes);
    request.headers = {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Offset", QByteArray::number(m_offset)},
                       {"Upload-Checksum", "sha256 " + Digest::of(request.body).bytes().toBase64()}};
    request.limit = std::chrono::minutes(3);
    exchange(request, &TusUpload::pieceAnswered);
}

void TusUpload::pieceAnswered(const ProvenReply &reply)
{
    switch (reply.status) {
    case 200: {
        const bool named = reply.body.contains(m_upload.digest.toHex().toLatin1());
        return end(named ? Result<Digest>(m_upload.digest) : refusalOf({460, {}, {}, -1, 0}));
    }
    case 204:
        if (reply.uploadOffset <= m_offset || reply.uploadOffset > m_upload.content.size())
            return askOffset();
        moveTo(reply.uploadOffset);
        return sendPiece();
    case 409:
        return askOffset();
    case 404:
    case 460:
        return create();
    default:
        return end(refusalOf(reply));
    }
}

} // namespace yichuang
