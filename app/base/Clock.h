#pragma once

#include <QDateTime>

namespace yichuang {

// Where the time comes from; handed in, so that every rule about time is tested with a clock that stands
// where the test puts it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;                // UTC, milliseconds
    virtual qint64 monotonicMilliseconds() const = 0; // never steps back, origin unspecified
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    qint64 monotonicMilliseconds() const override;
};

// The business day of China's service halls, whatever zone the machine is set to.
QDate businessDate(const QDateTime &instant);
QDateTime toBusinessTime(const QDateTime &instant);

} // namespace yichuang
