#include "domain/ClockTrust.h"

#include <algorithm>

namespace yichuang {

void ClockJudge::knowPassed(qint64 instant)
{
    m_passed = std::max(m_passed, instant);
}

void ClockJudge::platformSaid(qint64 instant, const ClockReading &at)
{
    m_said = ClockReading{instant, at.monotonic};
}

std::optional<qint64> ClockJudge::platformTime(qint64 monotonic) const
{
    if (!m_said)
        return std::nullopt;
    return m_said->wall + (monotonic - m_said->monotonic);
}

qint64 ClockJudge::latestKnown(qint64 monotonic) const
{
    return std::max(m_passed, platformTime(monotonic).value_or(0));
}

ClockTrust ClockJudge::judge(const ClockReading &now) const
{
    if (const auto said = platformTime(now.monotonic)) {
        const qint64 difference = now.wall - *said;
        return difference > mostDifference || difference < -mostDifference ? ClockTrust::Untrusted
                                                                           : ClockTrust::Trusted;
    }
    return now.wall < m_passed - mostDifference ? ClockTrust::Untrusted : ClockTrust::Unknown;
}

} // namespace yichuang
