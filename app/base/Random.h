#pragma once

#include "base/Clock.h"

#include <QByteArray>
#include <QUuid>

namespace yichuang {

// Where randomness comes from; handed in, so that a test can repeat a run.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual QByteArray bytes(qsizetype count) = 0;
};

// libsodium's generator; safe for keys.
class SystemRandom final : public RandomSource
{
public:
    QByteArray bytes(qsizetype count) override;
};

// RFC 9562 version 7: 48 bits of Unix milliseconds, then 74 random bits. Sorts by time of making.
QUuid makeUuid7(const Clock &clock, RandomSource &random);

} // namespace yichuang
