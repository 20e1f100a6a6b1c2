#pragma once

#include "courier/Body.h"
#include "courier/Pieces.h"

namespace yichuang::courier {

// Writes what a station has for the platform. The cover needs everything but `sealedKey` and `volumes`.
class WorkWriter
{
public:
    // The sink outlives the writer.
    WorkWriter(Cover cover, VolumeSink &sink, qint64 volumeBytes = mostVolumeBytes);

    // `platformKey`: the Ed25519 key that alone will open it.
    Result<void> begin(const QByteArray &platformKey, const Request &request);
    // In the log's order, all before the first page; at most `mostEvents` and `mostEventBytes` (or one).
    Result<void> events(const QList<SignedEvent> &events);
    Result<void> page(const Digest &digest, const QString &mediaType, const QByteArray &content);
    Result<SignedCover> finish(const SigningKey &station);
    qint64 written() const { return m_body ? m_body->written() : 0; }

private:
    Cover m_cover;
    VolumeSink &m_sink;
    qint64 m_volumeBytes;
    std::unique_ptr<BodyWriter> m_body;
    End m_end;
};

// Who takes in what a station sent, piece by piece in this order. A failure ends the reading with it.
class WorkReceiver
{
public:
    virtual ~WorkReceiver() = default;
    virtual Result<void> request(const Request &request) = 0;
    virtual Result<void> events(const QList<SignedEvent> &events) = 0;
    virtual Result<void> pageBegins(const PageHead &head) = 0;
    virtual Result<void> pageData(const QByteArray &data) = 0;
    // All its bytes were handed over, and they are those that the head names.
    virtual Result<void> pageEnds(const PageHead &head) = 0;
};

// Reads a whole package; the caller has checked the cover's signature and the volumes. What is wrong is
// found where it stands: everything before it was handed over already, which a receiver that takes the same
// thing twice need not mind.
Result<End> readWork(const Cover &cover, VolumeSource &source, const SigningKey &platform,
                     WorkReceiver &receiver);

} // namespace yichuang::courier
