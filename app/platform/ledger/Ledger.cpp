#include "platform/ledger/Ledger.h"

#include <QJsonDocument>

namespace yichuang {

void Ledger::onChanged(std::function<void(const LedgerChange &)> listener)
{
    const std::lock_guard lock(m_telling);
    m_listener = std::move(listener);
}

void Ledger::setIdentity(const Secret &seed, const QByteArray &epoch)
{
    m_key = SigningKey::fromSeed(seed);
    m_epoch = epoch;
}

void Ledger::tell(const LedgerChange &change)
{
    const std::lock_guard lock(m_telling);
    if (m_listener)
        m_listener(change);
}

QJsonObject Ledger::introduction(const QByteArray &description, const QString &device) const
{
    QJsonObject station = QJsonDocument::fromJson(description).object();
    station.insert(QStringLiteral("device"), device);
    station.insert(QStringLiteral("platformKey"), QString::fromLatin1(m_key.publicKey().toBase64()));
    station.insert(QStringLiteral("epoch"), QString::fromLatin1(m_epoch));
    return station;
}

} // namespace yichuang
