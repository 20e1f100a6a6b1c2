#pragma once

#include "base/Async.h"
#include "base/Clock.h"
#include "base/Id.h"
#include "base/Random.h"
#include "base/Signing.h"
#include "domain/ClockTrust.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <optional>

namespace yichuang {

struct LinkRequest
{
    QByteArray method;
    QString path; // with its query, encoded
    QByteArray body;
    QByteArray contentType = "application/json";
    QHash<QByteArray, QByteArray> headers = {};
    std::chrono::milliseconds limit = std::chrono::seconds(30);
};

// A reply that proved that it is the platform's (WIRE.md). Its status may still be a refusal.
struct ProvenReply
{
    int status = 0;
    QByteArray body;
    QString epoch;
    qint64 uploadOffset = -1;
    int retryAfter = 0; // seconds
};

struct LinkIdentity
{
    QUrl platform;
    DeviceId device; // null before the enrolment
    SigningKey key;
    QByteArray platformKey; // empty before the enrolment: then the reply's own claim is handed to `provesKey`
};

// One signed exchange after the other over HTTP. Redirections are not followed, proxies of the system are
// used, a reply of more than 16 MiB is cut. Lives on its owner's thread; destroying it ends what is under way
// without an answer.
class PlatformLink : public QObject
{
    Q_OBJECT

public:
    PlatformLink(LinkIdentity identity, const Clock &clock, RandomSource &random, QObject *parent = nullptr);

    // LineDown, CaptivePortal, CertificateWrong or NotThePlatform where nothing proven came back; else the
    // reply, also a refusal.
    Pending<ProvenReply> send(const LinkRequest &request);
    // Everything under way ends as LineDown.
    void giveUp();
    // Platform time minus this machine's, from the last proven reply.
    std::chrono::milliseconds clockOffset() const { return m_clockOffset; }
    // The platform's time in it, and the monotonic clock's when it came.
    const std::optional<ClockReading> &heard() const { return m_heard; }
    // The last proven reply came from a platform of this epoch.
    const QString &epoch() const { return m_epoch; }
    // Before there is a key: takes the one that the enrolment's reply brings, if the code proves it.
    void setEnrolmentCode(const QString &code) { m_code = code; }

private:
    Result<ProvenReply> prove(QNetworkReply &reply, const QByteArray &nonce);
    QByteArray keyFor(const QByteArray &body) const;

    LinkIdentity m_identity;
    const Clock &m_clock;
    RandomSource &m_random;
    QNetworkAccessManager m_network;
    std::chrono::milliseconds m_clockOffset{0};
    std::optional<ClockReading> m_heard;
    QString m_epoch;
    QString m_code;
};

// The refusal as an error of the catalogue: what a client does with it is Triage's to say.
tl::unexpected<Error> refusalOf(const ProvenReply &reply);

} // namespace yichuang
