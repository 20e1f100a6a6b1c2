#include "store/BlobFiles.h"

#include "store/ChunkCipher.h"
#include "store/DurableFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace yichuang {

namespace {

const QByteArray magic("YCB1");

Secret fileKey(const Secret &key, QByteArrayView salt)
{
    QByteArray bytes = chunkcipher::keyed(key, "file", salt);
    Secret derived(bytes);
    wipe(bytes);
    return derived;
}

tl::unexpected<Error> unknown()
{
    return raise(ErrorCode::BlobUnknown);
}

tl::unexpected<Error> damaged()
{
    return raise(ErrorCode::BlobDamaged);
}

} // namespace

BlobFiles::BlobFiles(QString folder, Secret key, qint64 reserve)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
    , m_reserve(reserve)
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
    if (QStorageInfo(QFileInfo(m_folder).path()).bytesAvailable() < m_reserve + bytes.size())
        return raise(ErrorCode::DiskNearlyFull);
    const QByteArray salt = Secret::random(chunkcipher::saltBytes).view().toByteArray();
    if (!writeDurably(path, magic + salt + chunkcipher::seal(fileKey(m_key, salt), bytes)))
        return raise(ErrorCode::BlobWriteFailed);
    return digest;
}

Result<QByteArray> BlobFiles::get(const Digest &digest) const
{
    QFile file(pathOf(digest));
    if (!file.open(QIODevice::ReadOnly))
        return unknown();
    const QByteArray content = file.readAll();
    const qsizetype head = magic.size() + chunkcipher::saltBytes;
    std::optional<QByteArray> plain;
    if (content.size() >= head && content.startsWith(magic)) {
        const QByteArrayView salt = QByteArrayView(content).sliced(magic.size(), chunkcipher::saltBytes);
        plain = chunkcipher::open(fileKey(m_key, salt), QByteArrayView(content).sliced(head));
    }
    if (!plain || Digest::of(*plain) != digest)
        return damaged();
    return *plain;
}

Result<QByteArray> BlobFiles::part(const Digest &digest, qint64 from, qint64 most) const
{
    constexpr qint64 sealedChunk = chunkcipher::chunkBytes + chunkcipher::tagBytes;
    QFile file(pathOf(digest));
    if (!file.open(QIODevice::ReadOnly))
        return unknown();
    const qint64 head = magic.size() + chunkcipher::saltBytes;
    const QByteArray begin = file.read(head);
    if (begin.size() < head || !begin.startsWith(magic))
        return damaged();
    const Secret key = fileKey(m_key, QByteArrayView(begin).sliced(magic.size()));
    const qint64 chunks = (file.size() - head + sealedChunk - 1) / sealedChunk;
    const qint64 firstChunk = qMin(from / chunkcipher::chunkBytes, qMax<qint64>(0, chunks - 1));
    QByteArray plain;
    for (qint64 chunk = firstChunk; chunk < chunks && chunk * chunkcipher::chunkBytes < from + most;
         ++chunk) {
        if (!file.seek(head + chunk * sealedChunk) ||
            !chunkcipher::openChunk(key, static_cast<quint32>(chunk), chunk == chunks - 1,
                                    file.read(sealedChunk), plain))
            return damaged();
    }
    return plain.mid(from - firstChunk * chunkcipher::chunkBytes, most);
}

void BlobFiles::remove(const Digest &digest)
{
    QFile::remove(pathOf(digest));
}

} // namespace yichuang
