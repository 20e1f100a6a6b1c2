#include "platform/pages/UploadSpool.h"

#include "base/DigestStream.h"
#include "platform/pages/OpenFile.h"
#include "platform/pages/PageFailure.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <sys/file.h>

#include <array>
#include <cerrno>

namespace yichuang {

namespace {

const QString aboutEnd = QStringLiteral(".json");
const QString bytesEnd = QStringLiteral(".part");

QString bytesOf(const QString &about)
{
    return about.chopped(aboutEnd.size()) + bytesEnd;
}

bool writeAll(int descriptor, const QByteArray &bytes, qint64 at)
{
    qint64 count = 0;
    while (count < bytes.size()) {
        const ssize_t some = ::pwrite(descriptor, bytes.constData() + count,
                                      static_cast<size_t>(bytes.size() - count), at + count);
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0)
            return false;
        count += some;
    }
    return true;
}

// The lock of the file that this path names now, or -1: who waited for a lock may have waited for a file that
// was removed meanwhile.
int lockOf(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    struct stat held = {};
    struct stat named = {};
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX) == 0 && ::fstat(descriptor, &held) == 0 &&
        ::stat(QFile::encodeName(path).constData(), &named) == 0 && held.st_ino == named.st_ino)
        return descriptor;
    if (descriptor >= 0)
        ::close(descriptor);
    return -1;
}

} // namespace

SpooledUpload::~SpooledUpload()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

QString SpooledUpload::file() const
{
    return bytesOf(m_about);
}

Result<void> SpooledUpload::append(const QByteArray &bytes)
{
    const OpenFile file(this->file(), O_WRONLY);
    if (file.isOpen() && writeAll(file.descriptor(), bytes, m_offset)) {
        m_offset += bytes.size();
        return {};
    }
    const int error = errno;
    if (file.isOpen())
        (void)!::ftruncate(file.descriptor(), m_offset);
    return pageFailure(error, "keeping a piece");
}

Result<Digest> SpooledUpload::digest() const
{
    const OpenFile file(this->file(), O_RDONLY);
    DigestStream stream;
    const auto block = std::make_unique<std::array<char, 256 * 1024>>();
    ssize_t count = 0;
    while (file.isOpen() && (count = ::read(file.descriptor(), block->data(), block->size())) > 0)
        stream.add(QByteArrayView(block->data(), count));
    if (!file.isOpen() || count < 0)
        return pageFailure(errno, "reading an upload");
    return stream.finish();
}

// The description last: an upload without bytes would count as taken.
void SpooledUpload::remove()
{
    QFile::remove(file());
    QFile::remove(m_about);
}

UploadSpool::UploadSpool(QString folder)
    : m_folder(std::move(folder))
{}

Result<std::unique_ptr<SpooledUpload>> UploadSpool::begin(const Begin &begin)
{
    const QDir folder(m_folder + QLatin1Char('/') + begin.owner);
    if (!folder.exists() && !QDir().mkpath(folder.path()))
        return pageFailure(errno, "making an owner's folder");
    if (!begin.taken &&
        folder.entryList({QLatin1Char('*') + bytesEnd}, QDir::Files, QDir::Unsorted).size() >= mostOfOneOwner)
        return std::unique_ptr<SpooledUpload>();
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString about = folder.filePath(id + aboutEnd);
    const QJsonObject description{{QStringLiteral("page"), begin.page.toHex()},
                                  {QStringLiteral("length"), begin.length},
                                  {QStringLiteral("metadata"), QString::fromLatin1(begin.metadata)}};
    // The bytes first: a description alone means that they were taken.
    if (!begin.taken && !OpenFile(bytesOf(about), O_WRONLY | O_CREAT | O_EXCL).isOpen())
        return pageFailure(errno, "beginning an upload");
    const QByteArray text = QJsonDocument(description).toJson(QJsonDocument::Compact);
    const OpenFile file(about, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen() || !writeAll(file.descriptor(), text, 0)) {
        const int error = errno;
        QFile::remove(bytesOf(about));
        QFile::remove(about);
        return pageFailure(error, "describing an upload");
    }
    return open(begin.owner, id);
}

std::unique_ptr<SpooledUpload> UploadSpool::open(const QString &owner, const QString &id) const
{
    const QString about = m_folder + QLatin1Char('/') + owner + QLatin1Char('/') + id + aboutEnd;
    std::unique_ptr<SpooledUpload> upload(new SpooledUpload);
    upload->m_lock = lockOf(about);
    QFile file(about);
    if (upload->m_lock < 0 || !file.open(QIODevice::ReadOnly))
        return nullptr;
    const QJsonObject description = QJsonDocument::fromJson(file.readAll()).object();
    const auto page = Digest::fromHex(description.value(QLatin1String("page")).toString().toLatin1());
    if (!page)
        return nullptr;
    const QFileInfo bytes(bytesOf(about));
    upload->m_about = about;
    upload->m_id = id;
    upload->m_page = *page;
    upload->m_length = description.value(QLatin1String("length")).toInteger();
    upload->m_metadata = description.value(QLatin1String("metadata")).toString().toLatin1();
    upload->m_taken = !bytes.exists();
    upload->m_offset = upload->m_taken ? upload->m_length : bytes.size();
    upload->m_touched = (upload->m_taken ? QFileInfo(about) : bytes).lastModified();
    return upload;
}

int UploadSpool::sweep(const QDateTime &untouchedSince, const QDateTime &takenBefore)
{
    int count = 0;
    QDirIterator files(m_folder, {QLatin1Char('*') + aboutEnd, QLatin1Char('*') + bytesEnd}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const QString about = file.path() + QLatin1Char('/') + file.completeBaseName() + aboutEnd;
        if (file.lastModified() >= qMax(untouchedSince, takenBefore))
            continue;
        const auto upload = open(QFileInfo(file.path()).fileName(), file.completeBaseName());
        const bool taken = upload && upload->isTaken();
        const QDateTime touched = upload ? upload->touched() : file.lastModified();
        if (touched >= (taken ? takenBefore : untouchedSince))
            continue;
        count += QFile::remove(bytesOf(about)) ? 1 : 0;
        QFile::remove(about);
    }
    return count;
}

} // namespace yichuang
