#include "platform/ledger/NonceMemory.h"

#include "domain/Wire.h"

namespace yichuang {

namespace {

// Older ones are outside the time that is taken; more than this are a flood, which the oldest make room for.
constexpr size_t mostNonces = 500000;

} // namespace

bool NonceMemory::use(const QByteArray &nonce, qint64 now)
{
    const std::lock_guard lock(m_mutex);
    while (!m_oldest.empty() && (m_oldest.size() >= mostNonces ||
                                 m_nonces.value(m_oldest.front()) < now - 2 * wire::mostClockDifference)) {
        m_nonces.remove(m_oldest.front());
        m_oldest.pop_front();
    }
    if (m_nonces.contains(nonce))
        return false;
    m_nonces.insert(nonce, now);
    m_oldest.push_back(nonce);
    return true;
}

} // namespace yichuang
