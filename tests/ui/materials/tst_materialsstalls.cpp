#include "support/FakePageTray.h"
#include "support/ScriptedPageSource.h"
#include "support/StallWatch.h"
#include "ui/materials/MaterialsPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace yichuang;

namespace {

// A page as a scanner gives it: A4 at 300 dpi, with the grain of paper so that it does not compress to
// nothing.
QByteArray scannedPage()
{
    QImage image(2480, 3508, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const uint grain = (static_cast<uint>(x) * 2654435761U ^ static_cast<uint>(y) * 40503U) >> 28;
            line[x] =
                (y / 60 % 2 && x / 9 % 3) ? qRgb(30, 30, 30) : qRgb(255 - int(grain), 252 - int(grain), 245);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

} // namespace

class TestMaterialsStalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The measure itself: a stall that is there is seen.
    void theWatchSeesAStall()
    {
        test::StallWatch watch;
        bool done = false;
        QTimer::singleShot(20, this, [&] {
            QElapsedTimer busy;
            busy.start();
            while (busy.elapsed() < 60) {
            }
            done = true;
        });
        QVERIFY(watch.waitUntil([&] { return done && watch.longestMilliseconds() > 0; }));
        QTRY_VERIFY(watch.longestMilliseconds() >= 45);
    }

    void theScreenStaysAliveWhileRealPagesLand()
    {
        theme().applyTo(*qApp);
        const QByteArray bytes = scannedPage();
        test::FakePageTray tray;
        test::ScriptedPageSource source;
        tray.addLine(QStringLiteral("c"), QStringLiteral("合同"));
        MaterialsPage page(tray, source, [](const Error &) { return QString(); });
        page.resize(1364, 814);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.desk().chooseLine(QStringLiteral("c"));
        page.desk().scan();
        test::StallWatch watch;
        QElapsedTimer sinceLastByte;
        QList<qint64> toThumbnail;
        connect(&page.images(), &PageImages::changed, this, [&](int which) {
            if (which == tray.draft.nextPage - 1 && sinceLastByte.isValid() &&
                !page.images().thumbnail(*tray.draft.page(which)).isNull()) {
                toThumbnail.append(sinceLastByte.elapsed());
                sinceLastByte.invalidate();
            }
        });
        for (int i = 1; i <= 6; ++i) {
            QTimer::singleShot(0, &source, [&] {
                sinceLastByte.start();
                source.give(bytes, QStringLiteral("image/jpeg"));
            });
            QVERIFY(watch.waitUntil([&] { return toThumbnail.size() == i; }));
            QVERIFY(watch.waitUntil([&] { return !page.images().preview(*tray.draft.page(i)).isNull(); }));
        }
        source.end();
        for (int i = 0; i < 4; ++i) {
            QTimer::singleShot(0, &page.desk(), [&] { page.desk().rotate(1); });
            QVERIFY(watch.waitUntil([&] { return page.desk().currentPage()->rotation == (i + 1) % 4 * 90; }));
        }
        std::sort(toThumbnail.begin(), toThumbnail.end());
        qInfo("last byte to thumbnail: median %lld ms; longest stall %.1f ms, %d over 16 ms",
              toThumbnail.at(3), watch.longestMilliseconds(), watch.feltStalls());
        QVERIFY(watch.knocks() > 50);
        QVERIFY2(watch.longestMilliseconds() < 50, qPrintable(QString::number(watch.longestMilliseconds())));
    }
};

QTEST_MAIN(TestMaterialsStalls)
#include "tst_materialsstalls.moc"
