#pragma once

#include "base/Clock.h"
#include "base/Digest.h"
#include "platform/http/Exchange.h"

namespace yichuang {

// The pages: files named by their hash, and uploads under way (tus 1.0: creation, checksum, termination,
// expiration). A page is here only when its bytes are whole, hash to the promised name and are on the disk.
// `has` may be asked from any thread; the rest runs on the blobs' own.
class BlobVault
{
public:
    static constexpr qint64 mostBytes = 64 * 1024 * 1024;

    BlobVault(QString folder, const Clock &clock);
    bool prepare();

    bool has(const QString &hash) const;
    ApiReply create(const ApiRequest &request);
    ApiReply offset(const QString &upload);
    ApiReply proceed(const QString &upload, const ApiRequest &request);
    ApiReply drop(const QString &upload);
    // Uploads that nobody has touched for a week.
    int expire();

private:
    QString pageOf(const QString &hash) const;
    QString uploadOf(const QString &upload, const char *part) const;
    ApiReply finish(const QString &upload, const QJsonObject &about);

    QString m_folder;
    const Clock &m_clock;
};

} // namespace yichuang
