#include "FolderPrinter.h"

#include "PrinterErrors.h"

#include "devices/DeviceErrors.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace yichuang::systemprinter {

namespace {

constexpr qsizetype longestTitle = 120; // bytes, so that every file system takes the whole name
constexpr int mostFiles = 99999;
const char *const unfinished = ".yichuang-paper.part";

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return ::fsync(descriptor) == 0;
}

// One process has a device open, so what stands under this name is what an earlier one left unfinished.
bool writeUnfinished(int folder, const QByteArray &bytes)
{
    ::unlinkat(folder, unfinished, 0);
    const Descriptor file(
        ::openat(folder, unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    return file.isOpen() && writeAll(file.get(), bytes);
}

bool giveName(int folder, const QString &title)
{
    for (int counter = 1; counter <= mostFiles; ++counter) {
        const QByteArray name = QFile::encodeName(QStringLiteral("%1-%2.pdf").arg(title).arg(counter));
        if (::renameat2(folder, unfinished, folder, name.constData(), RENAME_NOREPLACE) == 0)
            return true;
        if (errno != EEXIST)
            return false;
    }
    return false;
}

} // namespace

QString fileTitle(const QString &title)
{
    QString name;
    QByteArray bytes;
    for (const uint character : title.toUcs4()) {
        const char32_t one = character;
        const QString next = QChar::isLetterOrNumber(one) ? QString::fromUcs4(&one, 1) : QStringLiteral("-");
        if (next == u"-" && (name.isEmpty() || name.endsWith(u'-')))
            continue;
        bytes += next.toUtf8();
        if (bytes.size() > longestTitle)
            break;
        name += next;
    }
    if (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("document") : name;
}

DeviceCondition FolderPrinter::condition(const Stop &)
{
    const QFileInfo folder(m_folder);
    if (!folder.isDir())
        return broken(printerMissing(m_folder).value());
    if (::access(QFile::encodeName(m_folder).constData(), W_OK | X_OK) != 0)
        return broken(printerRefused(reason()).value());
    return {DeviceLamp::Ready, {}, m_folder};
}

Result<PrintProof> FolderPrinter::print(const PrintDocument &document, const Stop &stop)
{
    if (stop.isRequested())
        return deviceStopped();
    if (!isPdf(document))
        return printerRefused(QStringLiteral("no PDF"));
    const Descriptor folder(
        ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return printerMissing(m_folder + QStringLiteral(": ") + reason());
    if (!writeUnfinished(folder.get(), document.pdf) || !giveName(folder.get(), fileTitle(document.title))) {
        const QString why = reason();
        ::unlinkat(folder.get(), unfinished, 0);
        return printerRefused(why);
    }
    // The name is there; whether it is there after a power cut is known only now.
    return ::fsync(folder.get()) == 0 ? PrintProof::Confirmed : PrintProof::Unconfirmed;
}

} // namespace yichuang::systemprinter
