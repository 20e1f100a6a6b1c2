#pragma once

#include "devices/DeviceTypes.h"

#include <QStringList>

#include <optional>

// What makers call their sources and colours (DEVICES.md 3.2).

namespace yichuang::sane {

std::optional<ScanSource> sourceCalled(const QString &name);
// The first name for it; nullopt where there is none.
std::optional<QString> nameOfSource(ScanSource source, const QStringList &names);

std::optional<ScanColour> colourCalled(const QString &name);
// The name for it, or for more than it: gray can be made of colour, and black-and-white of gray.
std::optional<QString> nameOfColour(ScanColour colour, const QStringList &names);

} // namespace yichuang::sane
