#include "store/StationFolder.h"

#include "store/DurableFile.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace yichuang {

namespace {

const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;

const QString copyName = QStringLiteral("/reading.db");

// The one place that says the folder does not take what must be in it.
Result<void> demand(bool done)
{
    return done ? Result<void>() : raise(ErrorCode::StorePlaceUnwritable);
}

Result<void> demandMoved(bool done)
{
    return done ? Result<void>() : raise(ErrorCode::StoreNotSetAside);
}

} // namespace

StationFolder::StationFolder(QString path)
    : m_path(std::move(path))
{}

StationFolder::~StationFolder()
{
    unlock();
}

QString StationFolder::file(const char *name) const
{
    return QDir(m_path).filePath(QLatin1String(name));
}

QString StationFolder::database() const
{
    return file("station.db");
}

QString StationFolder::writeAheadLog() const
{
    return file("station.db-wal");
}

QString StationFolder::pages() const
{
    return file("pages");
}

QString StationFolder::identity() const
{
    return file("identity");
}

Result<void> StationFolder::make()
{
    return demand(QDir().mkpath(m_path) && QFile::setPermissions(m_path, owner | QFile::ExeOwner));
}

Result<void> StationFolder::makeDatabase()
{
    QFile file(database());
    return demand(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner));
}

Result<void> StationFolder::lock()
{
    if (m_lock >= 0)
        return {};
    const int descriptor =
        ::open(QFile::encodeName(file("lock")).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (auto opened = demand(descriptor >= 0); !opened)
        return opened;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return raise(ErrorCode::StoreInUse);
    }
    m_lock = descriptor;
    return {};
}

void StationFolder::unlock()
{
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
}

Result<QString> StationFolder::setAside(const QDateTime &now)
{
    const QString base = QStringLiteral("quarantine/") + now.toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = QDir(m_path).filePath(base);
    bool moved = QDir().mkpath(aside) && QFile::setPermissions(aside, owner | QFile::ExeOwner);
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        const QString from = database() + suffix;
        if (moved && QFile::exists(from))
            moved = QFile::rename(from, aside + QStringLiteral("/station.db") + suffix);
    }
    return demandMoved(moved && synchroniseFolder(aside) && synchroniseFolder(m_path)).map([&] {
        return aside;
    });
}

QString StationFolder::lastSetAside() const
{
    const QDir quarantine(file("quarantine"));
    const QStringList folders = quarantine.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto folder = folders.crbegin(); folder != folders.crend(); ++folder) {
        if (QFile::exists(quarantine.filePath(*folder + QStringLiteral("/station.db"))))
            return quarantine.filePath(*folder);
    }
    return {};
}

Result<QString> StationFolder::workingCopy(const QString &aside)
{
    dropWorkingCopy(aside);
    QFile::remove(salvaged(aside));
    bool copied = true;
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        const QString from = aside + QStringLiteral("/station.db") + suffix;
        copied = copied && (!QFile::exists(from) || QFile::copy(from, aside + copyName + suffix));
    }
    return demandMoved(copied).map([&] { return aside + copyName; });
}

void StationFolder::dropWorkingCopy(const QString &aside)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(aside + copyName + suffix);
}

QString StationFolder::salvaged(const QString &aside)
{
    return aside + QStringLiteral("/salvaged.db");
}

Result<void> StationFolder::putInPlace(const QString &aside)
{
    return demandMoved(QFile::rename(salvaged(aside), database()) && synchroniseFolder(m_path));
}

} // namespace yichuang
