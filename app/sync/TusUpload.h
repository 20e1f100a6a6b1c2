#pragma once

#include "sync/PlatformClient.h"
#include "sync/PlatformLink.h"

namespace yichuang {

// One page on its way (tus 1.0). Begins or resumes, sends pieces of 1 MiB, and has finished only when the
// platform has named the page's hash. Where the platform's offset is another than thought it asks and goes on
// from there.
class TusUpload final : public QObject
{
    Q_OBJECT

public:
    TusUpload(PlatformLink &link, BlobUpload upload, QObject *parent);

    Pending<Digest> start();

Q_SIGNALS:
    void progressed(const yichuang::Digest &digest, const yichuang::UploadProgress &progress);

private:
    void create();
    void askOffset();
    void sendPiece();
    void pieceAnswered(const ProvenReply &reply);
    void moveTo(qint64 offset);
    void end(Result<Digest> result);
    // Runs `next` with a proven reply; ends with the error otherwise.
    void exchange(const LinkRequest &request, void (TusUpload::*next)(const ProvenReply &));
    void created(const ProvenReply &reply);
    void offsetAnswered(const ProvenReply &reply);

    PlatformLink &m_link;
    BlobUpload m_upload;
    QPromise<Result<Digest>> m_promise;
    qint64 m_offset = 0;
    int m_detours = 0; // HEADs and new beginnings; bounded
};

} // namespace yichuang
