#include "SentWords.h"
#include "SyncedStation.h"

#include "support/AlteredPlatform.h"
#include "ui/widgets/ErrorText.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

using namespace yichuang;

namespace {

QByteArray http(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

// Gives every request the same bytes.
void answerWith(QTcpServer &server, const QByteArray &answer)
{
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server, answer] {
        QTcpSocket *socket = server.nextPendingConnection();
        const auto reply = [socket, answer] {
            if (socket->readAll().isEmpty())
                return;
            socket->write(answer);
            socket->disconnectFromHost();
        };
        QObject::connect(socket, &QTcpSocket::readyRead, socket, reply);
        reply();
    });
}

// 17 MiB of nothing in a few kilobytes, as gzip; the bytes that it unpacks to are never asked for.
QByteArray gzipBomb()
{
    const QByteArray packed = qCompress(QByteArray(40 * 1024 * 1024, '\0'), 9).mid(4);
    return QByteArray::fromHex("1f8b0800000000000003") + packed.mid(2, packed.size() - 6) +
           QByteArray(8, '\0');
}

} // namespace

// What stands between a station and the platform and answers in its place, and what a platform itself may say
// that must never be read as deletion.
class tst_sync_strangers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_platform = std::make_unique<PlatformProcess>();
        QVERIFY(m_platform->start());
        m_station = std::make_unique<SyncedStation>();
        QVERIFY(m_station->enrol(*m_platform, m_platform->invite()));
        m_altered = std::make_unique<AlteredPlatform>(m_platform->url());
    }
    void cleanup()
    {
        m_pages.clear();
        m_station.reset();
        m_altered.reset();
        m_platform.reset();
    }

    // Failure 17; each with the words that are shown for it (23).
    void whoAnswersInsteadOfThePlatformIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray login = "<html><title>Login</title><form action=/login></form></html>";
        QTest::newRow("a portal's page") << http("200 OK", "text/html", login) << ErrorCode::CaptivePortal;
        QTest::newRow("a portal's redirection")
            << http("302 Found", "text/html", "", "Location: http://127.0.0.1:1/login\r\n")
            << ErrorCode::CaptivePortal;
        QTest::newRow("a portal that says so")
            << http("511 Network Authentication Required", "text/html", login) << ErrorCode::CaptivePortal;
        QTest::newRow("a web server that knows nothing")
            << http("404 Not Found", "text/html", "<html>404</html>") << ErrorCode::NotThePlatform;
        QTest::newRow("gone") << http("410 Gone", "text/html", "") << ErrorCode::NotThePlatform;
        QTest::newRow("a proxy that gets no further")
            << http("502 Bad Gateway", "text/html", "<html>nginx</html>") << ErrorCode::LineDown;
        QTest::newRow("service unavailable")
            << http("503 Service Unavailable", "text/html", "") << ErrorCode::LineDown;
        QTest::newRow("json without proof")
            << http("200 OK", "application/json",
                    R"({"epoch":"x","acknowledged":999,"backedUp":999,"results":[],"cases":[]})")
            << ErrorCode::NotThePlatform;
        QTest::newRow("cut json")
            << QByteArray(
                   "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"ep")
            << ErrorCode::LineDown;
        QTest::newRow("a gzip bomb") << http("200 OK", "application/json", gzipBomb(),
                                             "Content-Encoding: gzip\r\n")
                                     << ErrorCode::NotThePlatform;
        QTest::newRow("a body without end")
            << http("200 OK", "application/json", QByteArray(17 * 1024 * 1024, ' '))
            << ErrorCode::NotThePlatform;
    }
    void whoAnswersInsteadOfThePlatformIsNamed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, answer);
        expect(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), code);
    }

    // Failure 17: a certificate that nobody has signed, as of a device that opens the line.
    void aForeignCertificateIsNamedAndNothingIsSent()
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("key.pem"));
        const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                                   {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                    QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                                    QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                                    QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}),
                 0);
        QSslConfiguration configuration;
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        configuration.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, http("200 OK", "application/json", "{}"));
        expect(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())),
               ErrorCode::CertificateWrong);
    }

    void nobodyAtAllIsALineThatIsDown()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        expect(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), ErrorCode::LineDown);
    }

    // Failure 18: the platform's own word, with its proof, on each of the ways in.
    void noRefusalAndNoEmptinessDeletesAnything_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status"); // 200 for what is empty
        for (const char *target : {"/v1/events", "/v1/feed", "/v1/blobs/known", "/v1/blobs",
                                   "/v1/blobs/uploads", "/v1/status", "/v1/"}) {
            for (const int status : {404, 410, 200})
                QTest::addRow("%s %d", target, status) << QByteArray(target) << status;
        }
    }
    void noRefusalAndNoEmptinessDeletesAnything()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        connectHeld();
        const CaseId sent = acceptWithPage("sent");
        m_station->runOnce();
        QVERIFY(saysAllSent(m_station->status()));
        acceptWithPage("waiting");
        const QByteArray before = everythingHere();
        m_altered->setHook([&](const AskedOfPlatform &asked, PlatformAnswer &answer) {
            if (!asked.target.startsWith(target))
                return;
            if (status == 200)
                answer.setJson(200, emptied(answer.json()));
            else
                answer.refuse(status, status == 404 ? "unknown" : "cursor-unknown");
        });
        for (int i = 0; i < 3; ++i) {
            m_station->runOnce();
            QVERIFY(!saysAllSent(m_station->status()) || isAllThere());
        }
        QCOMPARE(everythingHere(), before);
        m_altered->setHook({});
        m_station->runOnce();
        QVERIFY2(!m_station->status().problem, qPrintable(problem()));
        QVERIFY(saysAllSent(m_station->status()));
        QVERIFY(isAllThere());
        QCOMPARE(everythingHere(), before);
        QVERIFY(awaited(store().loadCase(sent))->sending == SendState::Sent);
    }

private:
    Store &store() { return m_station->store(); }
    QString problem() const
    {
        return m_station->status().problem ? logText(*m_station->status().problem) : QString();
    }
    void connectHeld() { m_station->connect(m_altered->url(), m_altered->key(), SyncedStation::heldPace()); }

    // Whoever answers at this address is named so, the work stays, and it is sent once the platform answers.
    void expect(const QUrl &url, ErrorCode code)
    {
        m_station->accept(QStringLiteral("骗某"));
        m_station->connect(url, {}, SyncedStation::heldPace());
        m_station->runOnce();
        const SyncStatus status = m_station->status();
        QVERIFY(status.problem);
        QVERIFY2(status.problem->code == code, qPrintable(problem()));
        QVERIFY(status.line == LineCondition::Down);
        QCOMPARE(status.outbox.unsentEvents, 3);
        const auto tag = syncTag(status);
        QVERIFY(!saysAllSent(status));
        QCOMPARE(tag.text.contains(QStringLiteral("login")), code == ErrorCode::CaptivePortal);
        QCOMPARE(tag.hint == errorText(*status.problem).inOneLine(), code != ErrorCode::LineDown);
        m_station->connect(m_platform->url(), {}, SyncedStation::heldPace());
        m_station->runOnce();
        QVERIFY2(!m_station->status().problem, qPrintable(problem()));
        QVERIFY(saysAllSent(m_station->status()));
    }

    // The same shape, with nothing in it.
    static QJsonObject emptied(QJsonObject object)
    {
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member->isArray())
                member.value() = QJsonArray();
            else if (member->isDouble())
                member.value() = 0;
        }
        return object;
    }

    CaseId acceptWithPage(const QByteArray &page)
    {
        auto transaction = StoreFixture::acceptance(QStringLiteral("留某"));
        const auto digest = awaited(store().putBlob(page, QStringLiteral("image/png")));
        m_pages.insert(digest->toHex(), *digest);
        transaction.events.append({transaction.events[0].caseId,
                                   eventtype::materialAttached,
                                   {{QStringLiteral("line"), QStringLiteral("id-card")},
                                    {QStringLiteral("blob"), digest->toHex()}}});
        return awaited(store().append(transaction))->cases[0].caseId;
    }

    QByteArray everythingHere()
    {
        QByteArray all;
        for (const SignedEvent &event : m_station->log())
            all += event.bytes + '\n';
        CaseQuery query;
        query.filter = CaseFilter::All;
        const auto rows = awaited(store().cases(query));
        for (const CaseRow &row : *rows)
            all += awaited(store().loadCase(row.id))->value.canonicalJson() + '\n';
        for (const Digest &page : std::as_const(m_pages)) {
            const auto content = awaited(store().blob(page));
            all += content ? *content : QByteArray("lost");
        }
        return all;
    }

    // By the platform's own word on a way of its own.
    bool isAllThere()
    {
        const qint64 last = awaited(store().outbox())->lastSequence;
        const QJsonObject verified = m_platform->command({QStringLiteral("verify-log")});
        HttpPlatformClient direct(LinkIdentity{m_platform->url(), m_station->enrolled.device,
                                               SigningKey::fromSeed(Secret(m_station->seed)),
                                               m_station->enrolled.platformKey},
                                  m_station->files.clock, m_station->files.random);
        const auto known = awaited(direct.knownBlobs(m_pages.values()));
        return verified.value(QLatin1String("events")).toInteger() == last && known &&
               known->size() == m_pages.size();
    }

    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<SyncedStation> m_station;
    std::unique_ptr<AlteredPlatform> m_altered;
    QHash<QString, Digest> m_pages;
};

QTEST_GUILESS_MAIN(tst_sync_strangers)
#include "tst_sync_strangers.moc"
