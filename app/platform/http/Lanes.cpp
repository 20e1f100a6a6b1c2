#include "platform/http/Lanes.h"

namespace yichuang {

Lanes::Lanes(std::array<LaneBounds, laneCount> bounds)
{
    for (size_t i = 0; i < bounds.size(); ++i)
        m_windows[i].bounds = bounds[i];
}

bool Lanes::Window::hasRoom(qint64 more) const
{
    if (underWay == 0)
        return true;
    return underWay < bounds.atOnce && (bounds.bytesAtOnce == 0 || bytes + more <= bounds.bytesAtOnce);
}

bool Lanes::offer(Lane lane, qint64 bytes, Instant now, Start start)
{
    Window &window = at(lane);
    if (window.waiting.empty() && window.hasRoom(bytes)) {
        ++window.underWay;
        window.bytes += bytes;
        start();
        return true;
    }
    if (static_cast<int>(window.waiting.size()) >= window.bounds.waiting)
        return false;
    window.waiting.push_back({bytes, now, std::move(start)});
    return true;
}

void Lanes::done(Lane lane, qint64 bytes)
{
    Window &window = at(lane);
    --window.underWay;
    window.bytes -= bytes;
    while (!window.waiting.empty() && window.hasRoom(window.waiting.front().bytes)) {
        const Waiting next = std::move(window.waiting.front());
        window.waiting.pop_front();
        ++window.underWay;
        window.bytes += next.bytes;
        next.start();
    }
}

Lanes::Instant Lanes::oldest(Lane lane, Instant now) const
{
    return at(lane).waiting.empty() ? now : at(lane).waiting.front().since;
}

} // namespace yichuang
