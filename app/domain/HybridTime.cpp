#include "domain/HybridTime.h"

namespace yichuang {

namespace {
constexpr int millisecondDigits = 15;
constexpr int counterDigits = 4;
} // namespace

QString HybridTime::toString() const
{
    return QStringLiteral("%1.%2")
        .arg(milliseconds, millisecondDigits, 10, QLatin1Char('0'))
        .arg(counter, counterDigits, 16, QLatin1Char('0'));
}

Result<HybridTime> HybridTime::fromString(QStringView text)
{
    bool wallOk = false;
    bool counterOk = false;
    HybridTime time;
    if (text.size() == millisecondDigits + 1 + counterDigits) {
        time.milliseconds = text.first(millisecondDigits).toLongLong(&wallOk);
        time.counter = text.last(counterDigits).toUShort(&counterOk, 16);
    }
    if (!wallOk || !counterOk || time.toString() != text)
        return raise(ErrorCode::HybridTimeMalformed);
    return time;
}

HybridTime HybridTime::next(const HybridTime &last, qint64 wallMilliseconds)
{
    if (wallMilliseconds > last.milliseconds)
        return {wallMilliseconds, 0};
    if (last.counter == 0xFFFF)
        return {last.milliseconds + 1, 0};
    return {last.milliseconds, static_cast<quint16>(last.counter + 1)};
}

} // namespace yichuang
