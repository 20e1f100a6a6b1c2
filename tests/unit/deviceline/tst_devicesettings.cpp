#include "devices/DeviceSettings.h"

#include <QTest>

using namespace yichuang;

class TestDeviceSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingSettingsHaveTheirDefaults();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();
    void aKeyThatWasNotAskedForIsNamed();
};

void TestDeviceSettings::missingSettingsHaveTheirDefaults()
{
    DeviceSettings settings({});
    QCOMPARE(settings.text(QStringLiteral("host"), QStringLiteral("here")), QStringLiteral("here"));
    QCOMPARE(settings.word(QStringLiteral("line"), {QStringLiteral("tcp")}, QStringLiteral("tcp")),
             QStringLiteral("tcp"));
    QCOMPARE(settings.number(QStringLiteral("port"), 1, 65535, 9100), 9100);
    QCOMPARE(settings.flag(QStringLiteral("cutter"), true), true);
    QCOMPARE(settings.wrong(), QString());
}

void TestDeviceSettings::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &wrong) {
        QTest::newRow(name) << QJsonObject{{key, value}} << wrong;
    };
    row("fits", QStringLiteral("port"), 80, {});
    row("too small", QStringLiteral("port"), 0, QStringLiteral("port"));
    row("too large", QStringLiteral("port"), 65536, QStringLiteral("port"));
    row("no whole number", QStringLiteral("port"), 1.5, QStringLiteral("port"));
    row("text for a number", QStringLiteral("port"), QStringLiteral("80"), QStringLiteral("port"));
    row("unknown word", QStringLiteral("line"), QStringLiteral("lpt"), QStringLiteral("line"));
    row("too long", QStringLiteral("host"), QString(201, u'a'), QStringLiteral("host"));
    row("none of the choices", QStringLiteral("paper"), 60, QStringLiteral("paper"));
    row("text for a choice", QStringLiteral("paper"), QStringLiteral("58"), QStringLiteral("paper"));
    row("number for a flag", QStringLiteral("cutter"), 1, QStringLiteral("cutter"));
}

void TestDeviceSettings::whatDoesNotFitIsNamed()
{
    QFETCH(QJsonObject, json);
    DeviceSettings settings(json);
    settings.text(QStringLiteral("host"), {});
    settings.word(QStringLiteral("line"), {QStringLiteral("tcp")}, QStringLiteral("tcp"));
    settings.number(QStringLiteral("port"), 1, 65535, 9100);
    settings.choice(QStringLiteral("paper"), {58, 80}, 80);
    settings.flag(QStringLiteral("cutter"), true);
    QTEST(settings.wrong(), "wrong");
}

void TestDeviceSettings::aKeyThatWasNotAskedForIsNamed()
{
    DeviceSettings settings({{QStringLiteral("host"), QStringLiteral("a")}, {QStringLiteral("hots"), 1}});
    settings.text(QStringLiteral("host"), {});
    QCOMPARE(settings.wrong(), QStringLiteral("hots"));
}

QTEST_GUILESS_MAIN(TestDeviceSettings)
#include "tst_devicesettings.moc"
