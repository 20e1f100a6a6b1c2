#include "scanner-sane/SaneScanner.h"
#include "support/RecordingSink.h"
#include "support/SaneSurroundings.h"
#include "support/ScriptedStop.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::sane;

namespace {

// Asks to stop once told.
class SwitchedStop : public Stop
{
public:
    bool isRequested() const override { return on; }
    bool on = false;
};

constexpr ScanSettings feeder{ScanSource::Feeder, ScanColour::Gray, 75, false};

} // namespace

class TestSaneScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOfferIsReadFromTheOptions();
    void aStackIsScannedToItsEnd();
    void eachColourArrivesAsItself_data();
    void eachColourArrivesAsItself();
    void thePageHasTheSizeOfThePaper();
    void bothSidesAreTwoPages();
    void oneSheetIsOnePage();
    void theFlatbedScansOnce();
    void aFaultOnTheThirdSheetKeepsTwoPages_data();
    void aFaultOnTheThirdSheetKeepsTwoPages();
    void paperThatIsGoneInTheMiddleEndsTheStack();
    void anEmptyFeederIsSaid();
    void openingHasItsOwnFaults_data();
    void openingHasItsOwnFaults();
    void aStopEndsAfterTheSheet();
    void settingsThatTheScannerDoesNotOfferAreRefused();
    void aScannerWithoutChoicesScans();
    void aJamIsShownUntilTheNextSheet();
    void aScannerThatIsBackIsReadyAgain();

private:
    Result<int> scan(const ScanSettings &settings = feeder, const Stop &stop = ScriptedStop())
    {
        return SaneScanner(m_profile).scan(settings, m_sink, stop);
    }

    SaneSurroundings m_surroundings{"yichuang"};
    SaneProfile m_profile;
    RecordingSink m_sink;
};

void TestSaneScanner::init()
{
    m_surroundings.script({});
    m_profile.device = QStringLiteral("yichuang:sheet");
    m_sink.pages.clear();
    m_sink.onPage = {};
}

void TestSaneScanner::theOfferIsReadFromTheOptions()
{
    const auto offer = SaneScanner(m_profile).offer();
    QVERIFY(offer);
    QCOMPARE(offer->sources, QList({ScanSource::Flatbed, ScanSource::Feeder, ScanSource::FeederDuplex}));
    QCOMPARE(offer->colours, QList({ScanColour::Colour, ScanColour::Gray, ScanColour::BlackWhite}));
    QCOMPARE(offer->dpi, QList({75, 100, 150, 200, 300, 600}));
}

void TestSaneScanner::aStackIsScannedToItsEnd()
{
    m_surroundings.script("sheets 4");
    QCOMPARE(scan(), Result<int>(4));
    QCOMPARE(m_sink.pages.size(), 4);
    // Sheet n has n bars; each page is another one.
    for (int page = 1; page < 4; ++page)
        QVERIFY(m_sink.pages.at(page).bytes != m_sink.pages.at(page - 1).bytes);
}

void TestSaneScanner::eachColourArrivesAsItself_data()
{
    QTest::addColumn<int>("colour");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QColor>("stamp");
    QTest::newRow("colour") << int(ScanColour::Colour) << QStringLiteral("image/jpeg") << QColor(200, 30, 30);
    QTest::newRow("gray") << int(ScanColour::Gray) << QStringLiteral("image/jpeg") << QColor(80, 80, 80);
    QTest::newRow("black") << int(ScanColour::BlackWhite) << QStringLiteral("image/png") << QColor(Qt::black);
}

void TestSaneScanner::eachColourArrivesAsItself()
{
    QFETCH(int, colour);
    QFETCH(QColor, stamp);
    QCOMPARE(scan({ScanSource::Feeder, ScanColour(colour), 75, true}), Result<int>(1));
    QTEST(m_sink.pages.first().mediaType, "mediaType");
    const QImage page = m_sink.image(0);
    const QColor seen = page.pixelColor(page.width() * 33 / 40, page.width() * 5 / 40); // in the red square
    const auto near = [](int a, int b) { return qAbs(a - b) < 14; };
    QVERIFY2(near(seen.red(), stamp.red()) && near(seen.green(), stamp.green()) &&
                 near(seen.blue(), stamp.blue()),
             qPrintable(seen.name()));
    QCOMPARE(page.pixelColor(2, 2), QColor(Qt::white));
}

void TestSaneScanner::thePageHasTheSizeOfThePaper()
{
    QCOMPARE(scan({ScanSource::Feeder, ScanColour::Gray, 200, true}), Result<int>(1));
    QCOMPARE(m_sink.image(0).size(), QSize(1654, 2339)); // A4
}

void TestSaneScanner::bothSidesAreTwoPages()
{
    m_surroundings.script("sheets 2");
    QCOMPARE(scan({ScanSource::FeederDuplex, ScanColour::Gray, 75, false}), Result<int>(4));
    m_sink.pages.clear();
    QCOMPARE(scan({ScanSource::FeederDuplex, ScanColour::Gray, 75, true}), Result<int>(2));
}

void TestSaneScanner::oneSheetIsOnePage()
{
    QCOMPARE(scan({ScanSource::Feeder, ScanColour::Gray, 75, true}), Result<int>(1));
    QCOMPARE(m_sink.pages.size(), 1);
}

void TestSaneScanner::theFlatbedScansOnce()
{
    QCOMPARE(scan({ScanSource::Flatbed, ScanColour::Gray, 75, false}), Result<int>(1));
}

void TestSaneScanner::aFaultOnTheThirdSheetKeepsTwoPages_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("jam") << QByteArray("jammed") << ErrorCode::ScannerJammed;
    QTest::newRow("cover") << QByteArray("cover") << ErrorCode::ScannerCoverOpen;
    QTest::newRow("line") << QByteArray("io") << ErrorCode::ScannerFailed;
    QTest::newRow("memory") << QByteArray("memory") << ErrorCode::ScannerFailed;
    QTest::newRow("switched off") << QByteArray("invalid") << ErrorCode::ScannerOffline;
    QTest::newRow("in use") << QByteArray("busy") << ErrorCode::ScannerBusy;
    QTest::newRow("at its button") << QByteArray("cancelled") << ErrorCode::DeviceStopped;
    QTest::newRow("ends early") << QByteArray("eof") << ErrorCode::ScannedPageIncomplete;
}

void TestSaneScanner::aFaultOnTheThirdSheetKeepsTwoPages()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    m_surroundings.script("sheets 5\nfault 3 " + status);
    const auto pages = scan();
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, code);
    QCOMPARE(m_sink.pages.size(), 2);
}

void TestSaneScanner::paperThatIsGoneInTheMiddleEndsTheStack()
{
    m_surroundings.script("sheets 5\nfault 3 empty");
    QCOMPARE(scan(), Result<int>(2));
}

void TestSaneScanner::anEmptyFeederIsSaid()
{
    m_surroundings.script("sheets 0");
    const auto pages = scan();
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, ErrorCode::ScannerEmpty);
}

void TestSaneScanner::openingHasItsOwnFaults_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("in use") << QByteArray("busy") << ErrorCode::ScannerBusy;
    QTest::newRow("not there") << QByteArray("invalid") << ErrorCode::ScannerOffline;
    QTest::newRow("not allowed") << QByteArray("denied") << ErrorCode::ScannerAccessDenied;
    QTest::newRow("line") << QByteArray("io") << ErrorCode::ScannerFailed;
}

void TestSaneScanner::openingHasItsOwnFaults()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    m_surroundings.script("open " + status);
    const auto pages = scan();
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, code);
    SaneScanner scanner(m_profile);
    const DeviceCondition condition = scanner.condition(ScriptedStop());
    QVERIFY(condition.lamp == DeviceLamp::Broken);
    QCOMPARE(condition.code, shortCode(code));
}

void TestSaneScanner::aStopEndsAfterTheSheet()
{
    m_surroundings.script("sheets 5");
    SwitchedStop stop;
    m_sink.onPage = [&] { stop.on = m_sink.pages.size() == 2; };
    QCOMPARE(scan(feeder, stop), Result<int>(2));
    QCOMPARE(m_sink.pages.size(), 2);
    // A stop in the middle of a sheet: the sheet is read to its end and taken.
    m_sink.pages.clear();
    m_sink.onPage = {};
    QCOMPARE(scan(feeder, ScriptedStop(3)), Result<int>(1));
    QVERIFY(!m_sink.image(0).isNull());
}

void TestSaneScanner::settingsThatTheScannerDoesNotOfferAreRefused()
{
    const auto pages = scan({ScanSource::Feeder, ScanColour::Gray, 240, false});
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, ErrorCode::ScanSettingsRefused);
    QCOMPARE(pages.error().detail, QStringLiteral("resolution"));
    QCOMPARE(m_sink.pages.size(), 0);
}

void TestSaneScanner::aScannerWithoutChoicesScans()
{
    m_surroundings.script("simple\nsheets 2");
    QCOMPARE(scan(), Result<int>(2));
    const auto both = scan({ScanSource::FeederDuplex, ScanColour::Gray, 75, false});
    QVERIFY(!both);
    QCOMPARE(both.error().code, ErrorCode::ScanSettingsRefused);
}

void TestSaneScanner::aJamIsShownUntilTheNextSheet()
{
    SaneScanner scanner(m_profile);
    QVERIFY(scanner.condition(ScriptedStop()).lamp == DeviceLamp::Ready);
    m_surroundings.script("fault 1 jammed");
    QVERIFY(!scanner.scan(feeder, m_sink, ScriptedStop()));
    QVERIFY(scanner.condition(ScriptedStop()).lamp == DeviceLamp::Attention);
    QCOMPARE(scanner.condition(ScriptedStop()).code, QStringLiteral("V031"));
    m_surroundings.script("sheets 1");
    QVERIFY(scanner.scan(feeder, m_sink, ScriptedStop()));
    QVERIFY(scanner.condition(ScriptedStop()).lamp == DeviceLamp::Ready);
}

void TestSaneScanner::aScannerThatIsBackIsReadyAgain()
{
    SaneScanner scanner(m_profile);
    m_surroundings.script("open invalid");
    QCOMPARE(scanner.condition(ScriptedStop()).code, QStringLiteral("V034"));
    m_surroundings.script({});
    QVERIFY(scanner.condition(ScriptedStop()).lamp == DeviceLamp::Ready);
}

QTEST_MAIN(TestSaneScanner)
#include "tst_sanescanner.moc"
