#include "store/DurableFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace yichuang {

namespace {

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (wrote < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(0, wrote);
    }
    return true;
}

bool writeAndSynchronise(const QByteArray &path, const QByteArray &bytes)
{
    const int descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    const bool written = writeAll(descriptor, bytes) && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && written;
}

// A folder that is made needs its own entry on the disk as well.
bool makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    return QDir().mkpath(folder) &&
           QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) &&
           synchroniseFolder(QFileInfo(folder).path());
}

} // namespace

bool synchroniseFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

bool writeDurably(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    const QByteArray place = QFile::encodeName(path);
    const QByteArray beside = place + ".new";
    if (makeFolder(folder) && writeAndSynchronise(beside, bytes) &&
        std::rename(beside.constData(), place.constData()) == 0)
        return synchroniseFolder(folder);
    ::unlink(beside.constData());
    return false;
}

} // namespace yichuang
