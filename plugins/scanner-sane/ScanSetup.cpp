#include "ScanSetup.h"

#include "SaneErrors.h"
#include "ScanWords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace yichuang::sane {

namespace {

constexpr std::array usualDpi{75, 100, 150, 200, 300, 400, 600};

QString modeOption()
{
    return QStringLiteral("mode");
}

// Switches of a feeder that turns its sheets.
QStringList bothSides()
{
    return {QStringLiteral("duplex"), QStringLiteral("scan-both-sides")};
}

QStringList sideModes()
{
    return {QStringLiteral("adf-mode"), QStringLiteral("ScanMode")};
}

bool isSideFlag(const SaneOptions &options, const QString &name)
{
    return options.has(name) && options.isFlag(name);
}

bool isSideMode(const SaneOptions &options, const QString &name)
{
    const QStringList words = options.words(name);
    return words.contains(u"Duplex") && words.contains(u"Simplex");
}

QString sourceOption(const SaneOptions &options)
{
    return options.has(QStringLiteral("doc-source")) ? QStringLiteral("doc-source")
                                                     : QStringLiteral("source");
}

bool canBothSides(const SaneOptions &options)
{
    const QStringList flags = bothSides();
    const QStringList modes = sideModes();
    return std::any_of(flags.begin(), flags.end(),
                       [&](const QString &name) { return isSideFlag(options, name); }) ||
           std::any_of(modes.begin(), modes.end(),
                       [&](const QString &name) { return isSideMode(options, name); });
}

Result<void> setSides(SaneOptions &options, bool both)
{
    const QStringList flags = bothSides();
    for (const QString &name : flags) {
        if (isSideFlag(options, name))
            return options.setFlag(name, both);
    }
    const QStringList modes = sideModes();
    for (const QString &name : modes) {
        if (isSideMode(options, name))
            return options.setWord(name, both ? QStringLiteral("Duplex") : QStringLiteral("Simplex"));
    }
    return both ? Result<void>(settingsRefused(QStringLiteral("both sides"))) : Result<void>();
}

Result<void> setSource(SaneOptions &options, ScanSource source)
{
    const QString option = sourceOption(options);
    const QStringList names = options.words(option);
    const auto whole = nameOfSource(source, names);
    // Both sides may be a switch of the feeder instead of a source.
    const bool bySwitch = !whole && source == ScanSource::FeederDuplex;
    const auto name = bySwitch ? nameOfSource(ScanSource::Feeder, names) : whole;
    if (!names.isEmpty()) {
        if (!name)
            return settingsRefused(option);
        if (const auto set = options.setWord(option, *name); !set)
            return set;
    }
    return setSides(options, bySwitch || (names.isEmpty() && source == ScanSource::FeederDuplex));
}

Result<void> setColour(SaneOptions &options, ScanColour colour)
{
    const QStringList names = options.words(modeOption());
    if (names.isEmpty())
        return {};
    const auto name = nameOfColour(colour, names);
    if (!name)
        return settingsRefused(modeOption());
    return options.setWord(modeOption(), *name);
}

Result<int> setResolution(SaneOptions &options, int dpi)
{
    for (const QString &name : {QStringLiteral("resolution"), QStringLiteral("x-resolution")}) {
        if (!options.has(name))
            continue;
        if (const auto set = options.setNumber(name, dpi); !set)
            return passOn(set);
        if (options.has(QStringLiteral("y-resolution"))) {
            if (const auto set = options.setNumber(QStringLiteral("y-resolution"), dpi); !set)
                return passOn(set);
        }
        return int(std::lround(options.number(name).value_or(dpi)));
    }
    return dpi;
}

Result<void> setDepth(SaneOptions &options)
{
    const QString depth = QStringLiteral("depth");
    const QList<int> depths = options.numbers(depth);
    return options.has(depth) && depths.contains(8) ? options.setNumber(depth, 8) : Result<void>();
}

// A corner as far out as the paper, or as the scanner reaches.
Result<void> setEdge(SaneOptions &options, const char *option, double mm, int dpi)
{
    const QString name = QString::fromLatin1(option);
    const auto range = options.range(name);
    if (!options.has(name) || !range)
        return {};
    const double wanted = options.isInPixels(name) ? mm * dpi / 25.4 : mm;
    return options.setNumber(name, std::clamp(wanted, range->least, range->most));
}

Result<void> setArea(SaneOptions &options, const SaneProfile &profile, int dpi)
{
    const std::array edges{std::pair{"page-width", double(profile.widthMm)},
                           std::pair{"page-height", double(profile.heightMm)},
                           std::pair{"tl-x", 0.0},
                           std::pair{"tl-y", 0.0},
                           std::pair{"br-x", double(profile.widthMm)},
                           std::pair{"br-y", double(profile.heightMm)}};
    for (const auto &[name, mm] : edges) {
        if (const auto set = setEdge(options, name, mm, dpi); !set)
            return set;
    }
    return {};
}

} // namespace

Scanner::Offer offerOf(const SaneOptions &options)
{
    Scanner::Offer offer;
    const QStringList sources = options.words(sourceOption(options));
    for (const ScanSource source : {ScanSource::Flatbed, ScanSource::Feeder, ScanSource::FeederDuplex}) {
        if (nameOfSource(source, sources))
            offer.sources << source;
    }
    if (sources.isEmpty())
        offer.sources << ScanSource::Feeder;
    if (!offer.sources.contains(ScanSource::FeederDuplex) && offer.sources.contains(ScanSource::Feeder) &&
        canBothSides(options))
        offer.sources << ScanSource::FeederDuplex;
    const QStringList modes = options.words(modeOption());
    for (const ScanColour colour : {ScanColour::Colour, ScanColour::Gray, ScanColour::BlackWhite}) {
        if (modes.isEmpty() || nameOfColour(colour, modes))
            offer.colours << colour;
    }
    const QString resolution = QStringLiteral("resolution");
    const auto range = options.range(resolution);
    const QList<int> list = options.numbers(resolution);
    for (const int dpi : usualDpi) {
        if ((range && dpi >= range->least && dpi <= range->most) || list.contains(dpi))
            offer.dpi << dpi;
    }
    return offer;
}

Result<int> setUp(SaneOptions &options, const ScanSettings &settings, const SaneProfile &profile)
{
    if (const auto set = setSource(options, settings.source); !set)
        return passOn(set);
    if (const auto set = setColour(options, settings.colour); !set)
        return passOn(set);
    const auto dpi = setResolution(options, settings.dpi);
    if (!dpi)
        return dpi;
    if (const auto set = setDepth(options); !set)
        return passOn(set);
    if (const auto set = setArea(options, profile, *dpi); !set)
        return passOn(set);
    return dpi;
}

} // namespace yichuang::sane
