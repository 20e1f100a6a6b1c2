#include "workstation/StationKey.h"

#include <QFile>
#include <QtConcurrent>

namespace yichuang {

namespace {

constexpr qint64 longestSecret = 1024;

Result<KeyInHand> inHand(Result<Secret> key)
{
    if (!key)
        return passOn(key);
    return std::make_shared<const Secret>(std::move(*key));
}

} // namespace

StationKey::StationKey(QString folder, KeyCustody &custody, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_custody(custody)
{
    m_thread.setMaxThreadCount(1);
}

bool StationKey::mayAskKeyring() const
{
    const KeySlots keySlots(m_folder);
    return keySlots.exist() && keySlots.hasKeyring();
}

Pending<KeyInHand> StationKey::byKeyring()
{
    const KeySlots keySlots(m_folder);
    return chained(m_custody.fetch(keySlots.keyringName()), this,
                   [folder = m_folder](const QByteArray &keyringKey) {
                       QByteArray bytes = keyringKey;
                       const Secret secret{bytes};
                       wipe(bytes);
                       return finished(inHand(KeySlots(folder).unlockByKeyring(secret)));
                   });
}

Pending<KeyInHand> StationKey::byPassphrase(Secret passphrase)
{
    auto secret = std::make_shared<const Secret>(std::move(passphrase));
    return QtConcurrent::run(&m_thread, [folder = m_folder, secret] {
        return inHand(KeySlots(folder).unlockByPassphrase(*secret));
    });
}

Pending<KeyInHand> StationKey::create(Secret passphrase, bool alsoKeyring)
{
    auto secret = std::make_shared<const Secret>(std::move(passphrase));
    const Pending<KeyInHand> made = QtConcurrent::run(
        &m_thread, [folder = m_folder, secret] { return inHand(KeySlots(folder).create(*secret)); });
    return chained(made, this, [this, alsoKeyring](const KeyInHand &key) {
        return alsoKeyring ? addKeyring(key) : finished(Result<KeyInHand>(key));
    });
}

Pending<KeyInHand> StationKey::addKeyring(const KeyInHand &key)
{
    auto keyringKey = std::make_shared<const Secret>(Secret::random(32));
    if (const auto added = KeySlots(m_folder).addKeyring(*key, *keyringKey); !added)
        return finished(Result<KeyInHand>(passOn(added)));
    const QByteArray bytes = keyringKey->view().toByteArray();
    return chained(m_custody.keep(KeySlots(m_folder).keyringName(), bytes), this,
                   [key] { return finished(Result<KeyInHand>(key)); });
}

Result<Secret> readSecret(const QString &path)
{
    QFile file(path);
    QByteArray line;
    if (file.open(QIODevice::ReadOnly))
        line = file.readLine(longestSecret);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return raise(ErrorCode::SecretFileUnreadable, path);
    Secret secret{line};
    wipe(line);
    return secret;
}

} // namespace yichuang
