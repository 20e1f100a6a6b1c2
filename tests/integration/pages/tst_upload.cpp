#include "PlainExchange.h"
#include "TusPeer.h"

#include "support/LineProxy.h"
#include "support/PlatformProcess.h"
#include "support/SteppedClock.h"
#include "sync/HttpPlatformClient.h"
#include "sync/TusUpload.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;

namespace {

QByteArray pageOf(int size, char seed)
{
    QByteArray page(size, seed);
    for (int i = 0; i < size; i += 13)
        page[i] = static_cast<char>(i * 7 + seed);
    return page;
}

template <typename T>
Result<T> awaited(const Pending<T> &pending, int limit = 60000)
{
    if (!QTest::qWaitFor([&] { return pending.isFinished(); }, limit))
        return tl::unexpected<Error>(Error{ErrorCode::LineDown, QStringLiteral("the test's limit")});
    return pending.result();
}

} // namespace

// The workstation's side: one page from its pieces to the platform, and to a tus server of others, over every
// kind of line.
class tst_upload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(TusPeer::install());
        QVERIFY(m_platform.start());
        Enrolment enrolment(m_platform.url(), SigningKey::fromSeed(Secret(m_seed)), m_clock, m_random);
        const auto station = awaited(enrolment.enrol(m_platform.invite()));
        QVERIFY(station);
        m_station = *station;
    }

    void anIndependentServerGetsThePageWhole_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {1, 131071, 131072, 131073, 3000000})
            QTest::addRow("%d", size) << size;
    }
    void anIndependentServerGetsThePageWhole()
    {
        QFETCH(int, size);
        const QTemporaryDir folder;
        TusPeer server;
        QVERIFY(server.serve(folder.path()));
        const QByteArray page = pageOf(size, 'a');
        PlainExchange exchange(server.url(), size);
        PiecePace pace;
        const auto stored = awaited((new TusUpload(exchange, pace, upload(page), this))->start());
        QVERIFY(stored && *stored == Digest::of(page));
        QCOMPARE(fileIn(folder.path()), page);
    }

    void anIndependentServerIsResumed()
    {
        const QTemporaryDir folder;
        TusPeer server;
        QVERIFY(server.serve(folder.path()));
        LineProxy line(server.url());
        const QByteArray page = pageOf(2000000, 'b');
        PlainExchange exchange(line.url(), page.size());
        PiecePace pace;
        line.cutAfter(LineWay::Up, 700000);
        BlobUpload first = upload(page);
        auto *way = new TusUpload(exchange, pace, first, this);
        connect(way, &TusUpload::progressed, this,
                [&](const Digest &, const UploadProgress &progress) { first.location = progress.location; });
        QVERIFY(!awaited(way->start()));
        QVERIFY(!first.location.isEmpty());
        const qint64 before = line.passed(LineWay::Up);
        const auto stored = awaited((new TusUpload(exchange, pace, first, this))->start());
        QVERIFY(stored);
        QCOMPARE(fileIn(folder.path()), page);
        QVERIFY2(line.passed(LineWay::Up) - before < page.size(), "it did not begin anew");
    }

    // Failures 1, 12 and 13: whatever byte the line ends at, either way, the next attempt ends it.
    void aCutAnywhereIsHealed_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("bytes");
        for (int bytes : {0, 1, 300, 900, 131071, 131072, 131073, 140000, 300000, 399999, 400500, 401500})
            QTest::addRow("up %d", bytes) << 0 << bytes;
        for (int bytes : {0, 1, 200, 400, 600, 800, 1000, 1200, 1400, 1600})
            QTest::addRow("down %d", bytes) << 1 << bytes;
    }
    void aCutAnywhereIsHealed()
    {
        QFETCH(int, way);
        QFETCH(int, bytes);
        LineProxy line(m_platform.url());
        const auto client = clientAt(line.url());
        const QByteArray page = pageOf(400000, static_cast<char>(m_next++));
        BlobUpload wish = upload(page);
        connect(client.get(), &PlatformClient::uploadProgressed, this,
                [&](const Digest &, const UploadProgress &progress) { wish.location = progress.location; });
        line.cutAfter(static_cast<LineWay>(way), bytes);
        auto stored = awaited(client->upload(wish));
        for (int attempt = 0; !stored && attempt < 5; ++attempt)
            stored = awaited(client->upload(wish));
        QVERIFY2(stored, stored ? "" : qPrintable(logText(stored.error())));
        QCOMPARE(fileOf(page), page);
    }

    // The answer to the last piece comes never; the page is asked for again by its old place and by none.
    void aLostLastAnswerIsAskedForAgain()
    {
        LineProxy line(m_platform.url());
        int lost = 0;
        line.setOverride(
            [&lost](const QByteArray &request, const QByteArray &reply) -> std::optional<QByteArray> {
                const bool last = request.startsWith("PATCH") && reply.startsWith("HTTP/1.1 200");
                return last && ++lost == 1 ? QByteArray() : reply;
            });
        const auto client = clientAt(line.url());
        const QByteArray page = pageOf(100000, static_cast<char>(m_next++));
        BlobUpload wish = upload(page);
        connect(client.get(), &PlatformClient::uploadProgressed, this,
                [&](const Digest &, const UploadProgress &progress) { wish.location = progress.location; });
        QVERIFY(!awaited(client->upload(wish)));
        QCOMPARE(lost, 1);
        const qint64 before = line.passed(LineWay::Up);
        QVERIFY(awaited(client->upload(wish)));
        QVERIFY(awaited(client->upload(upload(page))));
        QVERIFY2(line.passed(LineWay::Up) - before < 10000, "no byte of the page went twice");
    }

    void aPieceThatCannotBeReadEndsIt()
    {
        const auto client = clientAt(m_platform.url());
        BlobUpload wish = upload(pageOf(1000, static_cast<char>(m_next++)));
        wish.read = [](qint64, qint64) {
            return finished<QByteArray>(tl::unexpected<Error>(Error{ErrorCode::BlobDamaged, {}}));
        };
        QCOMPARE(awaited(client->upload(wish)).error().code, ErrorCode::BlobDamaged);
    }

    // What reads other bytes than it promised is refused at the end, again and again, and gives up.
    void aWrongPageIsGivenUp()
    {
        const auto client = clientAt(m_platform.url());
        BlobUpload wish = upload(pageOf(1000, static_cast<char>(m_next++)));
        wish.read = [](qint64, qint64 most) {
            return finished<QByteArray>(QByteArray(qMin<qint64>(most, 1000), 'w'));
        };
        const auto stored = awaited(client->upload(wish));
        QCOMPARE(logText(stored.error()), logText(Error{ErrorCode::UploadCorrupted, {}}));
    }

    void theRateCapHolds()
    {
        const auto client = clientAt(m_platform.url());
        client->setRateCap(200000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(awaited(client->upload(upload(pageOf(400000, static_cast<char>(m_next++))))));
        QVERIFY(timer.elapsed() >= 1300); // the last piece waits for nobody
    }

    void piecesFitTheLine()
    {
        PiecePace pace;
        for (int i = 0; i < 20; ++i)
            pace.arrived(pace.pieceBytes(), std::chrono::milliseconds(10));
        QCOMPARE(pace.pieceBytes(), PiecePace::most);
        pace.arrived(pace.pieceBytes(), std::chrono::seconds(400));
        QVERIFY(pace.pieceBytes() < 50000);
        for (int i = 0; i < 20; ++i)
            pace.lost();
        QCOMPARE(pace.pieceBytes(), PiecePace::least);
        pace.arrived(10, std::chrono::milliseconds(0));
        QCOMPARE(pace.pieceBytes(), PiecePace::least);
    }

    // MAT-11: 64 kbit/s, 30 % of the segments lost, and now and then the connection with them.
    void aVillageLineBringsAPage()
    {
        LineProxy line(m_platform.url(), 5);
        line.set({std::chrono::milliseconds(100), 8000, 0.3, 0.005});
        const auto client = clientAt(line.url());
        const QByteArray page = pageOf(60000, static_cast<char>(m_next++));
        BlobUpload wish = upload(page);
        connect(client.get(), &PlatformClient::uploadProgressed, this,
                [&](const Digest &, const UploadProgress &progress) { wish.location = progress.location; });
        QElapsedTimer timer;
        timer.start();
        auto stored = awaited(client->upload(wish), 100000);
        int attempts = 1;
        for (; !stored && attempts < 30; ++attempts)
            stored = awaited(client->upload(wish), 100000);
        QVERIFY(stored);
        QCOMPARE(fileOf(page), page);
        qInfo("60 kB in %lld s, %d attempts, %d cuts, %lld bytes on the line",
              static_cast<long long>(timer.elapsed() / 1000), attempts, line.cuts(),
              static_cast<long long>(line.passed(LineWay::Up)));
    }

private:
    BlobUpload upload(const QByteArray &page)
    {
        const auto read = [page](qint64 from, qint64 most) {
            return finished<QByteArray>(page.mid(from, most));
        };
        return {Digest::of(page), QStringLiteral("image/png"), page.size(), read, {}};
    }

    std::unique_ptr<HttpPlatformClient> clientAt(const QUrl &url)
    {
        return std::make_unique<HttpPlatformClient>(
            LinkIdentity{url, m_station.device, SigningKey::fromSeed(Secret(m_seed)), m_station.platformKey},
            m_clock, m_random);
    }

    // The one file of a tus server's folder that has no description.
    static QByteArray fileIn(const QString &folder)
    {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        for (const QFileInfo &about : files) {
            QFile file(about.filePath());
            if (about.suffix() != QLatin1String("json") && file.open(QIODevice::ReadOnly))
                return file.readAll();
        }
        return {};
    }

    QByteArray fileOf(const QByteArray &page) const
    {
        const QString hash = Digest::of(page).toHex();
        QFile file(m_platform.data() + QStringLiteral("/blobs/pages/") + hash.first(2) + QLatin1Char('/') +
                   hash);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SystemClock m_clock;
    SystemRandom m_random;
    PlatformProcess m_platform;
    QByteArray m_seed = QByteArray(32, 'u');
    EnrolledStation m_station;
    int m_next = 1;
};

QTEST_GUILESS_MAIN(tst_upload)
#include "tst_upload.moc"
