#pragma once

#include "sync/HttpPlatformClient.h"

#include <QElapsedTimer>

namespace yichuang::bench {

struct Batch
{
    qint64 after = 0;
    QList<SignedEvent> events;
};

// The real client, of which it is written down what was pushed and how long the answers took.
class RecordingClient final : public PlatformClient
{
    Q_OBJECT

public:
    explicit RecordingClient(PlatformClient &real)
        : m_real(real)
    {}

    Pending<PushReply> push(qint64 after, const QList<SignedEvent> &events) override
    {
        batches.append({after, events});
        QElapsedTimer timer;
        timer.start();
        const Pending<PushReply> reply = m_real.push(after, events);
        packing += static_cast<double>(timer.nsecsElapsed()) / 1e9;
        whenFinished(reply, this, [this, timer](const Result<PushReply> &) {
            answering += static_cast<double>(timer.nsecsElapsed()) / 1e9;
        });
        return reply;
    }
    Pending<PlatformStatus> status() override { return m_real.status(); }
    Pending<PullReply> pull(const QByteArray &cursor, int limit) override
    {
        return m_real.pull(cursor, limit);
    }
    Pending<QList<Digest>> knownBlobs(const QList<Digest> &digests) override
    {
        return m_real.knownBlobs(digests);
    }
    Pending<Digest> upload(const BlobUpload &upload) override { return m_real.upload(upload); }
    Pending<CaseFold> foldOf(const CaseId &caseId) override { return m_real.foldOf(caseId); }
    QString epoch() const override { return m_real.epoch(); }
    std::chrono::milliseconds clockOffset() const override { return m_real.clockOffset(); }

    QList<Batch> batches;
    double packing = 0;   // s; JSON, zstd and the request's signature
    double answering = 0; // s; from the call of push to its reply, packing included

private:
    PlatformClient &m_real;
};

} // namespace yichuang::bench
