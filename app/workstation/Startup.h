#pragma once

#include "session/KeyringCustody.h"
#include "workstation/Options.h"
#include "workstation/Station.h"
#include "workstation/StationKey.h"

#include <QObject>
#include <QPointer>

namespace yichuang {

class StartFaultDialog;
class UnlockDialog;
class Workplace;

// From the station's folder to the sign-in screen: its description, its key by one of the ways in, its data.
// What keeps it from opening is said in a window of its own; damaged data is brought out only when the person
// says so.
class Startup final : public QObject
{
    Q_OBJECT
public:
    explicit Startup(Options options, QObject *parent = nullptr);
    ~Startup() override;

    void start();

Q_SIGNALS:
    void opened(yichuang::Workplace *workplace);

private:
    void findKey();
    void askPassphrase(const Error &why);
    void tryPassphrase(Secret passphrase);
    void open(const KeyInHand &key);
    void onOpened(const Result<void> &opened);
    void showFault(const Error &error);
    void salvage();

    Options m_options;
    KeyringCustody m_custody;
    StationKey m_keys;
    KeyInHand m_key;
    bool m_isTrying = false; // a passphrase
    bool m_isSalvaging = false;
    std::unique_ptr<Station> m_station;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<UnlockDialog> m_unlock;
    std::unique_ptr<StartFaultDialog> m_fault;
};

} // namespace yichuang
