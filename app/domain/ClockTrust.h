#pragma once

#include <QtGlobal>

#include <optional>

namespace yichuang {

// May a legal date be taken from this machine's clock? (SYNC.md rule 5)
enum class ClockTrust
{
    Unknown,  // nothing speaks for it or against it
    Trusted,  // agrees with what the platform said, followed since by the clock that nobody can set
    Untrusted // more than two minutes off, or behind a time that is known to have passed
};

// All times in milliseconds: `wall` since 1970 UTC, `monotonic` since anything.
struct ClockReading
{
    qint64 wall = 0;
    qint64 monotonic = 0;
};

// Remembers what time the platform said it was, and judges the wall clock by it. Pure: told everything.
class ClockJudge
{
public:
    static constexpr qint64 mostDifference = 2 * 60 * 1000;

    // A time that is known to have passed: of the platform, in an earlier run of the program. A wall clock
    // behind it is wrong, whoever has set it.
    void knowPassed(qint64 instant);
    // The platform proved that it was this time when the reading was made.
    void platformSaid(qint64 instant, const ClockReading &at);

    ClockTrust judge(const ClockReading &now) const;
    // What time it is by the platform; nothing before it was heard.
    std::optional<qint64> platformTime(qint64 monotonic) const;
    // The latest time that is known to have passed; 0 for none. Kept over a restart.
    qint64 latestKnown(qint64 monotonic) const;

private:
    qint64 m_passed = 0;
    std::optional<ClockReading> m_said; // the platform's time as `wall`
};

} // namespace yichuang
