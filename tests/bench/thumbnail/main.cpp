#include "ScannedPage.h"
#include "SessionFixture.h"
#include "bench/Figures.h"
#include "intake/StationIntakeStore.h"
#include "store/Store.h"
#include "support/FakePageTray.h"
#include "ui/materials/PageImages.h"
#include "ui/materials/SessionTray.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QImageReader>
#include <QTemporaryDir>

#include <unistd.h>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr int pages = 200;

// Bytes behind a JPEG's end change nothing of the picture, and make it a page of its own to the store.
QByteArray numbered(const QByteArray &picture, int number)
{
    return picture + QByteArray::number(number);
}

// From the scanner's last byte: kept on the disk, put into the draft, read back, decoded.
double throughTheTray(PageTray &tray, PageImages &images, const QByteArray &bytes)
{
    DraftPage page;
    QEventLoop waiting;
    QObject context;
    QObject::connect(&tray, &PageTray::refused, &context, [] { qFatal("a page was refused"); });
    QObject::connect(&tray, &PageTray::added, &context, [&](const QString &, int id) {
        for (const PageGroup &group : tray.groups()) {
            for (const DraftPage &each : group.pages)
                page = each.id == id ? each : page;
        }
        (void)images.thumbnail(page);
    });
    QObject::connect(&images, &PageImages::changed, &context, [&](int id) {
        if (id != page.id || images.thumbnail(page).isNull())
            qFatal("no thumbnail");
        waiting.quit();
    });
    const double taken = milliseconds([&] {
        if (!tray.add({}, bytes, QStringLiteral("image/jpeg"), QStringLiteral("scan")))
            qFatal("a page was refused");
        waiting.exec();
    });
    (void)tray.remove(page.id);
    return taken;
}

double decoded(const QByteArray &bytes)
{
    return milliseconds([&] {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, "jpeg");
        const int side = PageImages::thumbnailSide;
        reader.setScaledSize(reader.size().scaled(side, side, Qt::KeepAspectRatio));
        if (reader.read().isNull())
            qFatal("the page cannot be decoded");
    });
}

// The least that 'kept' can mean, before the decoding.
double written(const QByteArray &bytes, const QString &path)
{
    return milliseconds([&] {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
            ::fsync(file.handle()) != 0)
            qFatal("the floor could not be written");
    });
}

struct Times
{
    QList<double> kept, shown, decodedOnly, writtenAndDecoded;
};

Times measure(PageTray &kept, PageTray &shown, const QByteArray &picture)
{
    const QTemporaryDir folder;
    PageImages ofKept(kept);
    PageImages ofShown(shown);
    Times times;
    for (int i = 0; i < pages; ++i) {
        const QByteArray bytes = numbered(picture, i);
        times.kept.append(throughTheTray(kept, ofKept, bytes));
        times.shown.append(throughTheTray(shown, ofShown, bytes));
        times.decodedOnly.append(decoded(bytes));
        const double write = written(bytes, folder.filePath(QString::number(i)));
        times.writtenAndDecoded.append(write + times.decodedOnly.last());
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    initialiseCryptography();
    const QTemporaryDir folder;
    const SystemClock clock;
    SystemRandom random;
    Store store(folder.filePath(QStringLiteral("station")), clock, random);
    auto created = store.create(Secret::random(32), DeviceId(QUuid::createUuid()), Secret::random(32));
    created.waitForFinished();
    StationIntakeStore files(store, clock, StationFacts{});
    test::SessionFixture scripted;
    IntakeSession session(
        {scripted.matter, files, scripted.cards, scripted.maker, scripted.printers, clock, random},
        StationFacts{});
    session.setClerk({QStringLiteral("0317"), QStringLiteral("示例")});
    session.takeCard(test::sampleCard());
    SessionTray keptTray(session);
    test::FakePageTray shownTray;

    const QByteArray picture = scannedPage();
    const Times times = measure(keptTray, shownTray, picture);
    std::fprintf(stderr, "a page of %lld KiB\n", static_cast<long long>(picture.size() / 1024));
    for (const auto &[word, share] : {std::pair(", p50", 0.5), std::pair(", p99", 0.99)}) {
        const QByteArray kept = QByteArray("last byte of a page, kept, to its thumbnail") + word;
        const QByteArray inMemory = QByteArray("a page in memory to its thumbnail") + word;
        const double floor = quantile(times.decodedOnly, share);
        const char *decodes = "QImageReader to that size, one thread";
        print({kept.constData(), quantile(times.kept, share), floor, "ms", decodes});
        print({kept.constData(), quantile(times.kept, share), quantile(times.writtenAndDecoded, share), "ms",
               "written and fsynced, then QImageReader"});
        print({inMemory.constData(), quantile(times.shown, share), floor, "ms", decodes});
    }
    return 0;
}
