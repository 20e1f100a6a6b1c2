#include "Places.h"
#include "support/SaneSurroundings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace yichuang;

namespace {

QString programIn(const char *name)
{
    return QStringLiteral(YICHUANG_BINARY_DIR "/bin/") + QLatin1String(name);
}

QJsonObject device(const char *id, const char *plugin, const QJsonObject &settings)
{
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("name"), QLatin1String(id)},
            {QStringLiteral("plugin"), QLatin1String(plugin)},
            {QStringLiteral("settings"), settings}};
}

} // namespace

class TestDeviceTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listTellsOfDevicesAndPlugins();
    void listTellsWhatIsWrongWithADevice();
    void aScanLeavesItsPages();
    void anotherScanOverwritesNoPage();
    void aJamKeepsThePagesBeforeIt();
    void ctrlCEndsAScanThatHangs();
    void aTestSlipIsConfirmed();
    void aMutePrinterIsUnconfirmed();
    void aPrinterThatCannotPrintIsAFailure_data();
    void aPrinterThatCannotPrintIsAFailure();
    void aPrinterThatIsNotThereIsAFailure();
    void aDeviceOfAnotherKindSaysSo();
    void oneDeviceNeedsNoFile();
    void aRelativeFolderOfPluginsIsTheOneOfTheCaller();
    void noCardInTimeIsSaidOnce();
    void theHelpSaysWhichCommandTakesAnOption();
    void wrongUseIsSaid_data();
    void wrongUseIsSaid();
    void aFileThatIsNoListIsWrongUse();
    void noDeviceOfTheKindIsWrongUse();

private:
    struct Ended
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
        QList<QJsonObject> json() const
        {
            QList<QJsonObject> objects;
            for (const QByteArray &line : out.split('\n'))
                objects << QJsonDocument::fromJson(line).object();
            objects.removeLast();
            return objects;
        }
    };

    Ended run(const QStringList &arguments) const
    {
        QProcess process;
        process.start(programIn("yichuang-devices"), arguments);
        return ended(process);
    }
    static Ended ended(QProcess &process)
    {
        if (!process.waitForFinished(30000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Ended onDevices(QStringList arguments) const
    {
        return run(arguments << QStringLiteral("--devices") << path("devices.json"));
    }
    QStringList scanning() const
    {
        return {QStringLiteral("scan"), QStringLiteral("--dpi"),
                QStringLiteral("75"),   QStringLiteral("--colour"),
                QStringLiteral("gray"), QStringLiteral("--output"),
                path("pages")};
    }
    void tellPrinter(const char *state) const
    {
        QProcess process;
        process.start(programIn("yichuang-peer-printer"),
                      {QStringLiteral("--send"), path("control"), QLatin1String(state)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
    void writeDevices(const QJsonArray &devices) const
    {
        QFile file(path("devices.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(devices).toJson());
    }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList pages() const { return QDir(path("pages")).entryList(QDir::Files, QDir::Name); }
    qsizetype slips() const
    {
        return QDir(path("slips")).entryList({QStringLiteral("*.png")}, QDir::Files).size();
    }

    SaneSurroundings m_scanner{"yichuang"};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_printer;
    int m_port = 0;
};

void TestDeviceTool::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_scanner.script("sheets 3");
    m_printer = std::make_unique<QProcess>();
    m_printer->start(programIn("yichuang-peer-printer"),
                     {QStringLiteral("--tcp"), QStringLiteral("0"), QStringLiteral("--control"),
                      path("control"), QStringLiteral("--output"), path("slips")});
    while (!m_printer->canReadLine())
        QVERIFY(m_printer->waitForReadyRead(10000));
    m_port = m_printer->readLine().trimmed().split(' ').last().toInt();
    writeDevices({device("scanner", "scanner-sane", {}),
                  device("printer", "printer-escpos", {{QStringLiteral("port"), m_port}})});
}

void TestDeviceTool::cleanup()
{
    m_printer->terminate();
    m_printer->waitForFinished();
}

void TestDeviceTool::listTellsOfDevicesAndPlugins()
{
    const Ended list = onDevices({QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(list.code, 0);
    const QList<QJsonObject> lines = list.json();
    QVERIFY(lines.size() >= 4);
    const QJsonObject scanner = lines.at(0).value(QLatin1String("device")).toObject();
    QCOMPARE(scanner.value(QLatin1String("id")), QStringLiteral("scanner"));
    QCOMPARE(scanner.value(QLatin1String("kind")), QStringLiteral("scanner"));
    const QJsonObject printer = lines.at(1).value(QLatin1String("device")).toObject();
    QCOMPARE(printer.value(QLatin1String("kind")), QStringLiteral("receipt-printer"));
    QCOMPARE(printer.value(QLatin1String("lamp")), QStringLiteral("ready"));
    QVERIFY(lines.contains(QJsonObject{
        {QStringLiteral("plugin"), QJsonObject{{QStringLiteral("name"), QStringLiteral("scanner-sane")},
                                               {QStringLiteral("kind"), QStringLiteral("scanner")}}}}));
    QVERIFY(onDevices({QStringLiteral("list")}).out.contains("plugin\tprinter-escpos\treceipt-printer\n"));
}

void TestDeviceTool::listTellsWhatIsWrongWithADevice()
{
    writeDevices({device("gone", "no-such-plugin", {}),
                  device("odd", "printer-escpos", {{QStringLiteral("prot"), 1}}),
                  device("off", "printer-escpos", {{QStringLiteral("port"), 1}})});
    const QByteArray list = onDevices({QStringLiteral("list")}).out;
    QVERIFY(list.contains("device\tgone\tgone\tno-such-plugin\t\tbroken\tV003\t"));
    QVERIFY(list.contains("device\todd\todd\tprinter-escpos\treceipt-printer\tbroken\tV004\tprot\n"));
    QVERIFY(list.contains("device\toff\toff\tprinter-escpos\treceipt-printer\tbroken\tV011\t"));
}

void TestDeviceTool::aScanLeavesItsPages()
{
    const Ended scan = onDevices(scanning());
    QCOMPARE(scan.code, 0);
    const QStringList expected{QStringLiteral("page-0001.jpg"), QStringLiteral("page-0002.jpg"),
                               QStringLiteral("page-0003.jpg")};
    QCOMPARE(pages(), expected);
    QCOMPARE(scan.out.count('\n'), 3);
    QFile page(path("pages/page-0001.jpg"));
    QVERIFY(scan.out.startsWith(page.fileName().toUtf8() + '\n'));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(page.permissions() & others));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().startsWith("\xff\xd8\xff"));
}

void TestDeviceTool::anotherScanOverwritesNoPage()
{
    QCOMPARE(onDevices(scanning()).code, 0);
    const Ended again = onDevices(scanning() << QStringLiteral("--single") << QStringLiteral("--json"));
    QCOMPARE(again.code, 0);
    QCOMPARE(pages().size(), 4);
    QCOMPARE(again.json().first().value(QLatin1String("page")), path("pages/page-0004.jpg"));
}

void TestDeviceTool::aJamKeepsThePagesBeforeIt()
{
    m_scanner.script("sheets 3\nfault 3 jammed");
    const Ended scan = onDevices(scanning());
    QCOMPARE(scan.code, 1);
    QCOMPARE(pages().size(), 2);
    QVERIFY(scan.err.contains("V031: a sheet is stuck in the scanner"));
}

void TestDeviceTool::ctrlCEndsAScanThatHangs()
{
    m_scanner.script("sheets 3\nhang 2");
    QProcess process;
    process.start(programIn("yichuang-devices"), scanning()
                                                     << QStringLiteral("--devices") << path("devices.json"));
    while (!process.canReadLine())
        QVERIFY(process.waitForReadyRead(15000));
    ::kill(pid_t(process.processId()), SIGINT);
    if (process.waitForFinished(3000)) {
        QVERIFY(process.exitCode() == 0 || process.exitCode() == 1);
    } else {
        // The sheet in the machine may never come out: the second one ends the program at once.
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10000));
    }
    QCOMPARE(pages().size(), 1);
}

void TestDeviceTool::aTestSlipIsConfirmed()
{
    const Ended print = onDevices({QStringLiteral("print-test")});
    QCOMPARE(print.out, QByteArray("confirmed\n"));
    QCOMPARE(print.code, 0);
    QTRY_COMPARE(slips(), 1);
}

void TestDeviceTool::aMutePrinterIsUnconfirmed()
{
    tellPrinter("mute");
    const Ended print = onDevices({QStringLiteral("print-test"), QStringLiteral("--json")});
    QCOMPARE(print.code, 3);
    QCOMPARE(print.json(), QList<QJsonObject>({{{QStringLiteral("proof"), QStringLiteral("unconfirmed")}}}));
}

void TestDeviceTool::aPrinterThatCannotPrintIsAFailure_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("offline") << QByteArray("offline") << QByteArray("V040: the receipt printer is off line");
    QTest::newRow("no paper") << QByteArray("paper-out")
                              << QByteArray("V042: the receipt printer has no paper");
}

void TestDeviceTool::aPrinterThatCannotPrintIsAFailure()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, said);
    tellPrinter(state.constData());
    const Ended print =
        onDevices({QStringLiteral("print-test"), QStringLiteral("--device"), QStringLiteral("printer")});
    QCOMPARE(print.code, 1);
    QVERIFY(print.err.contains(said));
    QCOMPARE(slips(), 0);
}

void TestDeviceTool::aPrinterThatIsNotThereIsAFailure()
{
    cleanup();
    const Ended print = onDevices({QStringLiteral("print-test"), QStringLiteral("--json")});
    QCOMPARE(print.code, 1);
    QVERIFY(print.err.contains("V011: a device's line cannot be opened"));
    QCOMPARE(print.json().first().value(QLatin1String("failed")), QStringLiteral("V011"));
}

void TestDeviceTool::aDeviceOfAnotherKindSaysSo()
{
    const Ended read =
        onDevices({QStringLiteral("read-card"), QStringLiteral("--device"), QStringLiteral("printer")});
    QCOMPARE(read.code, 1);
    QVERIFY(read.err.contains("V010"));
}

void TestDeviceTool::oneDeviceNeedsNoFile()
{
    const Ended print =
        run({QStringLiteral("print-test"), QStringLiteral("--plugin"), QStringLiteral("printer-escpos"),
             QStringLiteral("--settings"), QStringLiteral("{\"port\":%1}").arg(m_port)});
    QCOMPARE(print.out, QByteArray("confirmed\n"));
}

void TestDeviceTool::aRelativeFolderOfPluginsIsTheOneOfTheCaller()
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(YICHUANG_BINARY_DIR));
    process.start(programIn("yichuang-devices"),
                  {QStringLiteral("print-test"), QStringLiteral("--plugin"), QStringLiteral("printer-escpos"),
                   QStringLiteral("--settings"), QStringLiteral("{\"port\":%1}").arg(m_port),
                   QStringLiteral("--plugins"), QStringLiteral("plugins")});
    const Ended print = ended(process);
    QVERIFY2(!print.err.contains("V003"), print.err.constData());
    QCOMPARE(print.out, QByteArray("confirmed\n"));
}

void TestDeviceTool::noCardInTimeIsSaidOnce()
{
    QProcess reader;
    reader.start(programIn("yichuang-peer-idreader"),
                 {QStringLiteral("--tcp"), QStringLiteral("0"), QStringLiteral("--control"), path("reader")});
    while (!reader.canReadLine())
        QVERIFY(reader.waitForReadyRead(10000));
    const QString settings = QStringLiteral("{\"line\":\"tcp\",\"host\":\"127.0.0.1\",\"port\":%1}")
                                 .arg(reader.readLine().trimmed().split(' ').last().toInt());
    const Ended read = run({QStringLiteral("read-card"), QStringLiteral("--timeout"), QStringLiteral("1"),
                            QStringLiteral("--plugin"), QStringLiteral("idcard-sdt"),
                            QStringLiteral("--settings"), settings});
    reader.terminate();
    QVERIFY(reader.waitForFinished());
    QCOMPARE(read.code, 1);
    QVERIFY2(read.err.endsWith("No card was read in 1 s.\n"), read.err.constData());
    QVERIFY2(!read.err.contains("V008"), read.err.constData());
}

void TestDeviceTool::theHelpSaysWhichCommandTakesAnOption()
{
    const Ended help = run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.simplified().contains("--timeout <seconds> list, read-card: how long to wait"),
             help.out.constData());
}

void TestDeviceTool::wrongUseIsSaid_data()
{
    QTest::addColumn<QString>("arguments");
    const auto row = [](const char *arguments) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
    };
    row("");
    row("dance");
    row("list list");
    row("list --no-such-option");
    row("list --device printer");
    row("print-test --device no-such-device");
    row("print-test --timeout 3");
    row("read-card --timeout 0");
    row("scan");
    row("scan --output x --source tray");
    row("scan --output x --colour pink");
    row("scan --output x --dpi 74");
    row("scan --output x --dpi many");
    row("print-test --plugin printer-escpos --devices x.json");
    row("print-test --plugin ../printer-escpos");
    row("print-test --plugin printer-escpos --settings 5");
    row("print-test --settings {}");
    row("list --devices no-such-file.json");
}

void TestDeviceTool::wrongUseIsSaid()
{
    QFETCH(QString, arguments);
    const Ended use = run(arguments.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(use.code, 2);
    QCOMPARE(use.out, QByteArray());
    QVERIFY(!use.err.isEmpty());
}

void TestDeviceTool::aFileThatIsNoListIsWrongUse()
{
    QFile file(path("devices.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    QCOMPARE(onDevices({QStringLiteral("list")}).code, 2);
    writeDevices({device("a", "printer-escpos", {}), device("a", "printer-escpos", {})});
    const Ended twice = onDevices({QStringLiteral("list")});
    QCOMPARE(twice.code, 2);
    QVERIFY(twice.err.startsWith("V001"));
}

void TestDeviceTool::noDeviceOfTheKindIsWrongUse()
{
    const Ended read = onDevices({QStringLiteral("read-card")});
    QCOMPARE(read.code, 2);
    QVERIFY(read.err.contains("id-card-reader"));
}

QTEST_GUILESS_MAIN(TestDeviceTool)
#include "tst_devicetool.moc"
