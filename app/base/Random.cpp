#include "base/Random.h"

#include <sodium.h>

namespace yichuang {

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray buffer(count, Qt::Uninitialized);
    randombytes_buf(buffer.data(), static_cast<size_t>(count));
    return buffer;
}

QUuid makeUuid7(const Clock &clock, RandomSource &random)
{
    QByteArray raw = random.bytes(16);
    const auto milliseconds = static_cast<quint64>(clock.now().toMSecsSinceEpoch());
    for (int i = 0; i < 6; ++i)
        raw[i] = static_cast<char>(milliseconds >> (8 * (5 - i)));
    raw[6] = static_cast<char>((raw[6] & 0x0F) | 0x70); // version 7
    raw[8] = static_cast<char>((raw[8] & 0x3F) | 0x80); // variant of RFC 9562
    return QUuid::fromRfc4122(raw);
}

} // namespace yichuang
