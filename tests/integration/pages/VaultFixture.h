#pragma once

#include "domain/Wire.h"
#include "platform/pages/BlobVault.h"
#include "platform/pages/FolderPages.h"
#include "support/SteppedClock.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace yichuang {

// A vault over a folder of files, and requests of a device as they come off a socket.
struct VaultFixture
{
    QTemporaryDir folder;
    test::SteppedClock clock{QDateTime::currentDateTimeUtc()};
    BlobVault vault{std::make_unique<FolderPages>(folder.path(), 0), clock};
    DeviceId device = DeviceId::fromString(u"0190b1f4-6f00-7000-8000-000000000001");

    VaultFixture() { (void)vault.prepare(); }

    using Headers = QHash<QByteArray, QByteArray>;

    ApiReply send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                  Headers headers = {})
    {
        wire::RequestProof proof;
        proof.device = device;
        proof.nonce = QByteArray(32, 'a');
        proof.signature = QByteArray(64, 's');
        headers.insert("authorization", wire::toHeader(proof));
        if (!headers.contains("tus-resumable"))
            headers.insert("tus-resumable", "1.0.0");
        return vault.answer({method, path, headers, body});
    }

    static Headers creation(const QByteArray &page)
    {
        return {{"upload-length", QByteArray::number(page.size())},
                {"upload-metadata", "sha256 " + Digest::of(page).toHex().toLatin1().toBase64() +
                                        ",mediaType " + QByteArray("image/png").toBase64()}};
    }

    // The path of a new upload.
    QByteArray begin(const QByteArray &page)
    {
        return send("POST", "/v1/blobs", {}, creation(page)).headers.value("Location");
    }

    static Headers pieceAt(qint64 offset)
    {
        return {{"content-type", "application/offset+octet-stream"},
                {"upload-offset", QByteArray::number(offset)}};
    }

    ApiReply patch(const QByteArray &upload, qint64 offset, const QByteArray &bytes)
    {
        return send("PATCH", upload, bytes, pieceAt(offset));
    }

    qint64 offsetOf(const QByteArray &upload)
    {
        const ApiReply reply = send("HEAD", upload);
        return reply.status == 200 ? reply.headers.value("Upload-Offset").toLongLong() : -reply.status;
    }

    bool has(const QByteArray &page) { return vault.has(Digest::of(page).toHex()); }

    int filesIn(const QString &part) const
    {
        int count = 0;
        QDirIterator files(folder.filePath(part), QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }
};

} // namespace yichuang
