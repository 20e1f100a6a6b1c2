#include "bench/Figures.h"
#include "integration/pages/TusPeer.h"
#include "support/PlatformProcess.h"
#include "sync/HttpPlatformClient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr int files = 200;
constexpr int size = 1000 * 1000;
constexpr int atOnce = 4;

struct Run
{
    double megabytes = 0; // a second
    double memory = 0;    // the server's peak, MB
};

// What a process has held at most; Linux's own count.
double peakMemory(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1000;
}

BlobUpload freshPage()
{
    QByteArray page(size, 'p');
    for (int i = 0; i < 64; i += 4)
        *reinterpret_cast<quint32 *>(page.data() + i) = QRandomGenerator::global()->generate();
    const auto read = [page](qint64 from, qint64 most) { return finished<QByteArray>(page.mid(from, most)); };
    return {Digest::of(page), QStringLiteral("image/png"), size, read, {}};
}

// The workstation's own way: signed, each piece with its hash, several pages at once as several stations.
Run ours()
{
    PlatformProcess platform;
    if (!platform.start())
        qFatal("the platform does not start");
    SystemClock clock;
    SystemRandom random;
    const QByteArray seed(32, 'b');
    Enrolment enrolment(platform.url(), SigningKey::fromSeed(Secret(seed)), clock, random);
    const auto station = enrolment.enrol(platform.invite());
    if (!QTest::qWaitFor([&] { return station.isFinished(); }, 20000) || !station.result())
        qFatal("the station is not enrolled");
    HttpPlatformClient client({platform.url(), station.result()->device, SigningKey::fromSeed(Secret(seed)),
                               station.result()->platformKey},
                              clock, random);
    QEventLoop loop; // QTest::qWaitFor sleeps between its looks
    int begun = 0;
    int done = 0;
    std::function<void()> next = [&] {
        if (begun++ >= files)
            return;
        whenFinished(client.upload(freshPage()), &client, [&](const Result<Digest> &stored) {
            if (!stored)
                qFatal("%s", qPrintable(logText(stored.error())));
            if (++done == files)
                loop.quit();
            next();
        });
    };
    const double took = milliseconds([&] {
        for (int i = 0; i < atOnce; ++i)
            next();
        loop.exec();
    });
    return {files * size / took / 1000, peakMemory(platform.processId())};
}

Run theirs()
{
    const QTemporaryDir folder;
    TusPeer server;
    if (!TusPeer::install() || !server.serve(folder.path()))
        qFatal("@tus/server does not start");
    const QJsonObject said =
        TusPeer::upload({{QStringLiteral("endpoint"), server.url().toString() + QStringLiteral("/v1/blobs")},
                         {QStringLiteral("count"), files},
                         {QStringLiteral("size"), size},
                         {QStringLiteral("chunk"), 0},
                         {QStringLiteral("parallel"), atOnce}});
    const double seconds = said.value(QLatin1String("seconds")).toDouble();
    if (seconds <= 0)
        qFatal("tus-js-client: %s", qPrintable(said.value(QLatin1String("error")).toString()));
    return {files * size / seconds / 1e6, peakMemory(server.processId())};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Run peer = theirs();
    const Run own = ours();
    print({"200 files of 1 MB, hashed and synchronised", own.megabytes, peer.megabytes, "MB/s",
           "tus-js-client to @tus/server, neither"});
    print({"the server's peak memory meanwhile", own.memory, peer.memory, "MB", "@tus/server"});
    return 0;
}
