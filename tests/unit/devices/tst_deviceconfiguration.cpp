#include "devices/DeviceConfiguration.h"

#include <QTest>

using namespace yichuang;

namespace {

DeviceConfiguration printer(const QString &id)
{
    return {
        id, QStringLiteral("凭条打印机"), QStringLiteral("printer-escpos"), {{QStringLiteral("port"), 9100}}};
}

} // namespace

class TestDeviceConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devicesComeBackAsTheyWent();
    void noDevicesAreAListToo();
    void aWrongDeviceIsRefused_data();
    void aWrongDeviceIsRefused();
    void anIdIsUsedOnce();
    void limitsHoldToTheUnit();
    void kindsComeBackAsTheyWent();

private:
    static bool isRefused(const QJsonArray &json)
    {
        const auto devices = parseDeviceConfigurations(json);
        return !devices && devices.error().code == ErrorCode::DeviceConfigurationMalformed;
    }
};

void TestDeviceConfiguration::devicesComeBackAsTheyWent()
{
    const QList<DeviceConfiguration> devices{printer(QStringLiteral("a")), printer(QStringLiteral("b-2"))};
    QCOMPARE(parseDeviceConfigurations(toJson(devices)), Result<QList<DeviceConfiguration>>(devices));
}

void TestDeviceConfiguration::noDevicesAreAListToo()
{
    QCOMPARE(parseDeviceConfigurations({}), Result<QList<DeviceConfiguration>>(QList<DeviceConfiguration>()));
}

void TestDeviceConfiguration::aWrongDeviceIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(key) << value;
    };
    row("unknown key", "colour", QStringLiteral("red"));
    row("no id", "id", QJsonValue::Undefined);
    row("empty id", "id", QString());
    row("number for an id", "id", 1);
    row("large letters", "id", QStringLiteral("Printer"));
    row("a space", "id", QStringLiteral("the printer"));
    row("a line's end behind it", "id", QStringLiteral("printer\n"));
    row("Chinese id", "id", QStringLiteral("打印机"));
    row("long id", "id", QString(33, u'a'));
    row("no name", "name", QJsonValue::Undefined);
    row("empty name", "name", QString());
    row("long name", "name", QString(61, u'a'));
    row("no plugin", "plugin", QJsonValue::Undefined);
    row("empty plugin", "plugin", QString());
    row("a plugin elsewhere", "plugin", QStringLiteral("../evil"));
    row("a plugin with a dot", "plugin", QStringLiteral("a.so"));
    row("a plugin with a null", "plugin", QString(QChar(0)));
    row("long plugin", "plugin", QString(49, u'a'));
    row("no settings", "settings", QJsonValue::Undefined);
    row("settings in a list", "settings", QJsonArray());
    row("settings as text", "settings", QStringLiteral("{}"));
}

void TestDeviceConfiguration::aWrongDeviceIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson({printer(QStringLiteral("a"))}).first().toObject();
    QVERIFY(parseDeviceConfigurations({json}));
    json.insert(key, value);
    QVERIFY(isRefused({json}));
    QVERIFY(isRefused({toJson({printer(QStringLiteral("b"))}).first(), json}));
}

void TestDeviceConfiguration::anIdIsUsedOnce()
{
    QVERIFY(isRefused(toJson({printer(QStringLiteral("a")), printer(QStringLiteral("a"))})));
    QVERIFY(isRefused({QJsonValue(1)}));
    QVERIFY(isRefused({QJsonValue()}));
}

void TestDeviceConfiguration::limitsHoldToTheUnit()
{
    DeviceConfiguration longest = printer(QString(32, u'a'));
    longest.name = QString(60, u'长');
    longest.plugin = QString(48, u'p');
    QVERIFY(parseDeviceConfigurations(toJson({longest})));
    QList<DeviceConfiguration> devices;
    for (int number = 0; number < 32; ++number)
        devices << printer(QString::number(number));
    QVERIFY(parseDeviceConfigurations(toJson(devices)));
    devices << printer(QStringLiteral("one-more"));
    QVERIFY(isRefused(toJson(devices)));
}

void TestDeviceConfiguration::kindsComeBackAsTheyWent()
{
    for (const auto kind : {DeviceKind::IdCardReader, DeviceKind::Scanner, DeviceKind::ReceiptPrinter,
                            DeviceKind::DocumentPrinter})
        QCOMPARE(deviceKindNamed(nameOf(kind)), std::optional(kind));
    QCOMPARE(deviceKindNamed(QStringLiteral("Scanner")), std::nullopt);
    QCOMPARE(deviceKindNamed({}), std::nullopt);
}

QTEST_GUILESS_MAIN(TestDeviceConfiguration)
#include "tst_deviceconfiguration.moc"
