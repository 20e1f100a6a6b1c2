#include "platform/pages/FolderPages.h"

#include "platform/pages/OpenFile.h"
#include "platform/pages/PageFailure.h"

#include <QDir>
#include <QDirIterator>

#include <sys/statvfs.h>

#include <cerrno>
#include <cstdio>
#include <thread>

namespace yichuang {

namespace {

bool synchronise(const QString &path, int flags)
{
    const OpenFile file(path, flags);
    return file.isOpen() && ::fsync(file.descriptor()) == 0;
}

} // namespace

FolderPages::FolderPages(QString folder, qint64 reserve)
    : m_folder(std::move(folder))
    , m_reserve(reserve)
{}

Result<void> FolderPages::prepare()
{
    if (!QDir().mkpath(m_folder + QStringLiteral("/pages")) || !QDir().mkpath(spool()))
        return pageFailure(errno, "folders");
    if (!synchronise(m_folder, O_RDONLY | O_DIRECTORY))
        return pageFailure(errno, "synchronising the folders");
    return {};
}

QString FolderPages::shelfOf(const Digest &page) const
{
    return m_folder + QStringLiteral("/pages/") + page.toHex().first(2);
}

QString FolderPages::pathOf(const Digest &page) const
{
    return shelfOf(page) + QLatin1Char('/') + page.toHex();
}

// Synchronised before it has its name: what can be found under a hash is whole also after the power went.
Result<void> FolderPages::put(const Digest &page, const QString &file)
{
    if (!synchronise(file, O_RDONLY))
        return pageFailure(errno, "synchronising a page");
    const QByteArray from = QFile::encodeName(file);
    const QByteArray to = QFile::encodeName(pathOf(page));
    if (::rename(from.constData(), to.constData()) != 0) {
        if (errno != ENOENT)
            return pageFailure(errno, "naming a page");
        if (auto made = makeShelf(page); !made)
            return made;
        if (::rename(from.constData(), to.constData()) != 0)
            return pageFailure(errno, "naming a page");
    }
    if (!synchronise(shelfOf(page), O_RDONLY | O_DIRECTORY))
        return pageFailure(errno, "synchronising a shelf");
    return {};
}

Result<void> FolderPages::makeShelf(const Digest &page)
{
    const int made = ::mkdir(QFile::encodeName(shelfOf(page)).constData(), 0700);
    if ((made != 0 && errno != EEXIST) ||
        !synchronise(m_folder + QStringLiteral("/pages"), O_RDONLY | O_DIRECTORY))
        return pageFailure(errno, "making a shelf");
    return {};
}

bool FolderPages::isAtHand(const Digest &page) const
{
    return !page.isNull() && ::access(QFile::encodeName(pathOf(page)).constData(), F_OK) == 0;
}

Result<bool> FolderPages::has(const Digest &page) const
{
    if (isAtHand(page))
        return true;
    if (errno != ENOENT)
        return pageFailure(errno, "looking for a page");
    return false;
}

Result<QByteArray> FolderPages::read(const Digest &page, qint64 from, qint64 most) const
{
    const OpenFile file(pathOf(page), O_RDONLY);
    if (!file.isOpen())
        return errno == ENOENT ? pageUnknown() : pageFailure(errno, "opening a page");
    QByteArray bytes(qBound<qint64>(0, file.size() - from, most), Qt::Uninitialized);
    qint64 count = 0;
    while (count < bytes.size()) {
        const ssize_t some = ::pread(file.descriptor(), bytes.data() + count,
                                     static_cast<size_t>(bytes.size() - count), from + count);
        if (some <= 0)
            return pageFailure(errno, "reading a page");
        count += some;
    }
    return bytes;
}

Result<void> FolderPages::remove(const Digest &page)
{
    if (::unlink(QFile::encodeName(pathOf(page)).constData()) != 0 && errno != ENOENT)
        return pageFailure(errno, "removing a page");
    return {};
}

Result<void> FolderPages::forEach(const Visit &visit) const
{
    QDirIterator files(m_folder + QStringLiteral("/pages"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const auto page = Digest::fromHex(file.fileName().toLatin1());
        if (page && !visit(*page, file.lastModified()))
            break;
    }
    return {};
}

void FolderPages::touch(const Digest &page)
{
    (void)::utimensat(AT_FDCWD, QFile::encodeName(pathOf(page)).constData(), nullptr, 0);
}

Result<void> FolderPages::reserve(qint64 bytes) const
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(m_folder).constData(), &disk) != 0)
        return pageFailure(errno, "asking for the room");
    if (static_cast<qint64>(disk.f_bavail * disk.f_frsize) < bytes + m_reserve)
        return pageFailure(ENOSPC, "the reserve");
    return {};
}

int FolderPages::width() const
{
    return static_cast<int>(qBound(2U, std::thread::hardware_concurrency(), 8U));
}

} // namespace yichuang
