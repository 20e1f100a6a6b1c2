#pragma once

#include "sync/PiecePace.h"
#include "sync/PlatformClient.h"
#include "sync/TusExchange.h"

#include <QElapsedTimer>

namespace yichuang {

// One page on its way (tus 1.0). Begins or resumes, sends pieces as large as the line is good, which it reads
// one by one, and has finished only when the other side says that the page is whole. Where the other side's
// offset is another than thought it asks and goes on from there; an upload that is gone it begins anew.
// Progress clears the count of such detours, which is bounded.
class TusUpload final : public QObject
{
    Q_OBJECT

public:
    TusUpload(TusExchange &exchange, PiecePace &pace, BlobUpload upload, QObject *parent);

    Pending<Digest> start();

Q_SIGNALS:
    void progressed(const yichuang::Digest &digest, const yichuang::UploadProgress &progress);

private:
    void create();
    void created(const TusExchange::Answer &answer);
    void askOffset();
    void offsetAnswered(const TusExchange::Answer &answer);
    void readPiece();
    void sendPiece(const QByteArray &piece);
    void pieceAnswered(const TusExchange::Answer &answer);
    void refused(const TusExchange::Answer &answer);
    void moveTo(qint64 offset);
    void end(Result<Digest> result);
    // Runs `next` with an answer; ends with the error otherwise.
    void exchange(const LinkRequest &request, void (TusUpload::*next)(const TusExchange::Answer &));

    TusExchange &m_exchange;
    PiecePace &m_pace;
    BlobUpload m_upload;
    QPromise<Result<Digest>> m_promise;
    QElapsedTimer m_clock; // since the piece went
    qint64 m_offset = 0;
    qint64 m_sent = 0; // bytes of the piece under way
    int m_detours = 0; // HEADs since the last progress
    int m_beginnings = 0;
};

} // namespace yichuang
