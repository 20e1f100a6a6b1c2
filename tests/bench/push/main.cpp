#include "KeepingServer.h"
#include "Places.h"
#include "RecordingClient.h"
#include "bench/AcceptedCase.h"
#include "bench/Figures.h"
#include "integration/sync/SyncedStation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>

#include <zstd.h>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

void prepare(Store &store, int cases, Transaction (*make)(int))
{
    QList<Pending<Appended>> appended;
    for (int i = 0; i < cases; ++i) {
        appended.append(store.append(make(i)));
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

// One event of two thousand bytes: what PouchDB keeps as one document.
Transaction smallCase(int serial)
{
    const CaseId id(QUuid::createUuid());
    QByteArray text(960, Qt::Uninitialized);
    SystemRandom random;
    text = random.bytes(text.size() / 2).toHex();
    Transaction transaction;
    transaction.clerk = QStringLiteral("0317");
    transaction.numbers = NumberSeries{QStringLiteral("430407"), QStringLiteral("W03"),
                                       QDate(2026, 11, 23).addDays(serial / 500)};
    transaction.events = {{id,
                           eventtype::opened,
                           {{QStringLiteral("item"), QStringLiteral("demo")},
                            {QStringLiteral("itemName"), QStringLiteral("不动产转移登记")},
                            {QStringLiteral("handedOverAt"), QStringLiteral("2026-11-23T02:42:10.123Z")},
                            {QStringLiteral("situation"), QString::fromLatin1(text)}}}};
    return transaction;
}

// The same number of documents, of the same size, from a PouchDB to a pouchdb-server; 0 where npm has none.
double secondsOfPouch(int cases, qint64 bytes)
{
    const QString folder = QStringLiteral(YICHUANG_BINARY_DIR "/tests/pouchdb");
    QProcess install;
    install.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    install.start(QStringLiteral(YICHUANG_SOURCE_DIR "/tests/peers/install-npm"),
                  {QStringLiteral(YICHUANG_SOURCE_DIR "/tests/bench/push/peer"), folder});
    if (!install.waitForFinished(900'000) || install.exitCode() != 0)
        qFatal("PouchDB could not be installed");
    const QTemporaryDir data;
    QProcess replicate;
    replicate.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    replicate.setWorkingDirectory(folder);
    replicate.start(QStringLiteral("node"), {QStringLiteral("replicate.mjs"), QString::number(cases),
                                             QString::number(bytes), data.path()});
    if (!replicate.waitForFinished(600'000) || replicate.exitCode() != 0)
        qFatal("PouchDB did not replicate");
    return QJsonDocument::fromJson(replicate.readAllStandardOutput())
        .object()
        .value(QLatin1String("seconds"))
        .toDouble();
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

HttpPlatformClient clientOf(SyncedStation &station, const PlatformProcess &platform)
{
    return HttpPlatformClient({platform.url(), station.enrolled.device,
                               SigningKey::fromSeed(Secret(station.seed)), station.enrolled.platformKey},
                              station.files.clock, station.files.random);
}

void measureSmallCases(int cases)
{
    PlatformProcess platform;
    SyncedStation station;
    if (!platform.start() || !station.enrol(platform, platform.invite()))
        qFatal("no platform");
    prepare(station.store(), cases, smallCase);
    HttpPlatformClient client = clientOf(station, platform);
    const double pushed = secondsToPush(station, client);
    const auto first = awaited(station.store().unsent(0, 1, 1 << 20)).value().first();
    const double peer = secondsOfPouch(cases, first.event.bytes.size());
    const QByteArray name =
        QStringLiteral("push of cases of %1 bytes, cases a second").arg(first.event.bytes.size()).toUtf8();
    print({name.constData(), cases / pushed, cases / peer, "/s", "PouchDB to pouchdb-server"});
}

void measureAcceptedCases(int cases)
{
    PlatformProcess platform;
    SyncedStation station;
    if (!platform.start() || !station.enrol(platform, platform.invite()))
        qFatal("no platform");
    const double preparing = milliseconds(
        [&] { prepare(station.store(), cases, [](int serial) { return acceptedCase(serial); }); });
    HttpPlatformClient real = clientOf(station, platform);
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
}

} // namespace

// bench_push [CASES]
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int cases = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    initialiseCryptography();
    measureSmallCases(cases);
    measureAcceptedCases(cases);
    return 0;
}
