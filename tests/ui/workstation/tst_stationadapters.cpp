#include "StationPeers.h"
#include "devices/ReceiptPage.h"
#include "workstation/ReaderSource.h"
#include "workstation/ScannerSource.h"
#include "workstation/StationPrinters.h"

#include <QDir>
#include <QJsonDocument>

using namespace yichuang;
using namespace yichuang::test;

namespace {

PaperJob slip()
{
    const ReceiptLine line{
        ReceiptLine::Kind::Text, QStringLiteral("受理回执（示例）"), {}, ReceiptLine::Align::Left, 1, false};
    PaperJob job;
    job.device = PaperDevice::Slip;
    job.bytes = QJsonDocument(toJson(ReceiptPage{{line}, true})).toJson();
    return job;
}

PaperJob notice()
{
    PaperJob job;
    job.title = QStringLiteral("notice");
    job.bytes = "%PDF-1.4\n%%EOF\n";
    return job;
}

IdCard card(IdCardKind kind)
{
    IdCard card;
    card.kind = kind;
    card.name = QStringLiteral("罗晓芬");
    card.sex = QStringLiteral("2");
    card.nation = QStringLiteral("01");
    card.birth = QDate(1986, 1, 28);
    card.address = QStringLiteral("示例路1号");
    card.number = QStringLiteral("430407198601282043");
    card.issuer = QStringLiteral("示例公安局");
    card.validFrom = QDate(2016, 3, 1);
    card.validUntil = QDate(2036, 3, 1);
    return card;
}

} // namespace

class tst_stationadapters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindOfCardHasItsCode_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("resident") << int(IdCardKind::Resident) << QStringLiteral("111");
        QTest::newRow("residence permit") << int(IdCardKind::HongKongMacaoTaiwan) << QStringLiteral("516");
        QTest::newRow("foreign 2017") << int(IdCardKind::Foreign2017) << QStringLiteral("553");
        QTest::newRow("foreign 2023") << int(IdCardKind::Foreign2023) << QStringLiteral("553");
    }
    void eachKindOfCardHasItsCode()
    {
        QFETCH(int, kind);
        QFETCH(QString, code);
        const IdCard read = card(IdCardKind(kind));
        const CardValues values = cardValuesOf(read);
        QCOMPARE(values.idType, code);
        QCOMPARE(values.name, read.name);
        QCOMPARE(values.sex, read.sex);
        QCOMPARE(values.nation, read.nation);
        QCOMPARE(values.birth, read.birth);
        QCOMPARE(values.address, read.address);
        QCOMPARE(values.idNumber, read.number);
        QCOMPARE(values.issuer, read.issuer);
        QCOMPARE(values.validFrom, read.validFrom);
        QCOMPARE(values.validUntil.last, std::optional(read.validUntil));
        QVERIFY(!values.validUntil.longTerm);
    }

    void aForeignCardWithoutAChineseNameGoesByItsEnglishOne()
    {
        IdCard foreign = card(IdCardKind::Foreign2023);
        foreign.englishName = QStringLiteral("SAMPLE, JOHANNES");
        QCOMPARE(cardValuesOf(foreign).name, foreign.name);
        foreign.name.clear();
        QCOMPARE(cardValuesOf(foreign).name, foreign.englishName);
    }

    void aCardForLifeHasNoLastDay()
    {
        IdCard read = card(IdCardKind::Resident);
        read.longTerm = true;
        read.validUntil = {};
        const CardValues values = cardValuesOf(read);
        QVERIFY(values.validUntil.longTerm);
        QVERIFY(!values.validUntil.last);
    }

    void aConfigurationThatCannotBeReadLeavesNoDevices()
    {
        StationPeers peers;
        QJsonArray broken = peers.configuration();
        broken.append(7);
        peers.use(broken);
        QVERIFY(peers.devices->fault());
        QCOMPARE(peers.devices->fault()->code, ErrorCode::DeviceConfigurationMalformed);
        QVERIFY(peers.devices->ofKind(DeviceKind::Scanner).isEmpty());
        QVERIFY(peers.status.devices().isEmpty());
        // And what is asked of it says so.
        ReaderSource reader(*peers.devices);
        QCOMPARE(failureOf(reader.readCard()), std::optional(ErrorCode::DeviceNotConfigured));
        StationPrinters printers(*peers.devices);
        for (const PaperJob &job : {slip(), notice()}) {
            const PrintReply reply = replyOf(printers.print(job));
            QVERIFY(reply.state == PrintState::Refused);
            QCOMPARE(reply.reason, shortCode(ErrorCode::DeviceNotConfigured));
        }
        ScannerSource scanner(*peers.devices);
        QCOMPARE(scanner.start({QStringLiteral("scanner"), {}, false}).error().code,
                 ErrorCode::DeviceNotConfigured);
        QVERIFY(scanner.scanners().isEmpty());
    }

    void aDeviceIsFoundByItsKindAndName()
    {
        StationPeers peers;
        peers.use(peers.configuration());
        QVERIFY(!peers.devices->fault());
        QVERIFY(peers.areAllKnown());
        const auto named = peers.devices->named(QStringLiteral("slip"), DeviceKind::ReceiptPrinter);
        QVERIFY(named);
        QCOMPARE(*peers.devices->first(DeviceKind::ReceiptPrinter), *named);
        const auto ofAnotherKind = peers.devices->named(QStringLiteral("slip"), DeviceKind::Scanner);
        QCOMPARE(ofAnotherKind.error().code, ErrorCode::DeviceNotConfigured);
        QVERIFY(!peers.devices->named(QStringLiteral("unknown"), DeviceKind::ReceiptPrinter));
        QCOMPARE(peers.status.devices().size(), 4);
    }

    void theFirstThatIsNotBrokenIsTaken()
    {
        StationPeers peers;
        QJsonArray two{peers.slipPrinter("off", peers.freePort()),
                       peers.slipPrinter("on", peers.printerPort())};
        peers.use(two);
        QVERIFY(peers.areAllKnown(2));
        const auto chosen = [&peers] {
            const auto host = peers.devices->first(DeviceKind::ReceiptPrinter);
            return host ? (*host)->device().id : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), QStringLiteral("on"), 15000);
        QVERIFY(peers.printer.obey(QStringLiteral("paper-out")));
        peers.devices->askAll();
        // Where none works, the first of the list answers for itself.
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), QStringLiteral("off"), 15000);
    }

    void aCardBecomesCardValues()
    {
        StationPeers peers;
        QVERIFY(peers.reader.obey(QStringLiteral("place luo")));
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        ReaderSource reader(*peers.devices);
        const auto reading = reader.readCard();
        QVERIFY(isDone(reading));
        QVERIFY(reading.result());
        QCOMPARE(reading.result()->idType, QStringLiteral("111"));
        QCOMPARE(reading.result()->name, QStringLiteral("罗晓芬"));
        QCOMPARE(reading.result()->idNumber, QStringLiteral("430407198601282043"));
    }

    void aReadersErrorKeepsItsCode()
    {
        StationPeers peers;
        QVERIFY(peers.reader.obey(QStringLiteral("fault selffail")));
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        ReaderSource reader(*peers.devices);
        QCOMPARE(failureOf(reader.readCard()), std::optional(ErrorCode::ReaderSelfTestFailed));
    }

    void aSlipIsConfirmed()
    {
        StationPeers peers;
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        StationPrinters printers(*peers.devices);
        const PrintReply reply = replyOf(printers.print(slip()));
        QVERIFY2(reply.state == PrintState::Confirmed, qPrintable(reply.reason));
        QCOMPARE(reply.reason, QString());
        QCOMPARE(peers.printer.slips(), 1);
    }

    void aPrinterWithoutPaperRefusesWithItsCode()
    {
        StationPeers peers;
        QVERIFY(peers.printer.obey(QStringLiteral("paper-out")));
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        StationPrinters printers(*peers.devices);
        const PrintReply reply = replyOf(printers.print(slip()));
        QVERIFY(reply.state == PrintState::Refused);
        QCOMPARE(reply.reason, QStringLiteral("V042"));
        QCOMPARE(peers.printer.slips(), 0);
    }

    void aPrinterThatIsOffRefuses()
    {
        StationPeers peers;
        peers.use({peers.slipPrinter("slip", peers.freePort())});
        QVERIFY(peers.areAllKnown(1));
        StationPrinters printers(*peers.devices);
        const PrintReply reply = replyOf(printers.print(slip()));
        QVERIFY(reply.state == PrintState::Refused);
        QCOMPARE(reply.reason, shortCode(ErrorCode::DeviceUnreachable));
    }

    void aPrinterThatAnswersNothingIsUnconfirmed()
    {
        StationPeers peers;
        QVERIFY(peers.printer.obey(QStringLiteral("mute")));
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        StationPrinters printers(*peers.devices);
        const PrintReply reply = replyOf(printers.print(slip()));
        QVERIFY2(reply.state == PrintState::Unconfirmed, qPrintable(reply.reason));
        QCOMPARE(reply.reason, QString());
    }

    void aSlipThatCannotBeReadIsRefusedWithoutAskingThePrinter()
    {
        StationPeers peers;
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        StationPrinters printers(*peers.devices);
        PaperJob job = slip();
        job.bytes = R"({"lines":7})";
        const PrintReply reply = replyOf(printers.print(job));
        QVERIFY(reply.state == PrintState::Refused);
        QCOMPARE(reply.reason, shortCode(ErrorCode::ReceiptMalformed));
    }

    void anA4PaperIntoAFolderIsConfirmed()
    {
        StationPeers peers;
        peers.use(peers.configuration());
        QVERIFY(peers.areAllKnown());
        StationPrinters printers(*peers.devices);
        const PrintReply reply = replyOf(printers.print(notice()));
        QVERIFY2(reply.state == PrintState::Confirmed, qPrintable(reply.reason));
        const QStringList files = QDir(peers.papers.path()).entryList({QStringLiteral("*.pdf")});
        QCOMPARE(files.size(), 1);
        QFile file(QDir(peers.papers.path()).filePath(files.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), notice().bytes);
    }
};

QTEST_MAIN(tst_stationadapters)
#include "tst_stationadapters.moc"
