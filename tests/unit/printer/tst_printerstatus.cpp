#include "printer-escpos/PrinterProfile.h"
#include "printer-escpos/PrinterStatus.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::escpos;

class TestPrinterStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyBytesOfTheRightShapeAreAnswers();
    void eachAnswerIsRead_data();
    void eachAnswerIsRead();
    void aCoverIsNamedBeforeThePaperAndThePaperBeforeOffline();
    void settingsMakeAProfile();
    void settingsThatDoNotFitAreRefused_data();
    void settingsThatDoNotFitAreRefused();
};

void TestPrinterStatus::onlyBytesOfTheRightShapeAreAnswers()
{
    int status = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const bool fixedBits = (byte & 0x01) == 0 && (byte & 0x02) && (byte & 0x10) && (byte & 0x80) == 0;
        QCOMPARE(isStatusByte(quint8(byte)), fixedBits);
        QCOMPARE(isProofByte(quint8(byte)), (byte & 0x10) == 0 && (byte & 0x80) == 0);
        status += isStatusByte(quint8(byte)) && isProofByte(quint8(byte));
    }
    QCOMPARE(status, 0); // one can never be taken for the other
}

void TestPrinterStatus::eachAnswerIsRead_data()
{
    QTest::addColumn<int>("question");
    QTest::addColumn<int>("byte");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("nearEnd");
    const auto row = [](const char *name, int question, int byte, const char *code, bool nearEnd = false) {
        QTest::newRow(name) << question << byte << QString::fromLatin1(code) << nearEnd;
    };
    row("ready", 1, 0x12, "");
    row("drawer", 1, 0x16, "");
    row("offline", 1, 0x1A, "V040");
    row("cover", 2, 0x16, "V041");
    row("stopped by paper end", 2, 0x32, "V042");
    row("error", 2, 0x52, "V043");
    row("cutter", 3, 0x1A, "V043");
    row("unrecoverable", 3, 0x32, "V043");
    row("heat", 3, 0x52, "V043");
    row("paper end", 4, 0x72, "V042");
    row("near end", 4, 0x1E, "", true);
}

void TestPrinterStatus::eachAnswerIsRead()
{
    QFETCH(int, question);
    QFETCH(int, byte);
    PrinterStatus status;
    addAnswer(status, question, quint8(byte));
    const auto fault = faultIn(status);
    QTEST(fault ? shortCode(fault->code) : QString(), "code");
    QTEST(status.paperNearEnd, "nearEnd");
}

void TestPrinterStatus::aCoverIsNamedBeforeThePaperAndThePaperBeforeOffline()
{
    QCOMPARE(faultIn({true, true, true, true, true})->code, ErrorCode::PrinterCoverOpen);
    QCOMPARE(faultIn({true, false, true, true, true})->code, ErrorCode::PrinterPaperOut);
    QCOMPARE(faultIn({true, false, false, true, true})->code, ErrorCode::PrinterFault);
    QCOMPARE(faultIn({true, false, false, true, false})->code, ErrorCode::PrinterOffline);
    QVERIFY(!faultIn({false, false, false, true, false}));
}

void TestPrinterStatus::settingsMakeAProfile()
{
    const auto profile = profileFromSettings({{QStringLiteral("line"), QStringLiteral("serial")},
                                              {QStringLiteral("path"), QStringLiteral("/dev/ttyS1")},
                                              {QStringLiteral("baud"), 19200},
                                              {QStringLiteral("flowControl"), true},
                                              {QStringLiteral("paper"), 58},
                                              {QStringLiteral("characters"), QStringLiteral("picture")},
                                              {QStringLiteral("answers"), false},
                                              {QStringLiteral("drawsCodes"), false},
                                              {QStringLiteral("cuts"), false}});
    QVERIFY(profile);
    const LineAddress line{LineAddress::Kind::Serial,
                           QStringLiteral("127.0.0.1"),
                           9100,
                           QStringLiteral("/dev/ttyS1"),
                           19200,
                           true};
    QCOMPARE(profile->line, line);
    QCOMPARE(profile->dots, 384);
    QCOMPARE(profile->cells(), 32);
    QVERIFY(profile->characters == Characters::Picture);
    QVERIFY(!profile->answers && !profile->drawsCodes && !profile->cuts);
}

void TestPrinterStatus::settingsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QJsonObject>("settings");
    QTest::newRow("line") << QJsonObject{{QStringLiteral("line"), QStringLiteral("lpt")}};
    QTest::newRow("port") << QJsonObject{{QStringLiteral("port"), 70000}};
    QTest::newRow("baud") << QJsonObject{{QStringLiteral("baud"), 12345}};
    QTest::newRow("paper") << QJsonObject{{QStringLiteral("paper"), 76}};
    QTest::newRow("characters") << QJsonObject{{QStringLiteral("characters"), QStringLiteral("big5")}};
    QTest::newRow("unknown") << QJsonObject{{QStringLiteral("colour"), true}};
}

void TestPrinterStatus::settingsThatDoNotFitAreRefused()
{
    QFETCH(QJsonObject, settings);
    const auto profile = profileFromSettings(settings);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::DeviceSettingsWrong);
    QCOMPARE(profile.error().detail, settings.keys().first());
}

QTEST_GUILESS_MAIN(TestPrinterStatus)
#include "tst_printerstatus.moc"
