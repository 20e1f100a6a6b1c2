#pragma once

#include "devices/DeviceHost.h"

#include <chrono>

namespace yichuang {

// How the program ends.
namespace ending {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int wrongUse = 2;
inline constexpr int unconfirmed = 3;
} // namespace ending

struct ToolOptions
{
    enum class Command
    {
        List,
        ReadCard,
        Scan,
        PrintTest
    };
    Command command = Command::List;
    QList<DeviceConfiguration> devices;
    QString device; // an id that is among them; empty for the first of the kind
    DeviceHostPrograms programs;
    bool json = false;
    bool whole = false;
    std::chrono::seconds timeout{30};
    ScanSettings scan;
    QString output;
};

// What to say instead of doing anything, and how to end.
struct EarlyEnd
{
    QString text;
    int code = ending::wrongUse;
};

// Strict: an unknown option, one of another command, or a value that is not allowed is wrong use. Reads the
// file of the devices; where none was named and none is there, the station has no devices.
tl::expected<ToolOptions, EarlyEnd> readToolOptions(const QStringList &arguments);

} // namespace yichuang
