#pragma once

#include "base/Digest.h"
#include "base/Result.h"
#include "base/Secret.h"

#include <QString>

namespace yichuang {

// The page files: each encrypted with AES-256-GCM in chunks of 64 KiB under a key of its own, named by a
// keyed hash, so that neither a file nor its name tells what it holds. FORMAT.md has the bytes. Any thread,
// one at a time.
class BlobFiles
{
public:
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024;

    // What a page leaves free on the disk, so that cases can still be saved when pages no longer can.
    static constexpr qint64 reserveBytes = 64 * 1024 * 1024;

    BlobFiles(QString folder, Secret key, qint64 reserve = reserveBytes); // key: 32 bytes

    // Written beside its place, synchronised, then moved: there is the whole file or none. BlobTooLarge,
    // DiskNearlyFull, BlobWriteFailed.
    Result<Digest> put(const QByteArray &bytes);
    // BlobUnknown, or BlobDamaged where a byte is not as it was written.
    Result<QByteArray> get(const Digest &digest) const;
    // At most `most` bytes from this place on, fewer only at the end; reads and decrypts no more than their
    // chunks. The same errors; that the whole hashes to its name is not checked.
    Result<QByteArray> part(const Digest &digest, qint64 from, qint64 most) const;
    bool has(const Digest &digest) const;
    void remove(const Digest &digest);

private:
    QString pathOf(const Digest &digest) const;

    QString m_folder;
    Secret m_key;
    qint64 m_reserve;
};

} // namespace yichuang
