#pragma once

#include "base/Clock.h"

namespace yichuang::test {

// A clock that stands where the test puts it.
class SteppedClock final : public Clock
{
public:
    explicit SteppedClock(const QDateTime &start)
        : m_now(start.toUTC())
    {}

    QDateTime now() const override { return m_now; }
    qint64 monotonicMilliseconds() const override { return m_monotonic; }

    void advance(qint64 milliseconds)
    {
        m_now = m_now.addMSecs(milliseconds);
        m_monotonic += milliseconds;
    }
    // The wall clock jumps, as when a person or NTP sets it; the monotonic one does not.
    void setNow(const QDateTime &now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
    qint64 m_monotonic = 1000;
};

} // namespace yichuang::test
