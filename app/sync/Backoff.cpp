#include "sync/Backoff.h"

#include <algorithm>

namespace yichuang {

namespace {
constexpr int doublingsAtMost = 20;
constexpr int smallestShare = 20;
constexpr Backoff::Milliseconds longestAskedFor = std::chrono::minutes(5);
} // namespace

Backoff::Backoff(RandomSource &random, Milliseconds first, Milliseconds most)
    : m_random(random)
    , m_first(first)
    , m_most(most)
{}

Backoff::Milliseconds Backoff::next(Milliseconds askedFor)
{
    const auto ceiling =
        std::min<Milliseconds>(m_most, m_first * (qint64(1) << std::min(m_attempts, doublingsAtMost)));
    ++m_attempts;
    const QByteArray bytes = m_random.bytes(4);
    quint32 number = 0;
    for (const char byte : bytes)
        number = (number << 8) | static_cast<quint8>(byte);
    const auto floor = ceiling / smallestShare;
    const auto spread = std::max<qint64>(1, (ceiling - floor).count());
    const auto jittered = floor + Milliseconds(static_cast<qint64>(number) % spread);
    return std::max(jittered, std::min(askedFor, longestAskedFor));
}

void Backoff::reset()
{
    m_attempts = 0;
}

void Backoff::restore(int attempts)
{
    m_attempts = std::clamp(attempts, 0, doublingsAtMost);
}

} // namespace yichuang
