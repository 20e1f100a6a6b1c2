#include "workstation/Options.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>

namespace yichuang {

namespace {

struct Known
{
    const char *name;
    const char *value; // empty: a switch
    const char *what;
};

constexpr Known known[] = {
    {"profile", "folder", "the station's folder; without it, the user's own"},
    {"passphrase-file", "file", "opens the station's data with the passphrase in this file"},
    {"keyring", "", "enrol: the desktop's keyring opens the data from now on"},
    {"enrol", "address", "makes this machine a station of the platform at this address"},
    {"code", "code", "enrol: the one-time code"},
    {"devices", "file", "enrol: the station's devices"},
    {"add-clerk", "number", "makes or replaces the account of a clerk"},
    {"name", "name", "add a clerk: the name"},
    {"role", "role", "add a clerk: clerk or supervisor"},
    {"password-file", "file", "add a clerk: the file with the password"},
    {"tour", "folder", "drives the windows with real keys and leaves pictures in this folder"},
    {"tour-script", "name", "what the tour does: hall or village"},
    {"tour-commands", "folder", "the commands that lay cards and cut the line"},
    {"help", "", "this text"},
};

void addTo(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("The comprehensive window's workstation."));
    for (const Known &option : known) {
        QCommandLineOption made(QLatin1String(option.name), QLatin1String(option.what));
        if (*option.value)
            made.setValueName(QLatin1String(option.value));
        parser.addOption(made);
    }
}

QString ownProfile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/yichuang");
}

// Refused before the code is used up for a station that could not be described.
bool isPlatform(const QUrl &address)
{
    return address.isValid() && !address.host().isEmpty() && address.userInfo().isEmpty() &&
           (address.scheme() == u"http" || address.scheme() == u"https");
}

// The first word that is missing for what is asked; empty where all is there.
QString missingWord(const Options &options)
{
    switch (options.action) {
    case Options::Action::Enrol:
        if (!isPlatform(options.platform))
            return QStringLiteral("--enrol");
        if (!options.staffNumber.isEmpty())
            return QStringLiteral("--add-clerk");
        return options.code.isEmpty() ? QStringLiteral("--code") : QString();
    case Options::Action::AddClerk:
        if (options.staffNumber.isEmpty())
            return QStringLiteral("--add-clerk");
        if (options.clerkName.isEmpty())
            return QStringLiteral("--name");
        return options.passwordFile.isEmpty() ? QStringLiteral("--password-file") : QString();
    case Options::Action::Work:
        if (!options.tourFolder.isEmpty() && options.tourScript != u"hall" &&
            options.tourScript != u"village")
            return QStringLiteral("--tour-script");
        return {};
    case Options::Action::Help:
        return {};
    }
    return {};
}

Options read(const QCommandLineParser &parser)
{
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    Options options;
    options.profile =
        QFileInfo(value("profile").isEmpty() ? ownProfile() : value("profile")).absoluteFilePath();
    options.passphraseFile = value("passphrase-file");
    options.useKeyring = parser.isSet(QStringLiteral("keyring"));
    options.platform = QUrl(value("enrol"), QUrl::StrictMode);
    options.code = value("code");
    options.devicesFile = value("devices");
    options.staffNumber = value("add-clerk");
    options.clerkName = value("name");
    options.role = value("role").isEmpty() ? QStringLiteral("clerk") : value("role");
    options.passwordFile = value("password-file");
    options.tourFolder = value("tour");
    options.tourScript = value("tour-script");
    options.tourCommands = value("tour-commands");
    if (parser.isSet(QStringLiteral("help")))
        options.action = Options::Action::Help;
    else if (parser.isSet(QStringLiteral("enrol")))
        options.action = Options::Action::Enrol;
    else if (parser.isSet(QStringLiteral("add-clerk")))
        options.action = Options::Action::AddClerk;
    return options;
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addTo(parser);
    QString wrong = parser.parse(arguments) ? parser.positionalArguments().value(0) : parser.errorText();
    Options options = read(parser);
    if (wrong.isEmpty())
        wrong = missingWord(options);
    if (!wrong.isEmpty())
        return raise(ErrorCode::OptionsWrong, wrong);
    return options;
}

QString helpText()
{
    QString text = QStringLiteral("yichuang: the comprehensive window's workstation\n\n");
    for (const Known &option : known) {
        QString words = QStringLiteral("  --") + QLatin1String(option.name);
        if (*option.value)
            words += QStringLiteral(" <%1>").arg(QLatin1String(option.value));
        text += words.leftJustified(30) + QLatin1String(option.what) + u'\n';
    }
    return text;
}

} // namespace yichuang
