#include "sync/TusUpload.h"

#include <QTimer>

namespace yichuang {

namespace {

constexpr int mostDetours = 4;
constexpr int mostBeginnings = 3;

} // namespace

TusUpload::TusUpload(TusExchange &exchange, PiecePace &pace, BlobUpload upload, QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_pace(pace)
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

void TusUpload::exchange(const LinkRequest &request, void (TusUpload::*next)(const TusExchange::Answer &))
{
    whenFinished(m_exchange.send(request, m_upload.digest), this,
                 [this, next](const Result<TusExchange::Answer> &answer) {
                     if (answer)
                         return (this->*next)(*answer);
                     m_pace.lost();
                     end(passOn(answer));
                 });
}

void TusUpload::create()
{
    if (++m_beginnings > mostBeginnings)
        return end(refusalOf({460, {}, {}, -1, 0}));
    LinkRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/blobs");
    request.headers = {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Length", QByteArray::number(m_upload.size)},
                       {"Upload-Metadata", "sha256 " + m_upload.digest.toHex().toLatin1().toBase64() +
                                               ",mediaType " + m_upload.mediaType.toLatin1().toBase64()}};
    exchange(request, &TusUpload::created);
}

void TusUpload::created(const TusExchange::Answer &answer)
{
    if (answer.whole)
        return end(m_upload.digest);
    if (answer.reply.status != 201)
        return refused(answer);
    m_upload.location = answer.location;
    moveTo(0);
    readPiece();
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

void TusUpload::offsetAnswered(const TusExchange::Answer &answer)
{
    if (answer.whole)
        return end(m_upload.digest);
    // Expired, or finished long ago by an attempt whose answer was lost: a page that is there costs nothing.
    if (answer.reply.status == 404 || answer.reply.status == 410)
        return create();
    if (answer.reply.status != 200 || answer.reply.uploadOffset < 0 ||
        answer.reply.uploadOffset > m_upload.size)
        return refused(answer);
    moveTo(answer.reply.uploadOffset);
    readPiece();
}

void TusUpload::moveTo(qint64 offset)
{
    if (offset > m_offset)
        m_detours = 0;
    m_offset = offset;
    Q_EMIT progressed(m_upload.digest, {m_upload.location, m_offset});
}

// At the end there is nothing to read, and an empty piece asks for the last answer again.
void TusUpload::readPiece()
{
    if (m_offset == m_upload.size)
        return sendPiece({});
    whenFinished(m_upload.read(m_offset, m_pace.pieceBytes()), this, [this](const Result<QByteArray> &piece) {
        if (piece)
            sendPiece(*piece);
        else
            end(passOn(piece));
    });
}

void TusUpload::sendPiece(const QByteArray &piece)
{
    LinkRequest request;
    request.method = "PATCH";
    request.path = m_upload.location;
    request.contentType = "application/offset+octet-stream";
    request.body = piece;
    request.headers = {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Offset", QByteArray::number(m_offset)},
                       {"Upload-Checksum", "sha256 " + Digest::of(piece).bytes().toBase64()}};
    request.limit = std::chrono::minutes(3);
    m_sent = piece.size();
    m_clock.start();
    exchange(request, &TusUpload::pieceAnswered);
}

void TusUpload::pieceAnswered(const TusExchange::Answer &answer)
{
    if (answer.whole)
        return end(m_upload.digest);
    const int status = answer.reply.status;
    // A short file is never taken for a whole one: at the end the other side has to say that it is.
    if (status == 204 && answer.reply.uploadOffset == m_offset + m_sent && m_sent > 0) {
        const std::chrono::milliseconds took(m_clock.elapsed());
        m_pace.arrived(m_sent, took);
        moveTo(answer.reply.uploadOffset);
        QTimer::singleShot(m_pace.pauseAfter(m_sent, took), this, &TusUpload::readPiece);
        return;
    }
    if (status == 204 || status == 409 || status == 460 || status == 404 || status == 410)
        return askOffset();
    refused(answer);
}

void TusUpload::refused(const TusExchange::Answer &answer)
{
    end(refusalOf(answer.reply));
}

} // namespace yichuang
