#include "platform/ledger/LogCheck.h"

#include "base/Signing.h"

#include <QJsonArray>

namespace yichuang {

void LogCheck::add(const Row &row)
{
    if (row.device != m_device) {
        m_device = row.device;
        m_tail = Digest();
        m_sequence = 0;
    }
    const Digest hash = Digest::of(row.bytes);
    const auto event = parseEvent(row.bytes);
    const bool sound = event && event->sequence == m_sequence + 1 && hash.bytes() == row.hash &&
                       event->previous == m_tail && verifySignature(row.bytes, row.signature, row.publicKey);
    // What is quarantined is known to be unsound; that it is here, unchanged and in its place is still asked.
    const bool inPlace = row.sequence == m_sequence + 1 && hash.bytes() == row.hash;
    if (!inPlace || (!sound && !row.isQuarantined))
        m_broken.append({row.device, row.sequence});
    m_sequence = row.sequence;
    m_tail = hash;
    ++m_checked;
}

QJsonObject LogCheck::result() const
{
    QJsonArray broken;
    for (const auto &[device, sequence] : m_broken)
        broken.append(
            QJsonObject{{QStringLiteral("device"), device}, {QStringLiteral("sequence"), sequence}});
    return {{QStringLiteral("events"), m_checked}, {QStringLiteral("broken"), broken}};
}

} // namespace yichuang
