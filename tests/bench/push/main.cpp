#include "KeepingServer.h"
#include "RecordingClient.h"
#include "bench/AcceptedCase.h"
#include "bench/Figures.h"
#include "integration/sync/SyncedStation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <zstd.h>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

void prepare(Store &store, int cases)
{
    QList<Pending<Appended>> appended;
    for (int i = 0; i < cases; ++i) {
        appended.append(store.append(acceptedCase(i)));
        if (appended.size() < 200 && i + 1 < cases)
            continue;
        for (const Pending<Appended> &pending : std::as_const(appended)) {
            if (const auto done = awaited(pending); !done)
                qFatal("%s", qPrintable(logText(done.error())));
        }
        appended.clear();
    }
}

// As HttpPlatformClient makes it.
QByteArray bodyOf(const Batch &batch)
{
    QJsonArray records;
    for (const SignedEvent &event : batch.events)
        records.append(toWire(event));
    const QByteArray plain = QJsonDocument(QJsonObject{{QStringLiteral("after"), batch.after},
                                                       {QStringLiteral("events"), records}})
                                 .toJson(QJsonDocument::Compact);
    QByteArray body(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    body.truncate(
        static_cast<qsizetype>(ZSTD_compress(body.data(), static_cast<size_t>(body.size()), plain.constData(),
                                             static_cast<size_t>(plain.size()), 3)));
    return body;
}

double secondsToPost(const QList<QByteArray> &bodies, const QByteArray &file)
{
    KeepingServer server(file);
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.port())));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    return milliseconds([&] {
               for (const QByteArray &body : bodies) {
                   const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
                   QEventLoop loop;
                   QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
                   loop.exec();
                   if (reply->error() != QNetworkReply::NoError)
                       qFatal("the floor's server did not answer");
               }
               network.clearConnectionCache();
           }) /
           1000;
}

double secondsToVerify(const QList<Batch> &batches, const QByteArray &publicKey)
{
    return milliseconds([&] {
               for (const Batch &batch : batches) {
                   for (const SignedEvent &event : batch.events) {
                       if (!verifySignature(event.bytes, event.signature, publicKey))
                           qFatal("a signature is wrong");
                   }
               }
           }) /
           1000;
}

double secondsToPush(SyncedStation &station, PlatformClient &client)
{
    SyncEngine engine(station.store(), client, station.files.clock, station.files.random, {});
    QSignalSpy caughtUp(&engine, &SyncEngine::caughtUp);
    const double seconds = milliseconds([&] {
                               engine.start();
                               if (!caughtUp.wait(900'000))
                                   qFatal("the push did not end");
                           }) /
                           1000;
    const OutboxStatus status = awaited(station.store().outbox()).value();
    if (status.unsentEvents != 0 || status.setAside != 0)
        qFatal("not everything was taken");
    return seconds;
}

void report(int cases, const RecordingClient &client, double pushed, double floor, double verifying)
{
    const QByteArray name = QStringLiteral("push of %1 cases").arg(cases).toUtf8();
    const double events = static_cast<double>(cases) * eventsOfACase;
    const char *kept = "the same bodies posted to a server that fsyncs them";
    const char *checked = "the same, and each event's signature checked";
    print({name.constData(), pushed, floor, "s", kept});
    print({name.constData(), pushed, floor + verifying, "s", checked});
    print({(name + ", the platform's part").constData(), client.answering - client.packing, floor + verifying,
           "s", checked});
    print({(name + ", events a second").constData(), events / pushed, events / floor, "/s", kept});
}

} // namespace

// bench_push [CASES]
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int cases = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    initialiseCryptography();
    PlatformProcess platform;
    SyncedStation station;
    if (!platform.start() || !station.enrol(platform, platform.invite()))
        qFatal("no platform");
    const double preparing = milliseconds([&] { prepare(station.store(), cases); });
    HttpPlatformClient real({platform.url(), station.enrolled.device,
                             SigningKey::fromSeed(Secret(station.seed)), station.enrolled.platformKey},
                            station.files.clock, station.files.random);
    RecordingClient client(real);
    const double pushed = secondsToPush(station, client);

    QList<QByteArray> bodies;
    qsizetype bytes = 0;
    for (const Batch &batch : std::as_const(client.batches)) {
        bodies.append(bodyOf(batch));
        bytes += bodies.last().size();
    }
    const QTemporaryDir folder;
    const double floor = secondsToPost(bodies, QFile::encodeName(folder.filePath(QStringLiteral("floor"))));
    const double verifying =
        secondsToVerify(client.batches, SigningKey::fromSeed(Secret(station.seed)).publicKey());
    std::fprintf(
        stderr,
        "%d events a case, %lld batches, %.1f MB packed; prepared in %.1f s; packing %.2f s, waiting "
        "for answers %.2f s, the station's own work %.2f s, signatures %.2f s\n",
        eventsOfACase, static_cast<long long>(bodies.size()), static_cast<double>(bytes) / 1e6,
        preparing / 1000, client.packing, client.answering - client.packing, pushed - client.answering,
        verifying);
    report(cases, client, pushed, floor, verifying);
    return 0;
}
