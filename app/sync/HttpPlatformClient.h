#pragma once

#include "sync/PiecePace.h"
#include "sync/PlatformClient.h"
#include "sync/PlatformLink.h"
#include "sync/TusExchange.h"

namespace yichuang {

// The platform of resources/api/openapi.json. Replies are checked strictly: one wrong part and none of it
// counts.
class HttpPlatformClient final : public PlatformClient
{
    Q_OBJECT

public:
    // The time limit of everything but pages: without a byte either way. A push that is too large for the
    // line runs into it, and is halved.
    static constexpr std::chrono::seconds silence{15};

    HttpPlatformClient(LinkIdentity identity, const Clock &clock, RandomSource &random,
                       QObject *parent = nullptr);

    Pending<PlatformStatus> status() override;
    Pending<PushReply> push(qint64 after, const QList<SignedEvent> &events) override;
    Pending<PullReply> pull(const QByteArray &cursor, int limit) override;
    Pending<QList<Digest>> knownBlobs(const QList<Digest> &digests) override;
    Pending<Digest> upload(const BlobUpload &upload) override;
    Pending<CaseFold> foldOf(const CaseId &caseId) override;
    void giveUp() override { m_link.giveUp(); }
    // Bytes a second that pages may take of the line; 0 for all. From the next page on.
    void setRateCap(qint64 bytesPerSecond) { m_piecePace = PiecePace(bytesPerSecond); }
    std::chrono::milliseconds clockOffset() const override { return m_link.clockOffset(); }
    std::optional<ClockReading> heard() const override { return m_link.heard(); }
    QString epoch() const override { return m_link.epoch(); }

private:
    template <typename T>
    Pending<T> ask(const LinkRequest &request, std::function<Result<T>(const ProvenReply &)> read);

    PlatformLink m_link;
    ProvenExchange m_exchange{m_link};
    PiecePace m_piecePace; // of the line, so it outlives each upload
};

// What the platform says of a workstation that it has just made known.
struct EnrolledStation
{
    DeviceId device;
    QByteArray platformKey;
    QString epoch;
    QJsonObject description; // WIRE.md, `Station`
};

// Makes this machine known with a one-time code. The code also proves the platform (PlatformKeyUnproved
// otherwise). Asking again with the same code and key gives the same answer.
class Enrolment : public QObject
{
    Q_OBJECT

public:
    Enrolment(QUrl platform, SigningKey key, const Clock &clock, RandomSource &random,
              QObject *parent = nullptr);
    Pending<EnrolledStation> enrol(const QString &code);

private:
    QByteArray m_publicKey;
    PlatformLink m_link;
};

} // namespace yichuang
