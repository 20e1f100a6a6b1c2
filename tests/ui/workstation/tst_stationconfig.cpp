#include "sync/HttpPlatformClient.h"
#include "workstation/StationConfig.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;

namespace {

StationConfig whole()
{
    StationConfig config;
    config.device = DeviceId::fromString(QStringLiteral("0a0b0c0d-1111-4222-8333-444455556666"));
    config.siteCode = QStringLiteral("430407");
    config.siteName = QStringLiteral("示例政务服务中心");
    config.authorityName = QStringLiteral("示例局");
    config.level = AdminLevel::County;
    config.region = QStringLiteral("430407");
    config.segment = QStringLiteral("W03");
    config.window = QStringLiteral("03");
    config.windows = {QStringLiteral("01"), QStringLiteral("03")};
    config.platformUrl = QUrl(QStringLiteral("http://127.0.0.1:18450"));
    config.platformKey = QByteArray(32, '\x5a');
    config.devices = {QJsonObject{{QStringLiteral("id"), QStringLiteral("reader")}}};
    config.citizenHotline = QStringLiteral("12345");
    config.demonstration = true;
    return config;
}

QJsonObject object()
{
    return QJsonDocument::fromJson(toJson(whole())).object();
}

Result<StationConfig> parse(const QJsonObject &json)
{
    return parseStationConfig(QJsonDocument(json).toJson());
}

EnrolledStation enrolled()
{
    EnrolledStation station;
    station.device = whole().device;
    station.platformKey = whole().platformKey;
    station.description = {
        {QStringLiteral("siteCode"), QStringLiteral("430407")},
        {QStringLiteral("siteName"), QStringLiteral("示例政务服务中心")},
        {QStringLiteral("authorityName"), QStringLiteral("示例局")},
        {QStringLiteral("level"), QStringLiteral("county")},
        {QStringLiteral("region"), QStringLiteral("430407")},
        {QStringLiteral("segment"), QStringLiteral("W03")},
        {QStringLiteral("window"), QStringLiteral("03")},
        {QStringLiteral("windows"), QJsonArray{QStringLiteral("01"), QStringLiteral("03")}},
        {QStringLiteral("hotline"), QStringLiteral("12345")},
    };
    return station;
}

} // namespace

class tst_stationconfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<int>("level");
        for (const AdminLevel level :
             {AdminLevel::City, AdminLevel::County, AdminLevel::Township, AdminLevel::Village})
            QTest::newRow(qPrintable(toString(level))) << int(level);
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(int, level);
        StationConfig config = whole();
        config.level = AdminLevel(level);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("station.json"));
        QVERIFY(writeStationConfig(path, config));
        const auto read = readStationConfig(path);
        QVERIFY(read);
        QCOMPARE(*read, config);
    }

    void aVillageHasNoWindowAndAStationMayHaveNoHotline()
    {
        StationConfig config = whole();
        config.window.clear();
        config.windows.clear();
        config.citizenHotline.clear();
        config.devices = {};
        const auto read = parseStationConfig(toJson(config));
        QVERIFY(read);
        QCOMPARE(*read, config);
    }

    void everyKeyIsNeededAndHasItsType()
    {
        const QStringList keys = object().keys();
        QCOMPARE(keys.size(), 14);
        for (const QString &key : keys) {
            QJsonObject without = object();
            without.remove(key);
            QJsonObject ofAnotherType = object();
            ofAnotherType.insert(key, 7);
            QJsonObject null = object();
            null.insert(key, QJsonValue::Null);
            for (const QJsonObject &json : {without, ofAnotherType, null}) {
                const auto read = parse(json);
                QVERIFY2(!read, qPrintable(key));
                QCOMPARE(read.error(), (Error{ErrorCode::StationConfigMalformed, key}));
            }
        }
    }

    void aWrongValueIsRefusedByItsKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *key, const QJsonValue &value) {
            QTest::newRow(name) << QString::fromLatin1(key) << value;
        };
        const QString hex = QString::fromLatin1(whole().platformKey.toHex());
        row("unknown key", "windoow", QStringLiteral("03"));
        row("no uuid", "device", QStringLiteral("device"));
        row("null uuid", "device", QStringLiteral("00000000-0000-0000-0000-000000000000"));
        row("empty text", "siteName", QString());
        row("long text", "siteName", QString(121, u'x'));
        row("level", "level", QStringLiteral("province"));
        row("short region", "region", QStringLiteral("43040"));
        row("long region", "region", QStringLiteral("4304070"));
        row("region of letters", "region", QStringLiteral("43o407"));
        row("region of other digits", "region", QStringLiteral("４３０４０７"));
        row("long window", "window", QString(121, u'3'));
        QJsonArray many;
        for (int count = 0; count < 65; ++count)
            many.append(QString::number(count));
        row("too many windows", "windows", many);
        row("window that is a number", "windows", QJsonArray{3});
        row("long name of a window", "windows", QJsonArray{QString(121, u'3')});
        row("scheme", "platformUrl", QStringLiteral("ftp://127.0.0.1"));
        row("no scheme", "platformUrl", QStringLiteral("127.0.0.1"));
        row("no host", "platformUrl", QStringLiteral("http:///api"));
        row("port", "platformUrl", QStringLiteral("http://127.0.0.1:99999"));
        row("key of 31 bytes", "platformKey", hex.left(62));
        row("key of 33 bytes", "platformKey", hex + QStringLiteral("5a"));
        row("key with other signs", "platformKey", QStringLiteral("zz") + hex);
        row("devices as an object", "devices", QJsonObject{{QStringLiteral("id"), QStringLiteral("reader")}});
        row("demonstration as a text", "demonstration", QStringLiteral("false"));
    }
    void aWrongValueIsRefusedByItsKey()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = object();
        json.insert(key, value);
        const auto read = parse(json);
        QVERIFY(!read);
        QCOMPARE(read.error(), (Error{ErrorCode::StationConfigMalformed, key}));
    }

    void whatIsNoObjectIsRefused()
    {
        const QByteArray json = toJson(whole());
        for (const QByteArray &bytes : {QByteArray(), QByteArray("null"), QByteArray("[]"), json.chopped(3),
                                        json + '}', QByteArray(200000, '[')}) {
            const auto read = parseStationConfig(bytes);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::StationConfigMalformed);
        }
    }

    void aFileThatIsTooLargeIsRefusedAlsoWhereItOnlyEndsInSpaces()
    {
        const QByteArray json = toJson(whole());
        const QByteArray fits = json + QByteArray(256 * 1024 - json.size(), ' ');
        QVERIFY(parseStationConfig(fits));
        QVERIFY(!parseStationConfig(fits + ' '));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("station.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fits + ' ');
        file.close();
        QCOMPARE(readStationConfig(file.fileName()).error().code, ErrorCode::StationConfigMalformed);
    }

    void whatThePlatformSaidBecomesTheDescriptionWithoutDevices()
    {
        StationConfig expected = whole();
        expected.devices = {};
        expected.demonstration = false;
        const auto config = stationConfigOf(enrolled(), expected.platformUrl);
        QVERIFY(config);
        QCOMPARE(*config, expected);
    }

    void whatThePlatformLeftOutOrSaidWronglyIsRefused()
    {
        const QStringList keys = enrolled().description.keys();
        for (const QString &key : keys) {
            EnrolledStation station = enrolled();
            station.description.remove(key);
            QVERIFY2(!stationConfigOf(station, whole().platformUrl), qPrintable(key));
        }
        EnrolledStation keyless = enrolled();
        keyless.platformKey.chop(1);
        QVERIFY(!stationConfigOf(keyless, whole().platformUrl));
        EnrolledStation nameless = enrolled();
        nameless.device = {};
        QVERIFY(!stationConfigOf(nameless, whole().platformUrl));
        QVERIFY(!stationConfigOf(enrolled(), QUrl(QStringLiteral("file:///platform"))));
    }

    void theFlowLearnsTheFacts()
    {
        const StationFacts facts = factsOf(whole());
        QCOMPARE(facts.device, whole().device);
        QCOMPARE(facts.site, whole().siteCode);
        QCOMPARE(facts.siteName, whole().siteName);
        QCOMPARE(facts.authority, whole().authorityName);
        QVERIFY(facts.level == whole().level);
        QCOMPARE(facts.region, whole().region);
        QCOMPARE(facts.segment, whole().segment);
        QCOMPARE(facts.window, whole().window);
        QCOMPARE(facts.hotline, whole().citizenHotline);
        QCOMPARE(facts.demonstration, true);
    }

    void aPlaceThatCannotBeReadOrWrittenIsSaid()
    {
        const QTemporaryDir folder;
        QCOMPARE(readStationConfig(folder.filePath(QStringLiteral("missing"))).error().code,
                 ErrorCode::StationConfigUnreadable);
        QCOMPARE(readStationConfig(folder.path()).error().code, ErrorCode::StationConfigUnreadable);
        QCOMPARE(writeStationConfig(folder.filePath(QStringLiteral("no/station.json")), whole()).error().code,
                 ErrorCode::StationConfigUnwritable);
        QCOMPARE(writeStationConfig(folder.path(), whole()).error().code, ErrorCode::StationConfigUnwritable);
    }
};

QTEST_APPLESS_MAIN(tst_stationconfig)
#include "tst_stationconfig.moc"
