#include "scanner-sane/PageEncoding.h"
#include "scanner-sane/SaneErrors.h"
#include "scanner-sane/SaneProfile.h"
#include "scanner-sane/ScanWords.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::sane;

class TestScanWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makersNamesOfSourcesAreKnown_data();
    void makersNamesOfSourcesAreKnown();
    void aColourIsMadeOfWhatHoldsMore();
    void aColourIsNeverMadeOfLess();
    void eachStatusHasItsCode_data();
    void eachStatusHasItsCode();
    void settingsThatDoNotFitAreRefused();
    void colourAndGrayAreJpegAtTheirResolution();
    void blackAndWhiteIsOneBitADot();
};

void TestScanWords::makersNamesOfSourcesAreKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("source");
    const auto row = [](const char *name, int source) {
        QTest::newRow(name) << QString::fromLatin1(name) << source;
    };
    for (const char *name : {"Flatbed", "FlatBed", "Normal", "Auto", "Document Table"})
        row(name, int(ScanSource::Flatbed));
    for (const char *name : {"Automatic Document Feeder", "ADF", "ADF Front", "ADF Simplex",
                             "Automatic Document Feeder(left aligned)"})
        row(name, int(ScanSource::Feeder));
    for (const char *name : {"ADF Duplex", "Duplex ADF", "Duplex", "ADF Duplex - Long-Edge Binding",
                             "Automatic Document Feeder(left aligned,Duplex)"})
        row(name, int(ScanSource::FeederDuplex));
    for (const char *name : {"ADF Back", "Transparency Unit", ""})
        row(name, -1);
}

void TestScanWords::makersNamesOfSourcesAreKnown()
{
    QFETCH(QString, name);
    const auto source = sourceCalled(name);
    QTEST(source ? int(*source) : -1, "source");
}

void TestScanWords::aColourIsMadeOfWhatHoldsMore()
{
    const QStringList all{QStringLiteral("Lineart"), QStringLiteral("Gray"), QStringLiteral("24bit Color")};
    QCOMPARE(nameOfColour(ScanColour::Colour, all), QStringLiteral("24bit Color"));
    QCOMPARE(nameOfColour(ScanColour::Gray, all), QStringLiteral("Gray"));
    QCOMPARE(nameOfColour(ScanColour::BlackWhite, all), QStringLiteral("Lineart"));
    QCOMPARE(nameOfColour(ScanColour::BlackWhite, all.mid(1)), QStringLiteral("Gray"));
    QCOMPARE(nameOfColour(ScanColour::BlackWhite, all.mid(2)), QStringLiteral("24bit Color"));
    QCOMPARE(nameOfColour(ScanColour::Gray, {QStringLiteral("Color")}), QStringLiteral("Color"));
}

void TestScanWords::aColourIsNeverMadeOfLess()
{
    QVERIFY(!nameOfColour(ScanColour::Colour, {QStringLiteral("Gray"), QStringLiteral("Lineart")}));
    QVERIFY(!nameOfColour(ScanColour::Gray, {QStringLiteral("Lineart")}));
}

void TestScanWords::eachStatusHasItsCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](SANE_Status status, const char *code) {
        QTest::newRow(sane_strstatus(status)) << int(status) << QString::fromLatin1(code);
    };
    row(SANE_STATUS_UNSUPPORTED, "V038");
    row(SANE_STATUS_CANCELLED, "V008");
    row(SANE_STATUS_DEVICE_BUSY, "V030");
    row(SANE_STATUS_INVAL, "V034");
    row(SANE_STATUS_EOF, "V037");
    row(SANE_STATUS_JAMMED, "V031");
    row(SANE_STATUS_NO_DOCS, "V032");
    row(SANE_STATUS_COVER_OPEN, "V033");
    row(SANE_STATUS_IO_ERROR, "V036");
    row(SANE_STATUS_NO_MEM, "V036");
    row(SANE_STATUS_ACCESS_DENIED, "V035");
}

void TestScanWords::eachStatusHasItsCode()
{
    QFETCH(int, status);
    QTEST(shortCode(scannerError(SANE_Status(status), {}).value().code), "code");
}

void TestScanWords::settingsThatDoNotFitAreRefused()
{
    QVERIFY(saneProfileFromSettings({}));
    for (const QJsonObject &settings :
         {QJsonObject{{QStringLiteral("device"), 1}}, QJsonObject{{QStringLiteral("quality"), 10}},
          QJsonObject{{QStringLiteral("widthMm"), 1000}}, QJsonObject{{QStringLiteral("dpi"), 300}}}) {
        const auto profile = saneProfileFromSettings(settings);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::DeviceSettingsWrong);
    }
}

void TestScanWords::colourAndGrayAreJpegAtTheirResolution()
{
    QImage page(40, 30, QImage::Format_RGB888);
    page.fill(Qt::red);
    const ScannedPage colour = encodePage(page, ScanColour::Colour, 200, 80, 128);
    QCOMPARE(colour.mediaType, QStringLiteral("image/jpeg"));
    const QImage read = QImage::fromData(colour.bytes, "JPEG");
    QCOMPARE(read.size(), page.size());
    QCOMPARE(read.dotsPerMeterX(), 7874);
    QVERIFY(read.pixelColor(20, 15).red() > 200 && read.pixelColor(20, 15).green() < 60);
    QVERIFY(QImage::fromData(encodePage(page, ScanColour::Gray, 200, 80, 128).bytes).isGrayscale());
}

void TestScanWords::blackAndWhiteIsOneBitADot()
{
    QImage page(10, 1, QImage::Format_Grayscale8);
    for (int x = 0; x < 10; ++x)
        page.scanLine(0)[x] = uchar(x * 20);
    const ScannedPage encoded = encodePage(page, ScanColour::BlackWhite, 300, 80, 100);
    QCOMPARE(encoded.mediaType, QStringLiteral("image/png"));
    const QImage read = QImage::fromData(encoded.bytes, "PNG");
    QCOMPARE(read.depth(), 1);
    for (int x = 0; x < 10; ++x)
        QCOMPARE(read.pixelColor(x, 0), QColor(x >= 5 ? Qt::white : Qt::black));
}

QTEST_GUILESS_MAIN(TestScanWords)
#include "tst_scanwords.moc"
