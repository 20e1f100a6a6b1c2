#pragma once

#include "base/Error.h"
#include "domain/ClockTrust.h"
#include "store/StoreTypes.h"

#include <QDateTime>

#include <optional>

namespace yichuang {

enum class LineCondition
{
    Unknown, // not asked yet
    Up,
    Down,
    Stopped // a person must look: revoked, cloned, too old, clock wrong, the platform emptied
};

// What may honestly be shown of the way to the platform.
struct SyncStatus
{
    LineCondition line = LineCondition::Unknown;
    bool running = false;
    OutboxStatus outbox;                  // with the age of the oldest event that is not sent
    std::optional<QDateTime> lastSuccess; // the last time everything was sent and fetched
    // The last one, while it lasts. With the line up: of single items that were parked, the rest went on.
    std::optional<Error> problem;
    std::optional<QDateTime> nextAttempt;
    int failedAttempts = 0;             // in a row, also of earlier starts of the program
    std::optional<QDateTime> downSince; // the first of those that failed since the program started
    ClockTrust clock = ClockTrust::Unknown;
};

} // namespace yichuang
