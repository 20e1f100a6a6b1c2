#include "base/Clock.h"

#include <ctime>

namespace yichuang {

namespace {
constexpr int chinaOffsetSeconds = 8 * 3600; // China has one zone and no summer time since 1991
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMilliseconds() const
{
    // Goes on while the machine sleeps, which CLOCK_MONOTONIC and std::chrono's steady clock do not.
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

QDateTime toBusinessTime(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(chinaOffsetSeconds);
}

QDate businessDate(const QDateTime &instant)
{
    return toBusinessTime(instant).date();
}

} // namespace yichuang
