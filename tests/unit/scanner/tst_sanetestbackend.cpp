#include "scanner-sane/SaneScanner.h"
#include "support/RecordingSink.h"
#include "support/SaneSurroundings.h"
#include "support/ScriptedStop.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::sane;

// SANE's own test backend: what real drivers do that the sheets of tests/peers/scanner do not.
class TestSaneTestBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tenSheetsAndThenTheEnd();
    void theFirstScannerIsTakenWhereNoneIsNamed();
    void formatsOfOldAndOddScannersAreRead_data();
    void formatsOfOldAndOddScannersAreRead();
    void blackAndWhiteIsMadeOfGray();
    void aScannerThatIsNotThereIsOffline();

private:
    SaneSurroundings m_surroundings{"test"};
    SaneProfile m_profile;
    RecordingSink m_sink;
};

void TestSaneTestBackend::init()
{
    m_surroundings.testBackend({});
    m_profile = {};
    m_profile.device = QStringLiteral("test:0");
    m_profile.widthMm = 50;
    m_profile.heightMm = 50;
    m_sink.pages.clear();
}

void TestSaneTestBackend::tenSheetsAndThenTheEnd()
{
    SaneScanner scanner(m_profile);
    QCOMPARE(scanner.scan({ScanSource::Feeder, ScanColour::Gray, 75, false}, m_sink, ScriptedStop()),
             Result<int>(10));
    QCOMPARE(m_sink.pages.size(), 10);
}

void TestSaneTestBackend::theFirstScannerIsTakenWhereNoneIsNamed()
{
    m_profile.device.clear();
    SaneScanner scanner(m_profile);
    QCOMPARE(scanner.scan({ScanSource::Flatbed, ScanColour::Colour, 75, false}, m_sink, ScriptedStop()),
             Result<int>(1));
}

void TestSaneTestBackend::formatsOfOldAndOddScannersAreRead_data()
{
    QTest::addColumn<QByteArray>("configuration");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("three passes") << QByteArray("three-pass true\nthree-pass-order GBR");
    QTest::newRow("number of lines not known") << QByteArray("hand-scanner true");
    QTest::newRow("slow in small pieces") << QByteArray("read-limit true\nread-limit-size 400");
    QTest::newRow("bytes at the line's end") << QByteArray("ppl-loss 3");
    QTest::newRow("parameters known late") << QByteArray("fuzzy-parameters true");
}

void TestSaneTestBackend::formatsOfOldAndOddScannersAreRead()
{
    QFETCH(QByteArray, configuration);
    m_surroundings.testBackend("test-picture \"Solid white\"\n" + configuration);
    SaneScanner scanner(m_profile);
    QCOMPARE(scanner.scan({ScanSource::Flatbed, ScanColour::Colour, 75, false}, m_sink, ScriptedStop()),
             Result<int>(1));
    const QImage page = m_sink.image(0);
    QVERIFY(page.width() > 100 && page.height() > 100);
    QCOMPARE(page.pixelColor(page.width() / 2, page.height() / 2), QColor(Qt::white));
}

void TestSaneTestBackend::blackAndWhiteIsMadeOfGray()
{
    m_surroundings.testBackend("test-picture \"Solid black\"");
    SaneScanner scanner(m_profile);
    QCOMPARE(scanner.scan({ScanSource::Flatbed, ScanColour::BlackWhite, 75, false}, m_sink, ScriptedStop()),
             Result<int>(1));
    QCOMPARE(m_sink.image(0).depth(), 1);
    QCOMPARE(m_sink.image(0).pixelColor(9, 9), QColor(Qt::black));
}

void TestSaneTestBackend::aScannerThatIsNotThereIsOffline()
{
    m_profile.device = QStringLiteral("test:7");
    const auto pages = SaneScanner(m_profile).scan({}, m_sink, ScriptedStop());
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, ErrorCode::ScannerOffline);
}

QTEST_MAIN(TestSaneTestBackend)
#include "tst_sanetestbackend.moc"
