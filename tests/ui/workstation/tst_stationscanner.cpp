#include "StationPeers.h"
#include "support/SaneSurroundings.h"
#include "workstation/ScannerSource.h"

#include <QImage>
#include <QSignalSpy>

#include <csignal>

using namespace yichuang;
using namespace yichuang::test;

// The station's scanner as the materials screen sees it: the pages come, and every scan ends exactly once.
class tst_stationscanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_surroundings.script({});
        m_peers = std::make_unique<StationPeers>();
        m_peers->use({StationPeers::device("scanner", "scanner-sane", {})});
        QVERIFY(m_peers->areAllKnown(1));
        m_source = std::make_unique<ScannerSource>(*m_peers->devices);
        m_pages = std::make_unique<QSignalSpy>(m_source.get(), &PageSource::pageScanned);
        m_failed = std::make_unique<QSignalSpy>(m_source.get(), &PageSource::failed);
        m_ended = std::make_unique<QSignalSpy>(m_source.get(), &PageSource::ended);
    }
    void cleanup()
    {
        m_source.reset();
        m_peers.reset();
    }

    void theScannerIsOfferedWithItsProfiles()
    {
        QTRY_VERIFY(m_source->scanners().value(0).ready);
        QCOMPARE(m_source->scanners().value(0).id, QStringLiteral("scanner"));
        QVERIFY(!m_source->profiles(QStringLiteral("scanner")).isEmpty());
    }

    void twoPagesArriveAndTheScanEndsOnce()
    {
        m_surroundings.script("sheets 2");
        QVERIFY(start());
        QVERIFY(hasEnded());
        QCOMPARE(m_pages->size(), 2);
        QCOMPARE(m_failed->size(), 0);
        for (const QList<QVariant> &page : *m_pages) {
            QCOMPARE(page.at(1).toString(), QStringLiteral("image/jpeg"));
            QVERIFY(!QImage::fromData(page.at(0).toByteArray()).isNull());
        }
        endsOnlyOnce();
    }

    void onePageIsScannedWhereOneIsAskedFor()
    {
        m_surroundings.script("sheets 3");
        QVERIFY(start(true));
        QVERIFY(hasEnded());
        QCOMPARE(m_pages->size(), 1);
        endsOnlyOnce();
    }

    void aJamIsSaidBeforeTheEndAndThePagesStay()
    {
        m_surroundings.script("sheets 3\nfault 2 jammed");
        QStringList order;
        connect(m_source.get(), &PageSource::failed, this, [&order] { order << QStringLiteral("failed"); });
        connect(m_source.get(), &PageSource::ended, this, [&order] { order << QStringLiteral("ended"); });
        QVERIFY(start());
        QVERIFY(hasEnded());
        QCOMPARE(m_pages->size(), 1);
        QCOMPARE(m_failed->value(0).value(0).value<Error>().code, ErrorCode::ScannerJammed);
        QCOMPARE(order, (QStringList{QStringLiteral("failed"), QStringLiteral("ended")}));
        endsOnlyOnce();
    }

    void whatTheClerkStopsIsNoFailure()
    {
        m_surroundings.script("sheets 40\npause 100");
        QVERIFY(start());
        QTRY_VERIFY_WITH_TIMEOUT(!m_pages->isEmpty(), 20000);
        m_source->stop();
        m_source->stop();
        QVERIFY(hasEnded());
        QVERIFY(m_pages->size() < 40);
        QCOMPARE(m_failed->size(), 0);
        endsOnlyOnce();
    }

    void aHostThatDiesEndsTheScanOnce()
    {
        m_surroundings.script("sheets 3\nhang 2");
        QVERIFY(start());
        QTRY_COMPARE_WITH_TIMEOUT(m_pages->size(), 1, 20000);
        QCOMPARE(::kill(pid_t(host()->processId()), SIGKILL), 0);
        QVERIFY(hasEnded());
        QCOMPARE(m_failed->value(0).value(0).value<Error>().code, ErrorCode::DeviceHostDied);
        endsOnlyOnce();
    }

    // A new scan from the very signal that ends the last.
    void theEndMayBeginTheNext()
    {
        m_surroundings.script("sheets 1");
        bool again = true;
        connect(m_source.get(), &PageSource::ended, this, [&] {
            if (std::exchange(again, false))
                QVERIFY(start());
        });
        QVERIFY(start());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 2, 20000);
        QCOMPARE(m_pages->size(), 2);
    }

    void destroyedInTheMiddleItIsSilentAndTheScannerIsFree()
    {
        m_surroundings.script("sheets 40\npause 100");
        QVERIFY(start());
        QTRY_VERIFY_WITH_TIMEOUT(!m_pages->isEmpty(), 20000);
        m_source.reset();
        QCOMPARE(m_ended->size(), 0);
        m_surroundings.script("sheets 1");
        ScannerSource next(*m_peers->devices);
        QSignalSpy pages(&next, &PageSource::pageScanned);
        QSignalSpy ended(&next, &PageSource::ended);
        QVERIFY(next.start({QStringLiteral("scanner"), QStringLiteral("feeder-gray"), false}));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
        QCOMPARE(pages.size(), 1);
    }

    void anUnknownScannerIsRefusedWithoutAnEnd()
    {
        const auto started = m_source->start({QStringLiteral("other"), QStringLiteral("feeder-gray"), false});
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::DeviceNotConfigured);
        QCOMPARE(m_ended->size(), 0);
        m_source->stop(); // nothing runs
    }

private:
    Result<void> start(bool single = false)
    {
        return m_source->start({QStringLiteral("scanner"), QStringLiteral("feeder-gray"), single});
    }
    bool hasEnded() const
    {
        return QTest::qWaitFor([this] { return !m_ended->isEmpty(); }, 30000);
    }
    // Asked after another answer of the same host, behind which nothing of the scan can come.
    void endsOnlyOnce()
    {
        const auto asked = host()->ask();
        QVERIFY(isDone(asked));
        QCOMPARE(m_ended->size(), 1);
    }
    DeviceHost *host() const
    {
        return *m_peers->devices->named(QStringLiteral("scanner"), DeviceKind::Scanner);
    }

    SaneSurroundings m_surroundings{"yichuang"};
    std::unique_ptr<StationPeers> m_peers;
    std::unique_ptr<ScannerSource> m_source;
    std::unique_ptr<QSignalSpy> m_pages;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_ended;
};

QTEST_MAIN(tst_stationscanner)
#include "tst_stationscanner.moc"
