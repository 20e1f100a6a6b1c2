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

    BlobFiles(QString folder, Secret key); // 32 bytes

    // Written beside its place, synchronised, then moved: there is the whole file or none.
    Result<Digest> put(const QByteArray &bytes);
    // BlobUnknown, or BlobDamaged where a byte is not as it was written.
    Result<QByteArray> get(const Digest &digest) const;
    bool has(const Digest &digest) const;

private:
    QString pathOf(const Digest &digest) const;

    QString m_folder;
    Secret m_key;
};

} // namespace yichuang
