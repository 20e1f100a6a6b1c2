#pragma once

#include <QByteArray>
#include <QHash>

#include <deque>
#include <mutex>

namespace yichuang {

// The nonces that one process has seen, for as long as their requests' time would still be taken. Any thread.
class NonceMemory
{
public:
    // False where it was used before.
    bool use(const QByteArray &nonce, qint64 now /* ms */);

private:
    std::mutex m_mutex;
    QHash<QByteArray, qint64> m_nonces;
    std::deque<QByteArray> m_oldest;
};

} // namespace yichuang
