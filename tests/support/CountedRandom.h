#pragma once

#include "base/Random.h"

namespace yichuang::test {

// Bytes that differ with each call and repeat with each run. Never for keys of anything real.
class CountedRandom final : public RandomSource
{
public:
    QByteArray bytes(qsizetype count) override
    {
        QByteArray result(count, '\0');
        quint64 state = ++m_calls * 0x9E3779B97F4A7C15ULL;
        for (char &byte : result) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            byte = static_cast<char>(state >> 24);
        }
        return result;
    }

private:
    quint64 m_calls = 0;
};

} // namespace yichuang::test
