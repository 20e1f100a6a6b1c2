#include "workstation/StationSetup.h"

#include "devices/DeviceConfiguration.h"
#include "store/StationFolder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace yichuang {

namespace {

constexpr qint64 mostDeviceBytes = 256LL * 1024;

Result<QJsonArray> readDevices(const QString &path)
{
    if (path.isEmpty())
        return QJsonArray();
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonDocument document =
        QJsonDocument::fromJson(isOpen ? file.read(mostDeviceBytes) : QByteArray());
    if (!document.isArray())
        return raise(ErrorCode::DevicesFileUnreadable, path);
    if (const auto devices = parseDeviceConfigurations(document.array()); !devices)
        return passOn(devices);
    return document.array();
}

// Asked before the platform is: a code can be used once.
Result<void> demandNoStation(const QString &profile)
{
    return QFile::exists(StationFolder(profile).identity()) ? raise(ErrorCode::StationExists, profile)
                                                            : Result<void>();
}

template <typename T, typename From>
Pending<T> ended(const Result<From> &failed)
{
    return finished(Result<T>(passOn(failed)));
}

} // namespace

QString stationConfigPath(const QString &profile)
{
    return QDir(profile).filePath(QStringLiteral("station.json"));
}

StationSetup::StationSetup(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_key(m_options.profile, m_custody)
    , m_signing(SigningKey::generate())
    , m_store(m_options.profile, m_clock, m_random)
    , m_session(m_store, m_clock)
{}

Pending<QString> StationSetup::run()
{
    return m_options.action == Options::Action::Enrol ? enrol() : addClerk();
}

// A key that no database was made with yet protects nothing: the next try may have another passphrase.
Pending<KeyInHand> StationSetup::keyFor(Secret passphrase)
{
    if (KeySlots(m_options.profile).exist() && QFile::exists(StationFolder(m_options.profile).database()))
        return m_key.byPassphrase(std::move(passphrase));
    return m_key.create(std::move(passphrase), m_options.useKeyring);
}

Pending<QString> StationSetup::enrol()
{
    if (const auto free = demandNoStation(m_options.profile); !free)
        return ended<QString>(free);
    auto passphrase = readSecret(m_options.passphraseFile);
    if (!passphrase)
        return ended<QString>(passphrase);
    const auto devices = readDevices(m_options.devicesFile);
    if (!devices)
        return ended<QString>(devices);
    QDir().mkpath(m_options.profile);
    QFile::setPermissions(m_options.profile, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Pending<KeyInHand> key = keyFor(std::move(*passphrase));
    m_enrolment = std::make_unique<Enrolment>(m_options.platform, SigningKey::fromSeed(m_signing.seed()),
                                              m_clock, m_random);
    return chained(key, this, [this, devices = *devices](const KeyInHand &inHand) {
        const Pending<void> settled = chained(m_enrolment->enrol(m_options.code), this,
                                              [this, inHand, devices](const EnrolledStation &station) {
                                                  return settle(station, inHand, devices);
                                              });
        return chained(settled, this, [this] {
            return finished(Result<QString>(QStringLiteral("enrolled in %1").arg(m_options.profile)));
        });
    });
}

// The store comes last: without it the folder is no station, and the next enrolment writes the description
// anew.
Pending<void> StationSetup::settle(const EnrolledStation &enrolled, const KeyInHand &key,
                                   const QJsonArray &devices)
{
    auto config = stationConfigOf(enrolled, m_options.platform);
    if (!config)
        return ended<void>(config);
    config->devices = devices;
    // The only catalogue there is holds examples: whatever is printed from it must say so.
    config->demonstration = true;
    if (const auto written = writeStationConfig(stationConfigPath(m_options.profile), *config); !written)
        return finished(written);
    return m_store.create(key->clone(), enrolled.device, m_signing.seed().clone());
}

Pending<QString> StationSetup::addClerk()
{
    const auto role = roleFromString(m_options.role);
    if (!role)
        return finished(Result<QString>(raise(ErrorCode::RoleUnknown, m_options.role)));
    auto password = readSecret(m_options.passwordFile);
    if (!password)
        return ended<QString>(password);
    Pending<KeyInHand> key;
    if (m_options.passphraseFile.isEmpty()) {
        key = m_key.byKeyring();
    } else {
        auto passphrase = readSecret(m_options.passphraseFile);
        if (!passphrase)
            return ended<QString>(passphrase);
        key = m_key.byPassphrase(std::move(*passphrase));
    }
    const Pending<void> opened =
        chained(key, this, [this](const KeyInHand &inHand) { return m_store.open(inHand->clone()); });
    auto shared = std::make_shared<Secret>(std::move(*password));
    return chained(opened, this,
                   [this, role = *role, shared] { return putAccount(role, std::move(*shared)); });
}

Pending<QString> StationSetup::putAccount(Role role, Secret password)
{
    Account account;
    account.staffNumber = m_options.staffNumber;
    account.name = m_options.clerkName;
    account.role = role;
    return chained(m_session.putAccount(account, std::move(password)), this, [this] {
        return finished(Result<QString>(QStringLiteral("%1 may sign in").arg(m_options.staffNumber)));
    });
}

} // namespace yichuang
