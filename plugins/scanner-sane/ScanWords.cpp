#include "ScanWords.h"

#include <algorithm>

namespace yichuang::sane {

namespace {

bool holdsOneOf(const QString &name, std::initializer_list<const char *> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](const char *part) {
        return name.contains(QLatin1String(part), Qt::CaseInsensitive);
    });
}

template <typename Value, typename Called>
std::optional<QString> firstCalled(Value value, const QStringList &names, Called called)
{
    for (const QString &name : names) {
        if (called(name) == value)
            return name;
    }
    return std::nullopt;
}

} // namespace

std::optional<ScanSource> sourceCalled(const QString &name)
{
    if (holdsOneOf(name, {"duplex"}))
        return ScanSource::FeederDuplex;
    if (holdsOneOf(name, {"feeder", "adf"}))
        // The back alone is no way to scan a sheet.
        return holdsOneOf(name, {"back"}) ? std::nullopt : std::optional(ScanSource::Feeder);
    if (holdsOneOf(name, {"flatbed", "normal", "auto", "table", "platen"}))
        return ScanSource::Flatbed;
    return std::nullopt;
}

std::optional<QString> nameOfSource(ScanSource source, const QStringList &names)
{
    return firstCalled(std::optional(source), names, sourceCalled);
}

std::optional<ScanColour> colourCalled(const QString &name)
{
    if (holdsOneOf(name, {"lineart", "black", "binary", "mono"}))
        return ScanColour::BlackWhite;
    if (holdsOneOf(name, {"gray", "grey"}))
        return ScanColour::Gray;
    if (holdsOneOf(name, {"color", "colour"}))
        return ScanColour::Colour;
    return std::nullopt;
}

std::optional<QString> nameOfColour(ScanColour colour, const QStringList &names)
{
    // From what was asked to what holds more.
    for (const ScanColour enough : {ScanColour::BlackWhite, ScanColour::Gray, ScanColour::Colour}) {
        if (int(enough) > int(colour))
            continue;
        if (const auto name = firstCalled(std::optional(enough), names, colourCalled))
            return name;
    }
    return std::nullopt;
}

} // namespace yichuang::sane
