#include "ToolOptions.h"

#include "ConfiguredDevices.h"
#include "ToolText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace yichuang {

namespace {

using Command = ToolOptions::Command;
using Wrong = tl::unexpected<EarlyEnd>;

struct Option
{
    const char *name;
    const char *text;
    const char *value;    // what it takes; nullptr for none
    const char *commands; // which take it; nullptr for all
};

constexpr std::array options{Option{"devices", tooltext::devices, "file", nullptr},
                             Option{"plugin", tooltext::plugin, "name", nullptr},
                             Option{"settings", tooltext::settings, "json", nullptr},
                             Option{"plugins", tooltext::plugins, "folder", nullptr},
                             Option{"json", tooltext::json, nullptr, nullptr},
                             Option{"device", tooltext::device, "id", "read-card scan print-test"},
                             Option{"timeout", tooltext::timeout, "seconds", "list read-card"},
                             Option{"whole", tooltext::whole, nullptr, "read-card"},
                             Option{"source", tooltext::source, "source", "scan"},
                             Option{"colour", tooltext::colour, "colour", "scan"},
                             Option{"dpi", tooltext::dpi, "number", "scan"},
                             Option{"single", tooltext::single, nullptr, "scan"},
                             Option{"output", tooltext::output, "folder", "scan"}};

constexpr std::array commands{std::pair{"list", Command::List}, std::pair{"read-card", Command::ReadCard},
                              std::pair{"scan", Command::Scan}, std::pair{"print-test", Command::PrintTest}};
constexpr std::array sources{std::pair{"flatbed", ScanSource::Flatbed},
                             std::pair{"feeder", ScanSource::Feeder},
                             std::pair{"duplex", ScanSource::FeederDuplex}};
constexpr std::array colours{std::pair{"colour", ScanColour::Colour}, std::pair{"gray", ScanColour::Gray},
                             std::pair{"bw", ScanColour::BlackWhite}};

template <typename Names>
auto named(const Names &names, const QString &word)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto &each) { return word == QLatin1String(each.first); });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

template <typename... Words>
EarlyEnd wrong(const char *sentence, const Words &...words)
{
    QString text = QLatin1String(sentence);
    ((text = text.arg(words)), ...);
    return {text, ending::wrongUse};
}

// Reads the values of options and remembers the first that is not allowed.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser)
        : m_parser(parser)
    {}
    template <typename Names, typename Value>
    void word(const char *option, const Names &names, Value &value)
    {
        if (const auto read = named(names, text(option)))
            value = *read;
        else if (isSet(option))
            refuse(option);
    }
    int number(const char *option, int least, int most, int otherwise)
    {
        bool isNumber = false;
        const int number = text(option).toInt(&isNumber);
        if (!isSet(option))
            return otherwise;
        if (!isNumber || number < least || number > most)
            refuse(option);
        return number;
    }
    bool isSet(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    QString text(const char *option) const { return m_parser.value(QLatin1String(option)); }
    const std::optional<EarlyEnd> &refused() const { return m_refused; }

private:
    void refuse(const char *option)
    {
        if (!m_refused)
            m_refused = wrong(tooltext::wrongValue, QString(QLatin1String(option)), text(option));
    }
    const QCommandLineParser &m_parser;
    std::optional<EarlyEnd> m_refused;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QLatin1String(tooltext::about));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("command"), QLatin1String(tooltext::command));
    for (const Option &option : options) {
        const QString text = QLatin1String(option.text);
        const QString takers = QString(QLatin1String(option.commands)).replace(u' ', QStringLiteral(", "));
        parser.addOption({QLatin1String(option.name),
                          takers.isEmpty() ? text : QStringLiteral("%1: %2").arg(takers, text),
                          QLatin1String(option.value)});
    }
}

std::optional<EarlyEnd> foreignOption(const QCommandLineParser &parser, const QString &command)
{
    for (const Option &option : options) {
        const QString takers = QLatin1String(option.commands);
        if (parser.isSet(QLatin1String(option.name)) && option.commands &&
            !takers.split(u' ').contains(command))
            return wrong(tooltext::foreignOption, command, QString(QLatin1String(option.name)));
    }
    return std::nullopt;
}

tl::expected<ToolOptions, EarlyEnd> readValues(const QCommandLineParser &parser, const QString &name)
{
    Values values(parser);
    ToolOptions read;
    read.command = *named(commands, name);
    read.device = values.text("device");
    read.json = values.isSet("json");
    read.whole = values.isSet("whole");
    read.timeout = std::chrono::seconds(values.number("timeout", 1, 3600, int(read.timeout.count())));
    values.word("source", sources, read.scan.source);
    values.word("colour", colours, read.scan.colour);
    read.scan.dpi = values.number("dpi", 75, 600, read.scan.dpi);
    read.scan.single = values.isSet("single");
    read.output = values.text("output");
    read.programs = hostProgramsIn(QCoreApplication::applicationDirPath());
    // The host process runs elsewhere, where a relative path would name another folder.
    if (values.isSet("plugins"))
        read.programs.plugins = QFileInfo(values.text("plugins")).absoluteFilePath();
    if (values.refused())
        return Wrong(*values.refused());
    if (read.command == Command::Scan && read.output.isEmpty())
        return Wrong(wrong(tooltext::optionNeeded, name, QStringLiteral("output")));
    if (!QFileInfo(read.programs.host).isExecutable())
        return Wrong(wrong(tooltext::hostMissing, read.programs.host));
    return read;
}

} // namespace

tl::expected<ToolOptions, EarlyEnd> readToolOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Wrong({parser.errorText(), ending::wrongUse});
    if (parser.isSet(QStringLiteral("help")))
        return Wrong({parser.helpText(), ending::done});
    const QString command = parser.positionalArguments().value(0);
    if (parser.positionalArguments().size() != 1 || !named(commands, command))
        return Wrong(wrong(tooltext::unknownCommand));
    if (const auto foreign = foreignOption(parser, command))
        return Wrong(*foreign);
    auto read = readValues(parser, command);
    if (!read)
        return read;
    auto devices =
        configuredDevices({parser.value(QStringLiteral("devices")), parser.value(QStringLiteral("plugin")),
                           parser.value(QStringLiteral("settings"))});
    if (!devices)
        return Wrong({devices.error(), ending::wrongUse});
    read->devices = *devices;
    const bool known = std::any_of(devices->begin(), devices->end(),
                                   [&](const DeviceConfiguration &each) { return each.id == read->device; });
    if (!read->device.isEmpty() && !known)
        return Wrong(wrong(tooltext::noSuchDevice, read->device));
    return read;
}

} // namespace yichuang
