#include "base/Clock.h"

#include <chrono>

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
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
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
