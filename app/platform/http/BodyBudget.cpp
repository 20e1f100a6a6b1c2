#include "platform/http/BodyBudget.h"

#include <algorithm>

namespace yichuang {

BodyBudget::BodyBudget(qint64 most, qint64 mostOfAddress)
    : m_most(most)
    , m_mostOfAddress(mostOfAddress)
{}

bool BodyBudget::fitsAddress(const Share &share) const
{
    const qint64 held = m_ofAddress.value(share.address);
    return held == 0 || held + share.bytes <= m_mostOfAddress;
}

void BodyBudget::take(quint64 owner, const Share &share)
{
    m_used += share.bytes;
    m_ofAddress[share.address] += share.bytes;
    m_held.insert(owner, share);
}

// True while somebody waits for room that is nobody's share: he is not overtaken.
bool BodyBudget::blocked() const
{
    return std::ranges::any_of(m_waiting, [this](const Waiting &one) { return fitsAddress(one.share); });
}

bool BodyBudget::reserve(quint64 owner, const QByteArray &address, qint64 bytes,
                         std::function<void()> granted)
{
    const Share share{address, bytes};
    if (fitsAll(bytes) && fitsAddress(share) && !blocked()) {
        take(owner, share);
        return true;
    }
    m_waiting.push_back({owner, share, std::move(granted)});
    return false;
}

void BodyBudget::release(quint64 owner)
{
    const auto held = m_held.constFind(owner);
    if (held == m_held.cend()) {
        const auto left =
            std::erase_if(m_waiting, [owner](const Waiting &one) { return one.owner == owner; });
        if (left == 0)
            return;
    } else {
        m_used -= held->bytes;
        auto ofAddress = m_ofAddress.find(held->address);
        *ofAddress -= held->bytes;
        if (*ofAddress == 0)
            m_ofAddress.erase(ofAddress);
        m_held.erase(held);
    }
    serveWaiting();
}

// In turn; only he whose own address has its share already is passed by.
void BodyBudget::serveWaiting()
{
    for (auto one = m_waiting.begin(); one != m_waiting.end() && fitsAll(one->share.bytes);) {
        if (!fitsAddress(one->share)) {
            ++one;
            continue;
        }
        const Waiting next = std::move(*one);
        one = m_waiting.erase(one);
        take(next.owner, next.share);
        next.granted();
    }
}

} // namespace yichuang
