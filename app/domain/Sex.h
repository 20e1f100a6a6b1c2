#pragma once

#include <QString>

#include <optional>

namespace yichuang {

// GB/T 2261.1; the numbers are those on the card and in data.
enum class Sex
{
    Unknown = 0,
    Male = 1,
    Female = 2,
    Unstated = 9,
};

QString toCode(Sex sex); // "1"
std::optional<Sex> sexFromCode(QStringView code);

} // namespace yichuang
