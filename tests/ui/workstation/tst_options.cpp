#include "workstation/Options.h"

#include <QDir>
#include <QTest>

using namespace yichuang;

namespace {

Result<Options> parse(const QString &line)
{
    return parseOptions(QStringList(QStringLiteral("yichuang")) + line.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class tst_options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutWordsTheWindowOpensInTheUsersOwnFolder()
    {
        const auto options = parse({});
        QVERIFY(options);
        QCOMPARE(options->action, Options::Action::Work);
        QVERIFY(QDir::isAbsolutePath(options->profile));
        QCOMPARE(QDir(options->profile).dirName(), QStringLiteral("yichuang"));
        QVERIFY(options->passphraseFile.isEmpty() && options->tourFolder.isEmpty());
        QVERIFY(!options->useKeyring);
    }

    void aProfileIsMadeAbsolute()
    {
        const auto options = parse(QStringLiteral("--profile here --passphrase-file /p"));
        QVERIFY(options);
        QCOMPARE(options->profile, QDir::current().absoluteFilePath(QStringLiteral("here")));
        QCOMPARE(options->passphraseFile, QStringLiteral("/p"));
    }

    void aStationIsEnrolled()
    {
        const auto options = parse(
            QStringLiteral("--enrol https://platform.example:8443/ --code AB-12 --devices d.json --keyring"));
        QVERIFY(options);
        QCOMPARE(options->action, Options::Action::Enrol);
        QCOMPARE(options->platform, QUrl(QStringLiteral("https://platform.example:8443/")));
        QCOMPARE(options->code, QStringLiteral("AB-12"));
        QCOMPARE(options->devicesFile, QStringLiteral("d.json"));
        QVERIFY(options->useKeyring);
    }

    void aClerkIsAddedAsClerkUnlessTheRoleIsNamed()
    {
        const QString line = QStringLiteral("--add-clerk 0317 --name Example --password-file p");
        const auto clerk = parse(line);
        QVERIFY(clerk);
        QCOMPARE(clerk->action, Options::Action::AddClerk);
        QCOMPARE(clerk->staffNumber, QStringLiteral("0317"));
        QCOMPARE(clerk->clerkName, QStringLiteral("Example"));
        QCOMPARE(clerk->passwordFile, QStringLiteral("p"));
        QCOMPARE(clerk->role, QStringLiteral("clerk"));
        QCOMPARE(parse(line + QStringLiteral(" --role supervisor"))->role, QStringLiteral("supervisor"));
    }

    void aTourNamesItsScript()
    {
        const auto tour = parse(QStringLiteral("--tour out --tour-script hall --tour-commands c"));
        QVERIFY(tour);
        QCOMPARE(tour->action, Options::Action::Work);
        QCOMPARE(tour->tourFolder, QStringLiteral("out"));
        QCOMPARE(tour->tourScript, QStringLiteral("hall"));
        QCOMPARE(tour->tourCommands, QStringLiteral("c"));
        QVERIFY(parse(QStringLiteral("--tour out --tour-script village")));
    }

    void helpNeedsNothingElseAndNamesEveryWord()
    {
        const auto help = parse(QStringLiteral("--enrol nowhere --help"));
        QVERIFY(help);
        QCOMPARE(help->action, Options::Action::Help);
        for (const char *word : {"profile", "passphrase-file", "keyring", "enrol", "code", "devices",
                                 "add-clerk", "name", "role", "password-file", "tour", "help"})
            QVERIFY2(helpText().contains(QStringLiteral("  --") + QLatin1String(word)), word);
    }

    void whatDoesNotFitIsRefusedByItsWord_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *line, const char *word) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(word);
        };
        row("--enrol http://p --code", "code");
        row("--enrol http://p", "--code");
        row("--enrol platform --code c", "--enrol");
        row("--enrol http:// --code c", "--enrol");
        row("--enrol http://p:99999 --code c", "--enrol");
        row("--enrol ftp://p --code c", "--enrol");
        row("--enrol http://user:secret@p --code c", "--enrol");
        row("--enrol file:///p --code c", "--enrol");
        row("--enrol http://p --code c --add-clerk 0317 --name n --password-file p", "--add-clerk");
        row("--add-clerk 0317 --password-file p", "--name");
        row("--add-clerk 0317 --name n", "--password-file");
        row("--tour out", "--tour-script");
        row("--tour out --tour-script city", "--tour-script");
        row("--profil here", "profil");
        row("--keyring=yes", "keyring");
        row("stray", "stray");
        row("--profile here stray", "stray");
    }
    void whatDoesNotFitIsRefusedByItsWord()
    {
        QFETCH(QString, line);
        QFETCH(QString, word);
        const auto options = parse(line);
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::OptionsWrong);
        QVERIFY2(options.error().detail.contains(word), qPrintable(options.error().detail));
    }

    void anEmptyNumberIsNoClerk()
    {
        const auto options = parseOptions({QStringLiteral("yichuang"), QStringLiteral("--add-clerk"),
                                           QString(), QStringLiteral("--name"), QStringLiteral("n"),
                                           QStringLiteral("--password-file"), QStringLiteral("p")});
        QVERIFY(!options);
        QCOMPARE(options.error().detail, QStringLiteral("--add-clerk"));
    }
};

QTEST_APPLESS_MAIN(tst_options)
#include "tst_options.moc"
