#pragma once

#include "base/Signing.h"
#include "domain/Wire.h"
#include "support/LineProxy.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <atomic>

namespace yichuang {

struct AskedOfPlatform
{
    QByteArray method;
    QByteArray target; // path and query
    QByteArray body;
    QByteArray nonce;
    int number = 0; // from 1, over all requests
};

struct PlatformAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // lower case
    QByteArray body;
    bool isSigned = true;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    void setJson(int newStatus, const QJsonObject &object)
    {
        status = newStatus;
        body = QJsonDocument(object).toJson(QJsonDocument::Compact);
        headers.insert("content-type", newStatus < 400 ? "application/json" : "application/problem+json");
    }
    void refuse(int newStatus, const char *reason)
    {
        setJson(newStatus,
                {{QStringLiteral("status"), newStatus}, {QStringLiteral("reason"), QLatin1String(reason)}});
    }
};

// The real platform behind a hook: what it answers may be changed by the test before it is signed anew with a
// key of the test's, which a station takes for the platform's. So also what no sound platform would say comes
// with a proof that holds.
class AlteredPlatform
{
public:
    using Hook = std::function<void(const AskedOfPlatform &, PlatformAnswer &)>;

    explicit AlteredPlatform(const QUrl &platform)
        : m_line(platform)
        , m_key(SigningKey::fromSeed(Secret(QByteArray(32, 'a'))))
    {
        m_line.setOverride([this](const QByteArray &request, const QByteArray &reply) {
            return std::optional(altered(request, reply));
        });
    }

    QUrl url() const { return m_line.url(); }
    QByteArray key() const { return m_key.publicKey(); }
    int requests() const { return m_requests; }
    LineProxy &line() { return m_line; }

    // Runs on the line's thread, for every exchange from now on.
    void setHook(Hook hook)
    {
        const QMutexLocker lock(&m_mutex);
        m_hook = std::move(hook);
    }

private:
    static QByteArray headOf(const QByteArray &message) { return message.left(message.indexOf("\r\n\r\n")); }
    static QByteArray bodyOf(const QByteArray &message)
    {
        return message.mid(message.indexOf("\r\n\r\n") + 4);
    }
    static QHash<QByteArray, QByteArray> headersOf(const QByteArray &message)
    {
        QHash<QByteArray, QByteArray> headers;
        const QByteArrayList lines = headOf(message).split('\n');
        for (const QByteArray &line : lines.mid(1))
            headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        return headers;
    }

    QByteArray altered(const QByteArray &request, const QByteArray &reply)
    {
        const QByteArrayList first = request.left(request.indexOf("\r\n")).split(' ');
        AskedOfPlatform asked{first.value(0), first.value(1), bodyOf(request), {}, ++m_requests};
        if (const auto proof = wire::fromHeader(headersOf(request).value("authorization")))
            asked.nonce = proof->nonce;
        PlatformAnswer answer{reply.mid(9, 3).toInt(), headersOf(reply), bodyOf(reply)};
        {
            const QMutexLocker lock(&m_mutex);
            if (m_hook)
                m_hook(asked, answer);
        }
        return written(asked, answer);
    }

    QByteArray written(const AskedOfPlatform &asked, PlatformAnswer &answer) const
    {
        if (asked.method != "HEAD")
            answer.headers.insert("content-length", QByteArray::number(answer.body.size()));
        const QByteArray text = wire::signedReply(
            {answer.status, asked.nonce, answer.headers.value("yichuang-epoch"),
             answer.headers.value("yichuang-time"), answer.headers.value("upload-offset"), answer.body});
        answer.headers.insert("yichuang-signature", m_key.sign(text).toBase64());
        if (!answer.isSigned)
            answer.headers.removeIf([](auto header) { return header.key().startsWith("yichuang-"); });
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Altered\r\n";
        for (auto header = answer.headers.cbegin(); header != answer.headers.cend(); ++header)
            bytes += header.key() + ": " + header.value() + "\r\n";
        return bytes + "\r\n" + answer.body;
    }

    LineProxy m_line;
    SigningKey m_key;
    QMutex m_mutex;
    Hook m_hook;
    std::atomic<int> m_requests = 0;
};

} // namespace yichuang
