#pragma once

#include "platform/http/Exchange.h"

#include <array>
#include <atomic>

namespace yichuang {

// What the loop tells of itself at each tick, for those who read the figures on another thread.
struct Published
{
    std::atomic<int> connections = 0;
    std::atomic<qint64> bodyBytes = 0;
    std::atomic<int> bodiesWaiting = 0;
    std::array<std::atomic<int>, laneCount> waiting{};
    std::array<std::atomic<int>, laneCount> underWay{};
    std::array<std::atomic<double>, laneCount> oldest{}; // seconds
    std::atomic<double> oldestUnanswered = 0;            // seconds
};

} // namespace yichuang
