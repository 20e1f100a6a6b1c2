#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "session/Session.h"
#include "store/Store.h"
#include "sync/HttpPlatformClient.h"
#include "sync/SyncEngine.h"
#include "workstation/Knowledge.h"
#include "workstation/StationConfig.h"
#include "workstation/StationKey.h"

#include <QObject>

namespace yichuang {

// This machine's data and its way to the platform, without any screen. Lives on the screen's thread; nothing
// in it waits.
class Station final : public QObject
{
    Q_OBJECT
public:
    Station(StationConfig config, const QString &folder, QObject *parent = nullptr);

    const StationConfig &config() const { return m_config; }
    const Clock &clock() const { return m_clock; }
    RandomSource &random() { return m_random; }

    // Opens the store and waits for the catalogue, whose loading began with the station.
    Pending<void> open(const KeyInHand &key);
    // After open failed because the data is damaged, and only when a person has decided it (Store.h).
    // Then the station is open.
    Pending<SalvageReport> salvage(const KeyInHand &key);

    // All of these once open or salvage has succeeded.
    Store &store() { return m_store; }
    const Knowledge &knowledge() const { return *m_knowledge; }
    Session &session() { return m_session; }
    SyncEngine &sync() { return *m_sync; }
    PlatformClient &platform() { return *m_platform; }

private:
    Pending<void> joined(); // once the catalogue is there
    Pending<void> join(const KnowledgeInHand &knowledge);

    StationConfig m_config;
    SystemClock m_clock;
    SystemRandom m_random;
    Pending<KnowledgeInHand> m_loading;
    KnowledgeInHand m_knowledge;
    Store m_store;
    Session m_session;
    std::unique_ptr<PlatformClient> m_platform;
    std::unique_ptr<SyncEngine> m_sync;
};

} // namespace yichuang
