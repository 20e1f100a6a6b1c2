#include "Places.h"
#include "platform/program/Commands.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;

// Where the platform's settings come from, which one wins, and what is refused.
class TestSettings : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QByteArray &text)
    {
        QFile file(m_folder.filePath(QStringLiteral("platform.conf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file cannot be written");
        return file.fileName();
    }

    static QString shell(const QStringList &arguments, int expected)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang-platform"), arguments);
        process.waitForFinished();
        const QString printed = QString::fromUtf8(process.readAll());
        return process.exitCode() == expected
                   ? printed
                   : QStringLiteral("exit %1: %2").arg(process.exitCode()).arg(printed);
    }

private Q_SLOTS:
    void optionsWinOverTheEnvironmentAndThatOverTheFile()
    {
        const QString path = file("# the hall's\nport = 1\naddress = 10.0.0.1\ndata=/file\n");
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("YICHUANG_PLATFORM_PORT"), QStringLiteral("2"));
        environment.insert(QStringLiteral("YICHUANG_PLATFORM_ADDRESS"), QStringLiteral("10.0.0.2"));
        environment.insert(QStringLiteral("HOME"), QStringLiteral("/nobody"));
        const auto settings = readSettings(
            environment, {{QStringLiteral("config"), path}, {QStringLiteral("port"), QStringLiteral("3")}});
        QVERIFY(settings.has_value());
        QCOMPARE(settings->number("port"), 3);
        QCOMPARE(settings->text("address"), QStringLiteral("10.0.0.2"));
        QCOMPARE(settings->text("data"), QStringLiteral("/file"));
    }

    void theEnvironmentMayNameTheFile()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("YICHUANG_PLATFORM_CONFIG"), file("port = 7\n"));
        QCOMPARE(readSettings(environment, {}).value().number("port"), 7);
    }

    void whatNobodyKnowsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        const auto wrong = ErrorCode::PlatformSettingWrong;
        QTest::newRow("unknown name") << QByteArray("prot = 1\n") << wrong;
        QTest::newRow("no number") << QByteArray("port = many\n") << wrong;
        QTest::newRow("number with a tail") << QByteArray("port = 80x\n") << wrong;
        QTest::newRow("beyond the range") << QByteArray("port = 65536\n") << wrong;
        QTest::newRow("below the range") << QByteArray("port = -1\n") << wrong;
        QTest::newRow("a section") << QByteArray("[http]\nport = 1\n") << wrong;
        QTest::newRow("twice") << QByteArray("port = 1\nport = 2\n") << ErrorCode::PlatformSettingsUnreadable;
        QTest::newRow("no value") << QByteArray("port\n") << ErrorCode::PlatformSettingsUnreadable;
    }
    void whatNobodyKnowsIsRefused()
    {
        QFETCH(QByteArray, text);
        Settings settings;
        const auto done = settings.readFile(file(text));
        QVERIFY(!done);
        QTEST(done.error().code, "code");
    }

    void aMissingFileIsNotAnEmptyOne()
    {
        Settings settings;
        QCOMPARE(settings.readFile(m_folder.filePath(QStringLiteral("none"))).error().code,
                 ErrorCode::PlatformSettingsUnreadable);
    }

    void aMisspeltVariableIsRefused()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("YICHUANG_PLATFORM_PROT"), QStringLiteral("2"));
        QCOMPARE(readSettings(environment, {}).error().code, ErrorCode::PlatformSettingWrong);
    }

    void fallbacksFitTheirOwnRules()
    {
        Settings settings;
        for (const SettingRule &rule : settingRules())
            QVERIFY2(settings.set(QLatin1String(rule.name), QLatin1String(rule.fallback)), rule.name);
    }

    // The example is the documentation: each setting stands in it with its fallback, and it is taken as it
    // is.
    void theExampleNamesEverySetting()
    {
        QFile example(QStringLiteral(YICHUANG_SOURCE_DIR "/packaging/platform/platform.conf.example"));
        QVERIFY(example.open(QIODevice::ReadOnly));
        const QByteArray text = example.readAll();
        for (const SettingRule &rule : settingRules()) {
            const QByteArray line = QByteArray("\n#") + rule.name + " = " + rule.fallback;
            QVERIFY2(text.contains((line.trimmed().prepend('\n')) + '\n'), line.constData());
        }
        Settings settings;
        QVERIFY(settings.readFile(example.fileName()).has_value());
    }

    void everyCommandHasItsHelp()
    {
        const QString all = shell({QStringLiteral("--help")}, 0);
        for (const Command &command : platformCommands()) {
            QVERIFY2(all.contains(QLatin1String(command.name)), command.name);
            const QString one = shell({QLatin1String(command.name), QStringLiteral("--help")}, 0);
            QVERIFY2(one.contains(QLatin1String(command.meaning).left(20)), qPrintable(one));
            QVERIFY2(one.contains(QLatin1String("--data")), qPrintable(one));
        }
    }

    void aWrongCommandLineHasItsCode_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("unknown command") << QStringList{QStringLiteral("sevre")};
        QTest::newRow("unknown option") << QStringList{QStringLiteral("status"), QStringLiteral("--daat")};
        QTest::newRow("another's option")
            << QStringList{QStringLiteral("status"), QStringLiteral("--segment"), QStringLiteral("W01")};
        QTest::newRow("no folder") << QStringList{QStringLiteral("status")};
    }
    void aWrongCommandLineHasItsCode()
    {
        QFETCH(QStringList, arguments);
        QVERIFY(shell(arguments, 1).startsWith(shortCode(ErrorCode::PlatformArgumentsWrong)));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_http_settings.moc"
