#include "workstation/Station.h"

namespace yichuang {

Station::Station(StationConfig config, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_loading(loadKnowledge())
    , m_store(folder, m_clock, m_random)
    , m_session(m_store, m_clock)
{}

Pending<void> Station::open(const KeyInHand &key)
{
    return chained(m_store.open(key->clone()), this, [this] { return joined(); });
}

Pending<SalvageReport> Station::salvage(const KeyInHand &key)
{
    return chained(m_store.salvage(key->clone()), this, [this](const SalvageReport &report) {
        return chained(joined(), this, [report] { return finished(Result<SalvageReport>(report)); });
    });
}

Pending<void> Station::joined()
{
    return chained(m_loading, this, [this](const KnowledgeInHand &knowledge) { return join(knowledge); });
}

Pending<void> Station::join(const KnowledgeInHand &knowledge)
{
    m_knowledge = knowledge;
    LinkIdentity identity{m_config.platformUrl, m_config.device,
                          SigningKey::fromSeed(m_store.signingKey().seed()), m_config.platformKey};
    m_platform = std::make_unique<HttpPlatformClient>(std::move(identity), m_clock, m_random);
    m_sync = std::make_unique<SyncEngine>(m_store, *m_platform, m_clock, m_random, SyncEngine::Pace());
    return finished(Result<void>());
}

} // namespace yichuang
