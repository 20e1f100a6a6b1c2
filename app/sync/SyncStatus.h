#pragma once

#include "base/Error.h"
#include "store/StoreTypes.h"

#include <QDateTime>

#include <optional>

namespace yichuang {

enum class LineCondition
{
    Unknown, // not asked yet
    Up,
    Down,
    Stopped // a person must look: revoked, cloned, too old, clock wrong
};

// What may honestly be shown of the way to the platform.
struct SyncStatus
{
    LineCondition line = LineCondition::Unknown;
    bool running = false;
    OutboxStatus outbox;
    std::optional<QDateTime> lastSuccess; // the last time everything was sent and fetched
    std::optional<Error> problem;         // the last one, while it lasts
    std::optional<QDateTime> nextAttempt;
    int failedAttempts = 0;             // in a row, also of earlier starts of the program
    std::optional<QDateTime> downSince; // the first of those that failed since the program started
};

} // namespace yichuang
