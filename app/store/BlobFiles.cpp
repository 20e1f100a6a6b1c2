#include "store/BlobFiles.h"

#include "store/ChunkCipher.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace yichuang {

namespace {

const QByteArray magic("YCB1");

// A moved file is only safe when its folder is, too.
bool synchroniseFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

bool writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(content) == content.size() && file.commit();
}

Secret fileKey(const Secret &key, QByteArrayView salt)
{
    QByteArray bytes = chunkcipher::keyed(key, "file", salt);
    Secret derived(bytes);
    wipe(bytes);
    return derived;
}

} // namespace

BlobFiles::BlobFiles(QString folder, Secret key)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
{}

QString BlobFiles::pathOf(const Digest &digest) const
{
    const QByteArray name = chunkcipher::keyed(m_key, "name", digest.bytes()).toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(name.first(2)) + QLatin1Char('/') +
                                   QString::fromLatin1(name.mid(2)));
}

bool BlobFiles::has(const Digest &digest) const
{
    return QFile::exists(pathOf(digest));
}

Result<Digest> BlobFiles::put(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return raise(ErrorCode::BlobTooLarge, QString::number(bytes.size()));
    const Digest digest = Digest::of(bytes);
    const QString path = pathOf(digest);
    // A file that is there but cannot be read whole is written anew: its bytes are at hand now.
    if (QFile::exists(path) && get(digest))
        return digest;
    const QString folder = QFileInfo(path).path();
    const QByteArray salt = Secret::random(chunkcipher::saltBytes).view().toByteArray();
    const QByteArray content = magic + salt + chunkcipher::seal(fileKey(m_key, salt), bytes);
    if (!QDir().mkpath(folder) || !writeWhole(path, content) || !synchroniseFolder(folder))
        return raise(ErrorCode::BlobWriteFailed);
    return digest;
}

Result<QByteArray> BlobFiles::get(const Digest &digest) const
{
    QFile file(pathOf(digest));
    if (!file.open(QIODevice::ReadOnly))
        return raise(ErrorCode::BlobUnknown);
    const QByteArray content = file.readAll();
    const qsizetype head = magic.size() + chunkcipher::saltBytes;
    std::optional<QByteArray> plain;
    if (content.size() >= head && content.startsWith(magic)) {
        const QByteArrayView salt = QByteArrayView(content).sliced(magic.size(), chunkcipher::saltBytes);
        plain = chunkcipher::open(fileKey(m_key, salt), QByteArrayView(content).sliced(head));
    }
    if (!plain || Digest::of(*plain) != digest)
        return raise(ErrorCode::BlobDamaged);
    return *plain;
}

} // namespace yichuang
