#include "FaultyDisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <new>
#include <sqlite3.h>

namespace yichuang {

namespace {

constexpr qsizetype sectorBytes = 512;

FaultyDisk &disk()
{
    static FaultyDisk one;
    return one;
}

sqlite3_vfs *realVfs = nullptr;

// SQLite gives one block of memory for both: this, and behind it the real VFS's own.
struct File
{
    sqlite3_file base;
    QString *name;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *fileOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

const sqlite3_io_methods *methodsOf(sqlite3_file *file)
{
    return fileOf(file)->real()->pMethods;
}

int closeFile(sqlite3_file *file)
{
    delete fileOf(file)->name;
    return methodsOf(file)->xClose(fileOf(file)->real());
}

int readFile(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 at)
{
    return methodsOf(file)->xRead(fileOf(file)->real(), buffer, amount, at);
}

int writeFile(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 at)
{
    const QByteArray bytes(static_cast<const char *>(buffer), amount);
    const int failure = disk().ask({*fileOf(file)->name, FaultyDisk::Kind::Write, at, bytes});
    if (failure == 0)
        return methodsOf(file)->xWrite(fileOf(file)->real(), buffer, amount, at);
    if (disk().tears())
        methodsOf(file)->xWrite(fileOf(file)->real(), buffer, amount / 2, at);
    return failure;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int failure = disk().ask({*fileOf(file)->name, FaultyDisk::Kind::Truncate, size, {}});
    return failure ? failure : methodsOf(file)->xTruncate(fileOf(file)->real(), size);
}

int synchroniseFile(sqlite3_file *file, int flags)
{
    const int failure = disk().ask({*fileOf(file)->name, FaultyDisk::Kind::Synchronise, 0, {}});
    return failure ? failure : methodsOf(file)->xSync(fileOf(file)->real(), flags);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return methodsOf(file)->xFileSize(fileOf(file)->real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return methodsOf(file)->xLock(fileOf(file)->real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return methodsOf(file)->xUnlock(fileOf(file)->real(), level);
}

int checkReserved(sqlite3_file *file, int *out)
{
    return methodsOf(file)->xCheckReservedLock(fileOf(file)->real(), out);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return methodsOf(file)->xFileControl(fileOf(file)->real(), operation, argument);
}

int sectorOf(sqlite3_file *file)
{
    return methodsOf(file)->xSectorSize(fileOf(file)->real());
}

// Promises nothing about whole sectors or order, whatever the real disk does.
int characteristics(sqlite3_file *)
{
    return 0;
}

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return methodsOf(file)->xShmMap(fileOf(file)->real(), page, size, extend, out);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file)->xShmLock(fileOf(file)->real(), offset, count, flags);
}

void barrier(sqlite3_file *file)
{
    methodsOf(file)->xShmBarrier(fileOf(file)->real());
}

int unmapShared(sqlite3_file *file, int remove)
{
    return methodsOf(file)->xShmUnmap(fileOf(file)->real(), remove);
}

const sqlite3_io_methods methods{
    2,          closeFile,  readFile,      writeFile,   truncateFile, synchroniseFile, sizeOfFile,
    lockFile,   unlockFile, checkReserved, controlFile, sectorOf,     characteristics, mapShared,
    lockShared, barrier,    unmapShared,   nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    File *own = fileOf(file);
    own->base.pMethods = nullptr;
    const int opened = realVfs->xOpen(realVfs, name, own->real(), flags, outFlags);
    if (opened != SQLITE_OK)
        return opened;
    own->name = new QString(QFileInfo(QString::fromUtf8(name)).fileName());
    own->base.pMethods = &methods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *, const char *name, int synchroniseFolder)
{
    const int failure =
        disk().ask({QFileInfo(QString::fromUtf8(name)).fileName(), FaultyDisk::Kind::Remove, 0, {}});
    return failure ? failure : realVfs->xDelete(realVfs, name, synchroniseFolder);
}

void apply(QByteArray &content, const FaultyDisk::Operation &operation)
{
    if (operation.kind == FaultyDisk::Kind::Truncate)
        content.resize(operation.at);
    if (operation.kind != FaultyDisk::Kind::Write)
        return;
    const qsizetype end = operation.at + operation.bytes.size();
    if (content.size() < end)
        content.append(end - content.size(), '\0');
    content.replace(operation.at, operation.bytes.size(), operation.bytes);
}

// Each sector of the write is on the disk or not.
void applyInPart(QByteArray &content, const FaultyDisk::Operation &operation, QRandomGenerator &random)
{
    if (operation.kind != FaultyDisk::Kind::Write) {
        if (random.bounded(2))
            apply(content, operation);
        return;
    }
    const int whole = random.bounded(3); // none of it, all of it, some of it
    for (qint64 at = operation.at; at < operation.at + operation.bytes.size();) {
        const qint64 next = qMin((at / sectorBytes + 1) * sectorBytes, operation.at + operation.bytes.size());
        if (whole == 1 || (whole == 2 && random.bounded(2)))
            apply(content,
                  {operation.file, operation.kind, at, operation.bytes.mid(at - operation.at, next - at)});
        at = next;
    }
}

} // namespace

FaultyDisk &FaultyDisk::install()
{
    static sqlite3_vfs vfs;
    if (realVfs)
        return disk();
    sqlite3_initialize();
    realVfs = sqlite3_vfs_find("unix");
    vfs = *realVfs;
    vfs.zName = "faulty";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    sqlite3_vfs_register(&vfs, 0);
    if (sqlite3mc_vfs_create("faulty", 1) != SQLITE_OK)
        qFatal("the faulty disk could not be put under the encryption");
    return disk();
}

void FaultyDisk::failAt(int count, int code, bool torn, bool stays)
{
    m_countdown = count;
    m_code = code;
    m_torn = torn;
    m_stays = stays;
    m_failed = false;
}

bool FaultyDisk::heal()
{
    m_countdown = 0;
    m_stays = false;
    return std::exchange(m_failed, false);
}

int FaultyDisk::ask(const Operation &operation)
{
    if (m_recording)
        m_operations.append(operation);
    const bool fails = (m_countdown > 0 && --m_countdown == 0) || (m_failed && m_stays);
    m_failed = m_failed || fails;
    return fails ? m_code : 0;
}

void FaultyDisk::record()
{
    m_operations.clear();
    m_recording = true;
}

void FaultyDisk::writeAfterCut(const QString &folder, int operations, QRandomGenerator &random) const
{
    QHash<QString, int> synchronised;
    for (int i = 0; i < operations; ++i) {
        if (m_operations[i].kind == Kind::Synchronise)
            synchronised[m_operations[i].file] = i;
    }
    QHash<QString, QByteArray> contents;
    for (int i = 0; i < operations; ++i) {
        const Operation &operation = m_operations[i];
        if (operation.kind == Kind::Remove)
            contents.remove(operation.file);
        else if (i < synchronised.value(operation.file, -1))
            apply(contents[operation.file], operation);
        else
            applyInPart(contents[operation.file], operation, random);
    }
    for (auto content = contents.cbegin(); content != contents.cend(); ++content) {
        QFile file(QDir(folder).filePath(content.key()));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(content.value()) != content.value().size())
            qFatal("the disk after the cut could not be written");
    }
}

} // namespace yichuang
