#pragma once

#include "base/Result.h"

#include <QString>

#include <compare>

namespace yichuang {

// A hybrid logical clock reading (Kulkarni et al. 2014): orders events across machines whose clocks
// differ; never an identity, a cursor or a legal time.
struct HybridTime
{
    qint64 milliseconds = 0; // since 1970-01-01 UTC
    quint16 counter = 0;

    auto operator<=>(const HybridTime &) const = default;
    QString toString() const; // "001795401730123.0000"
    static Result<HybridTime> fromString(QStringView text);

    // The reading for an event made now: after both the last one and the wall clock.
    static HybridTime next(const HybridTime &last, qint64 wallMilliseconds);
};

} // namespace yichuang
