#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "session/KeyringCustody.h"
#include "session/Session.h"
#include "store/Store.h"
#include "sync/HttpPlatformClient.h"
#include "workstation/Options.h"
#include "workstation/StationConfig.h"
#include "workstation/StationKey.h"

#include <QObject>

namespace yichuang {

// The two commands that set a station up from the shell: enrol it at its platform, and make its clerks'
// accounts. One at a time. A failed enrolment leaves nothing that keeps the next from succeeding.
class StationSetup final : public QObject
{
    Q_OBJECT
public:
    explicit StationSetup(Options options, QObject *parent = nullptr);

    // The line to print.
    Pending<QString> run();

private:
    Pending<QString> enrol();
    Pending<KeyInHand> keyFor(Secret passphrase);
    Pending<void> settle(const EnrolledStation &enrolled, const KeyInHand &key, const QJsonArray &devices);
    Pending<QString> addClerk();
    Pending<QString> putAccount(Role role, Secret password);

    Options m_options;
    SystemClock m_clock;
    SystemRandom m_random;
    KeyringCustody m_custody;
    StationKey m_key;
    SigningKey m_signing;
    Store m_store;
    Session m_session;
    std::unique_ptr<Enrolment> m_enrolment;
};

// Where the station's description lies in its folder.
QString stationConfigPath(const QString &profile);

} // namespace yichuang
