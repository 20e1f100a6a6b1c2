#pragma once

#include "base/Id.h"
#include "catalog/Item.h"

#include <QString>

namespace yichuang {

// What the flow must know of where it runs: whose papers, whose numbers.
struct StationFacts
{
    DeviceId device;
    QString site; // code
    QString siteName;
    QString authority; // in whose name papers are given
    AdminLevel level = AdminLevel::County;
    QString region;  // six digits
    QString segment; // "W03", "C17"
    QString window;  // "03"; empty at a village station
    QString hotline;
    bool demonstration = false; // marks every paper 示例
    bool operator==(const StationFacts &) const = default;
};

// Who is at the window now.
struct ClerkFacts
{
    QString staffNumber;
    QString name;
    bool operator==(const ClerkFacts &) const = default;
};

} // namespace yichuang
