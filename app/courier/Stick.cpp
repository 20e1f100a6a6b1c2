#include "courier/Stick.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace yichuang::courier {

namespace {

constexpr qsizetype partBytes = 1024 * 1024;
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

// What the system said, in the words of the catalogue.
tl::unexpected<Error> writeFailure()
{
    const QString number = QString::number(errno);
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return stickFull(number);
    case EROFS:
    case EACCES:
    case EPERM:
        return raise(ErrorCode::StickReadOnly, number);
    default:
        return raise(ErrorCode::StickWriteFailed, number);
    }
}

tl::unexpected<Error> readFailure()
{
    return raise(ErrorCode::StickReadFailed, QString::number(errno));
}

QByteArray encoded(const QString &name)
{
    return QFile::encodeName(name);
}

} // namespace

tl::unexpected<Error> stickFull(const QString &detail)
{
    return raise(ErrorCode::StickFull, detail);
}

class Stick::Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor()
    {
        const int error = errno;
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        errno = error;
    }
    bool isOpen() const { return m_descriptor >= 0; }
    int number() const { return m_descriptor; }

private:
    int m_descriptor;
};

Stick::Stick(QString place)
    : m_place(std::move(place))
{}

bool Stick::goOn(Step step)
{
    errno = before(step);
    return errno == 0;
}

Stick::Descriptor Stick::root()
{
    return Descriptor(
        ::open(encoded(QDir(m_place).filePath(QLatin1String(rootName))).constData(), folderFlags));
}

Stick::Descriptor Stick::folder(const QString &name)
{
    return Descriptor(::openat(root().number(), encoded(name).constData(), folderFlags));
}

Result<qint64> Stick::room()
{
    struct statvfs about;
    if (::statvfs(encoded(m_place).constData(), &about) != 0)
        return readFailure();
    return static_cast<qint64>(about.f_bavail) * static_cast<qint64>(about.f_frsize);
}

Result<void> Stick::prepare()
{
    const QByteArray path = encoded(QDir(m_place).filePath(QLatin1String(rootName)));
    if (!goOn(Step::MakeFolder) || (::mkdir(path.constData(), 0755) != 0 && errno != EEXIST))
        return writeFailure();
    // It may be there and be a file, or a link to somewhere else; or the stick may only be read.
    const Descriptor opened = root();
    if (!opened.isOpen() || ::faccessat(opened.number(), ".", W_OK, 0) != 0)
        return writeFailure();
    return {};
}

QStringList Stick::folders()
{
    const Descriptor opened = root();
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(
        opened.isOpen() ? ::fdopendir(::dup(opened.number())) : nullptr, &::closedir);
    QStringList names;
    while (stream && names.size() < mostFolders) {
        const dirent *entry = ::readdir(stream.get());
        if (!entry)
            break;
        if (entry->d_name[0] != '.' && (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN))
            names.append(QFile::decodeName(entry->d_name));
    }
    names.sort();
    return names;
}

Result<void> Stick::makeFolder(const QString &name)
{
    const Descriptor parent = root();
    if (!parent.isOpen() || !goOn(Step::MakeFolder) ||
        ::mkdirat(parent.number(), encoded(name).constData(), 0755) != 0)
        return writeFailure();
    return synchronise(parent);
}

bool Stick::writeAll(const Descriptor &file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        if (!goOn(Step::Write))
            return false;
        const ssize_t wrote = ::write(file.number(), bytes.constData() + done,
                                      static_cast<size_t>(qMin<qsizetype>(partBytes, bytes.size() - done)));
        if (wrote < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(0, wrote);
    }
    return true;
}

Result<void> Stick::write(const QString &folderName, const QString &file, const QByteArray &bytes)
{
    const Descriptor parent = folder(folderName);
    if (!parent.isOpen() || !goOn(Step::Create))
        return writeFailure();
    const Descriptor made(::openat(parent.number(), encoded(file).constData(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!made.isOpen() || !writeAll(made, bytes) || !goOn(Step::Synchronise) || ::fsync(made.number()) != 0)
        return writeFailure();
    // What is read back is to come from the stick.
    ::posix_fadvise(made.number(), 0, 0, POSIX_FADV_DONTNEED);
    return synchronise(parent);
}

// Some filing systems of sticks have no such thing for folders; then their files' own is all there is.
Result<void> Stick::synchronise(const Descriptor &opened)
{
    if (!goOn(Step::Synchronise) || (::fsync(opened.number()) != 0 && errno != EINVAL && errno != ENOSYS))
        return writeFailure();
    return {};
}

Result<QByteArray> Stick::read(const QString &folderName, const QString &file, qint64 most)
{
    const Descriptor parent = folder(folderName);
    if (!parent.isOpen() || !goOn(Step::Read))
        return readFailure();
    const Descriptor opened(
        ::openat(parent.number(), encoded(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat about;
    if (!opened.isOpen() || ::fstat(opened.number(), &about) != 0)
        return readFailure();
    errno = S_ISREG(about.st_mode) ? EFBIG : EINVAL;
    if (!S_ISREG(about.st_mode) || about.st_size > most)
        return readFailure();
    QByteArray bytes(static_cast<qsizetype>(about.st_size), Qt::Uninitialized);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t got =
            ::read(opened.number(), bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (got == 0 || (got < 0 && errno != EINTR))
            return readFailure();
        done += qMax<ssize_t>(0, got);
    }
    return bytes;
}

Result<void> Stick::rename(const QString &from, const QString &to)
{
    const Descriptor parent = root();
    if (!parent.isOpen() || !goOn(Step::Rename) ||
        ::renameat(parent.number(), encoded(from).constData(), parent.number(), encoded(to).constData()) != 0)
        return writeFailure();
    return synchronise(parent);
}

bool Stick::remove(const QString &name)
{
    const Descriptor parent = root();
    const Descriptor opened = folder(name);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(
        opened.isOpen() ? ::fdopendir(::dup(opened.number())) : nullptr, &::closedir);
    QByteArrayList files;
    for (const dirent *entry = stream ? ::readdir(stream.get()) : nullptr; entry;
         entry = ::readdir(stream.get())) {
        if (qstrcmp(entry->d_name, ".") != 0 && qstrcmp(entry->d_name, "..") != 0)
            files.append(entry->d_name);
    }
    for (const QByteArray &file : std::as_const(files)) {
        if (goOn(Step::Remove))
            ::unlinkat(opened.number(), file.constData(), 0);
    }
    return goOn(Step::Remove) && ::unlinkat(parent.number(), encoded(name).constData(), AT_REMOVEDIR) == 0;
}

} // namespace yichuang::courier
