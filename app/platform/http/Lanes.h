#pragma once

#include "platform/http/Exchange.h"
#include "platform/http/HttpLimits.h"

#include <array>
#include <chrono>
#include <deque>
#include <functional>

namespace yichuang {

// Who goes to the service now, who waits, and who is told to come back: each lane by itself, so that a
// clerk's call never stands behind more backlog than one window of it. The loop's thread only.
class Lanes
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Start = std::function<void()>;

    explicit Lanes(std::array<LaneBounds, laneCount> bounds);

    // Calls `start` now or when the lane has room; false, and `start` is never called, where the lane is
    // full. Each start is followed by one `done` with the same lane and bytes.
    bool offer(Lane lane, qint64 bytes, Instant now, Start start);
    void done(Lane lane, qint64 bytes);

    int underWay(Lane lane) const { return at(lane).underWay; }
    int waiting(Lane lane) const { return static_cast<int>(at(lane).waiting.size()); }
    // Since when the lane's oldest one waits to be started; `now` where none does.
    Instant oldest(Lane lane, Instant now) const;

private:
    struct Waiting
    {
        qint64 bytes;
        Instant since;
        Start start;
    };
    struct Window
    {
        LaneBounds bounds;
        int underWay = 0;
        qint64 bytes = 0;
        std::deque<Waiting> waiting;

        bool hasRoom(qint64 more) const;
    };

    Window &at(Lane lane) { return m_windows[static_cast<size_t>(lane)]; }
    const Window &at(Lane lane) const { return m_windows[static_cast<size_t>(lane)]; }

    std::array<Window, laneCount> m_windows;
};

} // namespace yichuang
