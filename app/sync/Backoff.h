#pragma once

#include "base/Random.h"

#include <chrono>

namespace yichuang {

// How long to wait before the next attempt: full jitter, so that stations that lost the line together do
// not come back together (SYNC.md rule 11).
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit Backoff(RandomSource &random, Milliseconds first = Milliseconds(1000),
                     Milliseconds most = Milliseconds(300000));

    // A random time between a twentieth of the current ceiling and the ceiling; the ceiling doubles each
    // time. A time that the platform itself asked for (Retry-After), up to five minutes, is never undercut.
    Milliseconds next(Milliseconds askedFor = Milliseconds(0));
    void reset();
    int attempts() const { return m_attempts; }
    void restore(int attempts); // retry state survives a restart

private:
    RandomSource &m_random;
    Milliseconds m_first;
    Milliseconds m_most;
    int m_attempts = 0;
};

} // namespace yichuang
