#include "platform/program/Command.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace yichuang {

namespace {

QString helpOf(const std::vector<Command> &commands)
{
    QString text = QStringLiteral("yichuang-platform COMMAND [options]: the central platform.\n"
                                  "yichuang-platform COMMAND --help lists what a command takes.\n\n");
    for (const Command &command : commands)
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(QLatin1String(command.name), QLatin1String(command.arguments),
                         QLatin1String(command.meaning));
    return text;
}

void declare(QCommandLineParser &parser, const Command &command)
{
    parser.setApplicationDescription(QLatin1String(command.meaning));
    parser.addPositionalArgument(QLatin1String(command.name), QLatin1String(command.meaning),
                                 QLatin1String(command.name) + QLatin1Char(' ') +
                                     QLatin1String(command.arguments));
    parser.addHelpOption();
    for (const CommandOption &option : command.options) {
        QCommandLineOption declared(QLatin1String(option.name), QLatin1String(option.meaning));
        if (option.fallback) {
            declared.setValueName(QLatin1String(option.name));
            declared.setDefaultValue(QLatin1String(option.fallback));
        }
        parser.addOption(declared);
    }
    parser.addOption({QStringLiteral("config"), QStringLiteral("the file of settings"),
                      QStringLiteral("file"), QLatin1String(Settings::standardFile)});
    for (const SettingRule &rule : settingRules())
        parser.addOption({QLatin1String(rule.name), QLatin1String(rule.meaning), QLatin1String(rule.name),
                          QLatin1String(rule.fallback)});
}

QHash<QString, QString> givenSettings(const QCommandLineParser &parser)
{
    QHash<QString, QString> given;
    for (const QString &name : parser.optionNames()) {
        if (name == QLatin1String("config") || settingRule(name))
            given.insert(name, parser.value(name));
    }
    return given;
}

QHash<QString, QString> ownOptions(const QCommandLineParser &parser, const Command &command)
{
    QHash<QString, QString> options;
    for (const CommandOption &option : command.options) {
        const QString name = QLatin1String(option.name);
        if (option.fallback)
            options.insert(name, parser.value(name));
        else if (parser.isSet(name))
            options.insert(name, QString());
    }
    return options;
}

int runOne(const Command &command, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    declare(parser, command);
    if (!parser.parse(arguments))
        return failUsage(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    const auto settings = readSettings(environment, givenSettings(parser));
    if (!settings)
        return fail(settings.error());
    return command.run({*settings, ownOptions(parser, command), parser.positionalArguments().mid(1)});
}

} // namespace

int runCommand(const std::vector<Command> &commands, const QStringList &arguments,
               const QProcessEnvironment &environment)
{
    const QString name = arguments.value(1);
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
        std::fputs(qPrintable(helpOf(commands)), stdout);
        return 0;
    }
    const auto command = std::ranges::find_if(
        commands, [&](const Command &known) { return name == QLatin1String(known.name); });
    return command == commands.end() ? failUsage(name) : runOne(*command, arguments, environment);
}

void printJson(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(logText(error)));
    return 1;
}

int failUsage(const QString &what)
{
    return fail(raise(ErrorCode::PlatformArgumentsWrong, what).value());
}

} // namespace yichuang
