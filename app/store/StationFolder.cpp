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

// The one place that says the folder does not take what must be in it.
Result<void> demand(bool done)
{
    return done ? Result<void>() : raise(ErrorCode::StorePlaceUnwritable);
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
    if (!moved || !synchroniseFolder(aside) || !synchroniseFolder(m_path))
        return raise(ErrorCode::StoreNotSetAside);
    return aside;
}

} // namespace yichuang
