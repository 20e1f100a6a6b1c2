#pragma once

#include "platform/program/Settings.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace yichuang {

// What a command was given.
struct CommandLine
{
    Settings settings;
    QHash<QString, QString> options; // the command's own; fallbacks where one was not given
    QStringList arguments;           // after the command's name

    QString option(const char *name) const { return options.value(QLatin1String(name)); }
    bool has(const char *name) const { return options.contains(QLatin1String(name)); }
};

struct CommandOption
{
    const char *name;
    const char *meaning;
    const char *fallback = ""; // null for an option that takes no value
};

// One subject of the program; each stands in a file of its own and is named in Commands.cpp.
struct Command
{
    const char *name;
    const char *arguments; // such as "FILE", for the help
    const char *meaning;
    std::vector<CommandOption> options;
    // The exit code. It may use the name of no other command's options.
    std::function<int(const CommandLine &)> run;
};

// The program: finds the command, reads its options and the settings, runs it. `arguments` begins with the
// program's name.
int runCommand(const std::vector<Command> &commands, const QStringList &arguments,
               const QProcessEnvironment &environment);

// One line of JSON on the standard output.
void printJson(const QJsonObject &object);
// The failure on the standard error output; the exit code.
int fail(const Error &error);
// What is wrong with the command line.
int failUsage(const QString &what);

} // namespace yichuang
