#pragma once

#include "base/Async.h"
#include "base/Secret.h"
#include "store/KeySlots.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace yichuang {

// The data key on its way to the store. Futures copy their results and a Secret is not copied, so it is held
// by one pointer.
using KeyInHand = std::shared_ptr<const Secret>;

// The key of the station's data, by one of its ways in. Lives on the screen's thread; what takes time is done
// on another.
class StationKey final : public QObject
{
    Q_OBJECT
public:
    // The custody outlives it.
    StationKey(QString folder, KeyCustody &custody, QObject *parent = nullptr);

    bool mayAskKeyring() const; // the keyring's slot was made
    Pending<KeyInHand> byKeyring();
    Pending<KeyInHand> byPassphrase(Secret passphrase);

    // For a new station: a new key with the passphrase's slot, and the keyring's where `alsoKeyring`.
    Pending<KeyInHand> create(Secret passphrase, bool alsoKeyring);

private:
    Pending<KeyInHand> addKeyring(const KeyInHand &key);

    QString m_folder;
    KeyCustody &m_custody;
    QThreadPool m_thread; // one after the other; waited for at the end
};

// The first line of a file that holds a passphrase or a password; SecretFileUnreadable.
Result<Secret> readSecret(const QString &path);

} // namespace yichuang
