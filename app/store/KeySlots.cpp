#include "store/KeySlots.h"

#include "store/ChunkCipher.h"
#include "store/DurableFile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace yichuang {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qint64 mostFileBytes = 64 * 1024;
constexpr quint64 passphraseMemory = 64ULL * 1024 * 1024;
constexpr quint64 passphraseRounds = 3;

Result<Secret> keyOf(const Secret &passphrase, const QByteArray &salt)
{
    QByteArray key(keyBytes, '\0');
    const int done =
        crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), keyBytes, passphrase.view().data(),
                      static_cast<unsigned long long>(passphrase.size()),
                      reinterpret_cast<const unsigned char *>(salt.constData()), passphraseRounds,
                      passphraseMemory, crypto_pwhash_ALG_ARGON2ID13);
    // Without the memory for it nothing is wrapped, rather than wrapped in nothing.
    if (done != 0)
        return raise(ErrorCode::PassphraseTooCostly);
    Secret secret(key);
    wipe(key);
    return secret;
}

QByteArray bytesOf(const QJsonObject &slot, const QString &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(slot.value(key).toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? decoded.decoded : QByteArray();
}

QJsonValue textOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

// The one place that says the file is not as this program writes it.
tl::unexpected<Error> damaged(const QString &what)
{
    return raise(ErrorCode::SlotsDamaged, what);
}

Result<QJsonObject> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return raise(ErrorCode::SlotsMissing);
    const QJsonObject root =
        file.size() <= mostFileBytes ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (root.value(QStringLiteral("version")).toInt() != 1 || !root.value(QStringLiteral("slots")).isObject())
        return damaged(QStringLiteral("form"));
    return root.value(QStringLiteral("slots")).toObject();
}

Result<QJsonObject> slotOf(const QString &path, const QString &kind)
{
    auto slots = read(path);
    if (!slots)
        return passOn(slots);
    const QJsonObject slot = slots->value(kind).toObject();
    if (slot.isEmpty())
        return damaged(kind);
    return slot;
}

Result<void> write(const QString &path, const QJsonObject &slots)
{
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("slots"), slots}}).toJson();
    return writeDurably(path, json) ? Result<void>() : raise(ErrorCode::SlotsUnwritable);
}

Result<QJsonObject> passphraseSlot(const Secret &dataKey, const Secret &passphrase)
{
    const QByteArray salt = Secret::random(crypto_pwhash_SALTBYTES).view().toByteArray();
    const auto key = keyOf(passphrase, salt);
    if (!key)
        return passOn(key);
    return QJsonObject{{QStringLiteral("algorithm"), QStringLiteral("argon2id-64m-3/aes-256-gcm")},
                       {QStringLiteral("salt"), textOf(salt)},
                       {QStringLiteral("key"), textOf(chunkcipher::wrap(*key, dataKey))}};
}

Result<void> addSlot(const QString &path, const QString &kind, const QJsonObject &slot)
{
    auto slots = read(path);
    if (!slots)
        return passOn(slots);
    slots->insert(kind, slot);
    return write(path, *slots);
}

} // namespace

KeySlots::KeySlots(QString folder)
    : m_path(QDir(folder).filePath(QStringLiteral("slots.json")))
{}

bool KeySlots::exist() const
{
    return QFile::exists(m_path);
}

Result<Secret> KeySlots::create(const Secret &passphrase)
{
    const Secret dataKey = Secret::random(keyBytes);
    auto slot = passphraseSlot(dataKey, passphrase);
    if (!slot)
        return passOn(slot);
    if (auto written = write(m_path, {{QStringLiteral("passphrase"), *slot}}); !written)
        return passOn(written);
    return dataKey.clone();
}

Result<void> KeySlots::setPassphrase(const Secret &dataKey, const Secret &passphrase)
{
    auto slot = passphraseSlot(dataKey, passphrase);
    return slot ? addSlot(m_path, QStringLiteral("passphrase"), *slot) : passOn(slot);
}

Result<Secret> KeySlots::unlockByPassphrase(const Secret &passphrase) const
{
    auto slot = slotOf(m_path, QStringLiteral("passphrase"));
    if (!slot)
        return passOn(slot);
    const QByteArray salt = bytesOf(*slot, QStringLiteral("salt"));
    const QByteArray key = bytesOf(*slot, QStringLiteral("key"));
    if (salt.size() != crypto_pwhash_SALTBYTES || key.isEmpty())
        return damaged(QStringLiteral("passphrase"));
    const auto wrapping = keyOf(passphrase, salt);
    if (!wrapping)
        return passOn(wrapping);
    auto dataKey = chunkcipher::unwrap(*wrapping, key);
    if (!dataKey)
        return raise(ErrorCode::WrongPassphrase);
    return std::move(*dataKey);
}

Result<void> KeySlots::addKeyring(const Secret &dataKey, const Secret &keyringKey)
{
    const QByteArray name = Secret::random(8).view().toByteArray().toHex();
    return addSlot(m_path, QStringLiteral("keyring"),
                   {{QStringLiteral("algorithm"), QStringLiteral("aes-256-gcm")},
                    {QStringLiteral("name"), QStringLiteral("yichuang-") + QString::fromLatin1(name)},
                    {QStringLiteral("key"), textOf(chunkcipher::wrap(keyringKey, dataKey))}});
}

Result<Secret> KeySlots::unlockByKeyring(const Secret &keyringKey) const
{
    auto slot = slotOf(m_path, QStringLiteral("keyring"));
    if (!slot)
        return passOn(slot);
    auto dataKey = chunkcipher::unwrap(keyringKey, bytesOf(*slot, QStringLiteral("key")));
    if (!dataKey)
        return raise(ErrorCode::KeyringSlotWrong);
    return std::move(*dataKey);
}

bool KeySlots::hasKeyring() const
{
    return !keyringName().isEmpty();
}

QString KeySlots::keyringName() const
{
    const auto slots = read(m_path);
    return slots ? slots->value(QStringLiteral("keyring")).toObject().value(QStringLiteral("name")).toString()
                 : QString();
}

Result<void> KeySlots::addRecovery(const Secret &dataKey, const QByteArray &publicKey)
{
    QByteArray box(dataKey.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    const bool sealed = publicKey.size() == crypto_box_PUBLICKEYBYTES &&
                        crypto_box_seal(reinterpret_cast<unsigned char *>(box.data()),
                                        reinterpret_cast<const unsigned char *>(dataKey.view().data()),
                                        static_cast<unsigned long long>(dataKey.size()),
                                        reinterpret_cast<const unsigned char *>(publicKey.constData())) == 0;
    if (!sealed)
        return damaged(QStringLiteral("recovery key"));
    return addSlot(m_path, QStringLiteral("recovery"),
                   {{QStringLiteral("algorithm"), QStringLiteral("x25519-sealed-box")},
                    {QStringLiteral("key"), textOf(box)}});
}

Result<Secret> KeySlots::unlockByRecovery(const QByteArray &publicKey, const Secret &privateKey) const
{
    auto slot = slotOf(m_path, QStringLiteral("recovery"));
    if (!slot)
        return passOn(slot);
    const QByteArray box = bytesOf(*slot, QStringLiteral("key"));
    QByteArray dataKey(keyBytes, '\0');
    const bool opened =
        box.size() == keyBytes + static_cast<qsizetype>(crypto_box_SEALBYTES) &&
        publicKey.size() == crypto_box_PUBLICKEYBYTES && privateKey.size() == crypto_box_SECRETKEYBYTES &&
        crypto_box_seal_open(reinterpret_cast<unsigned char *>(dataKey.data()),
                             reinterpret_cast<const unsigned char *>(box.constData()),
                             static_cast<unsigned long long>(box.size()),
                             reinterpret_cast<const unsigned char *>(publicKey.constData()),
                             reinterpret_cast<const unsigned char *>(privateKey.view().data())) == 0;
    if (!opened)
        return raise(ErrorCode::RecoveryKeyWrong);
    Secret secret(dataKey);
    wipe(dataKey);
    return secret;
}

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace yichuang
