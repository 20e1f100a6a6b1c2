#pragma once

#include "base/Async.h"
#include "base/Random.h"
#include "base/Secret.h"

#include <QString>

namespace yichuang {

// A place outside the station's folder that keeps one secret for this user: the desktop's Secret Service.
class KeyCustody
{
public:
    virtual ~KeyCustody() = default;
    virtual Pending<QByteArray> fetch(const QString &name) = 0; // KeyringUnreachable or KeyringHasNoKey
    virtual Pending<void> keep(const QString &name, const QByteArray &secret) = 0;
};

// The file slots.json beside the database: the data key, wrapped once for each way in. A new way is added
// without touching the data; the key itself never changes hands unwrapped. FORMAT.md has the form.
class KeySlots
{
public:
    explicit KeySlots(QString folder);

    bool exist() const;

    // Makes a random data key and the passphrase slot (Argon2id, 64 MiB, a random salt). Takes about 0.1 s:
    // not for the screen's thread.
    Result<Secret> create(const Secret &passphrase);
    // Another passphrase for the same data key; the old one no longer opens it.
    Result<void> setPassphrase(const Secret &dataKey, const Secret &passphrase);
    // WrongPassphrase, or SlotsDamaged.
    Result<Secret> unlockByPassphrase(const Secret &passphrase) const;

    // The keyring slot: a random key in the Secret Service wraps the data key here.
    Result<void> addKeyring(const Secret &dataKey, const Secret &keyringKey);
    Result<Secret> unlockByKeyring(const Secret &keyringKey) const;
    bool hasKeyring() const;
    QString keyringName() const; // under which the custody has the key

    // The organisation's recovery key: a sealed box that only its private key (32 bytes) opens.
    Result<void> addRecovery(const Secret &dataKey, const QByteArray &publicKey);
    Result<Secret> unlockByRecovery(const QByteArray &publicKey, const Secret &privateKey) const;

private:
    QString m_path;
};

// No core dump, no debugger of another user, no swap of keys (keys are locked by Secret). For main().
void hardenProcess();

} // namespace yichuang
