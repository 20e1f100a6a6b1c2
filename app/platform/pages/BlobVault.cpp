#include "platform/pages/BlobVault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

namespace yichuang {

namespace {

constexpr int expireAfterDays = 7;

bool isHash(const QString &text)
{
    return Digest::fromHex(text.toLatin1()).has_value();
}

// "sha256 YWJj,mediaType aW1n": tus has the values in base64.
QHash<QByteArray, QByteArray> metadataOf(const QByteArray &header)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &pair : header.left(2000).split(',')) {
        const QByteArrayList words = pair.trimmed().split(' ');
        values.insert(words.value(0), QByteArray::fromBase64(words.value(1)));
    }
    return values;
}

bool synchronise(const QString &path, bool folder)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | (folder ? O_DIRECTORY : 0));
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

QString hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? QString::fromLatin1(hash.result().toHex())
                                                                 : QString();
}

} // namespace

BlobVault::BlobVault(QString folder, const Clock &clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
{}

bool BlobVault::prepare()
{
    return QDir().mkpath(m_folder + QStringLiteral("/pages")) &&
           QDir().mkpath(m_folder + QStringLiteral("/uploads"));
}

QString BlobVault::pageOf(const QString &hash) const
{
    return m_folder + QStringLiteral("/pages/") + hash.left(2) + QLatin1Char('/') + hash;
}

QString BlobVault::uploadOf(const QString &upload, const char *part) const
{
    return m_folder + QStringLiteral("/uploads/") + upload + QLatin1String(part);
}

bool BlobVault::has(const QString &hash) const
{
    return isHash(hash) && QFile::exists(pageOf(hash));
}

ApiReply BlobVault::create(const ApiRequest &request)
{
    bool isNumber = false;
    const qint64 length = request.headers.value("upload-length").toLongLong(&isNumber);
    const QString hash =
        QString::fromLatin1(metadataOf(request.headers.value("upload-metadata")).value("sha256"));
    if (!isNumber || length < 0 || !isHash(hash))
        return refusal(400, "malformed");
    if (length > mostBytes)
        return refusal(413, "too-large");
    const QString upload = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSaveFile about(uploadOf(upload, ".json"));
    QFile bytes(uploadOf(upload, ".part"));
    const QJsonObject description{{QStringLiteral("hash"), hash}, {QStringLiteral("length"), length}};
    if (!about.open(QIODevice::WriteOnly) || about.write(QJsonDocument(description).toJson()) < 0 ||
        !about.commit() || !bytes.open(QIODevice::WriteOnly))
        return refusal(507, "full");
    ApiReply reply =
        jsonReply({{QStringLiteral("location"), QStringLiteral("/v1/blobs/uploads/") + upload}}, 201);
    reply.headers.insert("Location", "/v1/blobs/uploads/" + upload.toLatin1());
    reply.headers.insert("Upload-Expires", m_clock.now()
                                               .addDays(expireAfterDays)
                                               .toString(QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                               .toLatin1());
    return reply;
}

ApiReply BlobVault::offset(const QString &upload)
{
    QFile about(uploadOf(upload, ".json"));
    const QFileInfo bytes(uploadOf(upload, ".part"));
    if (!about.open(QIODevice::ReadOnly) || !bytes.exists())
        return refusal(404, "unknown");
    const QJsonObject description = QJsonDocument::fromJson(about.readAll()).object();
    ApiReply reply{200, {}, {}, {}};
    reply.headers.insert("Upload-Offset", QByteArray::number(bytes.size()));
    reply.headers.insert("Upload-Length",
                         QByteArray::number(description.value(QLatin1String("length")).toInteger()));
    reply.headers.insert("Cache-Control", "no-store");
    return reply;
}

ApiReply BlobVault::proceed(const QString &upload, const ApiRequest &request)
{
    QFile aboutFile(uploadOf(upload, ".json"));
    QFile bytes(uploadOf(upload, ".part"));
    if (!aboutFile.open(QIODevice::ReadOnly) || !bytes.exists())
        return refusal(404, "unknown");
    const QJsonObject about = QJsonDocument::fromJson(aboutFile.readAll()).object();
    bool isNumber = false;
    const qint64 from = request.headers.value("upload-offset").toLongLong(&isNumber);
    if (!isNumber || from != bytes.size())
        return refusal(409, "wrong-offset");
    const qint64 length = about.value(QLatin1String("length")).toInteger();
    if (from + request.body.size() > length)
        return refusal(413, "too-large");
    const QByteArrayList checksum = request.headers.value("upload-checksum").split(' ');
    if (checksum.size() == 2 && checksum[0] == "sha256" &&
        QByteArray::fromBase64(checksum[1]) != Digest::of(request.body).bytes())
        return refusal(460, "checksum");
    if (!bytes.open(QIODevice::Append) || bytes.write(request.body) != request.body.size() ||
        !bytes.flush()) {
        bytes.resize(from);
        return refusal(507, "full");
    }
    if (bytes.size() == length)
        return finish(upload, about);
    ApiReply reply{204, {}, {}, {}};
    reply.headers.insert("Upload-Offset", QByteArray::number(bytes.size()));
    return reply;
}

ApiReply BlobVault::finish(const QString &upload, const QJsonObject &about)
{
    const QString part = uploadOf(upload, ".part");
    const QString hash = about.value(QLatin1String("hash")).toString();
    if (hashOfFile(part) != hash) {
        drop(upload);
        return refusal(460, "checksum");
    }
    const QString folder = QFileInfo(pageOf(hash)).path();
    const bool kept =
        synchronise(part, false) && QDir().mkpath(folder) &&
        ::rename(QFile::encodeName(part).constData(), QFile::encodeName(pageOf(hash)).constData()) == 0 &&
        synchronise(folder, true) && synchronise(m_folder + QStringLiteral("/pages"), true);
    if (!kept)
        return refusal(507, "full");
    QFile::remove(uploadOf(upload, ".json"));
    ApiReply reply = jsonReply({{QStringLiteral("hash"), hash}});
    reply.headers.insert("Upload-Offset",
                         QByteArray::number(about.value(QLatin1String("length")).toInteger()));
    return reply;
}

ApiReply BlobVault::drop(const QString &upload)
{
    const bool known = QFile::remove(uploadOf(upload, ".part"));
    QFile::remove(uploadOf(upload, ".json"));
    return known ? ApiReply{204, {}, {}, {}} : refusal(404, "unknown");
}

int BlobVault::expire()
{
    int count = 0;
    QDirIterator uploads(m_folder + QStringLiteral("/uploads"), {QStringLiteral("*.json")}, QDir::Files);
    while (uploads.hasNext()) {
        const QFileInfo about(uploads.next());
        const QFileInfo part(uploadOf(about.completeBaseName(), ".part"));
        const QDateTime touched = part.exists() ? part.lastModified() : about.lastModified();
        if (touched.daysTo(m_clock.now()) >= expireAfterDays) {
            drop(about.completeBaseName());
            ++count;
        }
    }
    return count;
}

} // namespace yichuang
