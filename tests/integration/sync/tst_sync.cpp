#include "SyncedStation.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace yichuang;

namespace {

// Answers every request with the same bytes: a captive portal, a proxy, an old platform.
class CannedServer : public QTcpServer
{
public:
    explicit CannedServer(QByteArray answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
};

QByteArray http(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class tst_sync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_platform = std::make_unique<PlatformProcess>();
        QVERIFY(m_platform->start());
        m_station = std::make_unique<SyncedStation>();
        QVERIFY(m_station->enrol(*m_platform, m_platform->invite()));
        m_station->connect(m_platform->url());
    }
    void cleanup()
    {
        m_station.reset();
        m_platform.reset();
    }

    void aCaseReachesThePlatformAndFoldsTheSame()
    {
        auto transaction = StoreFixture::acceptance(QStringLiteral("刘海燕"));
        const QByteArray page(3 * 1024 * 1024 + 17, 'p');
        const auto digest = awaited(store().putBlob(page, QStringLiteral("image/png")));
        transaction.events.append({transaction.events[0].caseId,
                                   eventtype::materialAttached,
                                   {{QStringLiteral("line"), QStringLiteral("id-card")},
                                    {QStringLiteral("blob"), digest->toHex()}}});
        const CaseId id = awaited(store().append(transaction))->cases[0].caseId;
        QVERIFY(m_station->catchUp());
        const auto fold = awaited(m_station->client->foldOf(id));
        QVERIFY(fold);
        const auto here = awaited(store().loadCase(id));
        QCOMPARE(fold->canonicalJson, here->value.canonicalJson());
        QVERIFY(here->sending == SendState::Sent);
        QCOMPARE(m_station->engine->status().outbox.unsentEvents, 0);
        QCOMPARE(m_station->engine->status().outbox.unsentPages, 0);
    }

    void whatIsWrittenWhileTheLineIsDownArrivesOnceItIsBack()
    {
        QVERIFY(m_station->catchUp());
        m_platform->kill();
        QList<CaseId> cases;
        for (int i = 0; i < 30; ++i)
            cases.append(m_station->accept(QStringLiteral("离某")));
        m_station->engine->synchroniseNow();
        QTRY_VERIFY(m_station->engine->status().line == LineCondition::Down);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 90);
        QVERIFY(m_platform->start());
        QTRY_COMPARE_WITH_TIMEOUT(awaited(store().outbox())->unsentEvents, 0, 10000);
        for (const CaseId &id : std::as_const(cases))
            QCOMPARE(awaited(m_station->client->foldOf(id))->canonicalJson,
                     awaited(store().loadCase(id))->value.canonicalJson());
    }

    void aReplyThatDoesNotProveThePlatformChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a portal's page") << http("200 OK", "text/html", "<html>login</html>");
        QTest::newRow("json without proof")
            << http("200 OK", "application/json",
                    R"({"epoch":"x","acknowledged":999,"backedUp":999,"results":[],"cases":[]})");
        QTest::newRow("a forged proof")
            << http("200 OK", "application/json", "{}",
                    "Yichuang-Platform: 1\r\nYichuang-Epoch: e\r\nYichuang-Time: 1\r\nYichuang-Signature: " +
                        QByteArray(64, 'x').toBase64() + "\r\n");
        QTest::newRow("redirection") << http("302 Found", "text/html", "",
                                             "Location: http://127.0.0.1:1/\r\n");
        QTest::newRow("not found") << http("404 Not Found", "text/html", "");
        QTest::newRow("gone") << http("410 Gone", "text/html", "");
        QTest::newRow("service unavailable") << http("503 Service Unavailable", "text/html", "");
        QTest::newRow("an old platform") << http("426 Upgrade Required", "application/json", "{}");
        QTest::newRow("noise") << QByteArray("\x16\x03\x01garbage");
        QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
    }
    void aReplyThatDoesNotProveThePlatformChangesNothing()
    {
        QFETCH(QByteArray, answer);
        m_station->accept(QStringLiteral("骗某"));
        CannedServer server(answer);
        m_station->connect(server.url());
        m_station->engine->start();
        QTRY_VERIFY(m_station->engine->status().problem.has_value());
        QVERIFY(m_station->engine->status().line == LineCondition::Down);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 3);
        m_station->connect(m_platform->url());
        QVERIFY(m_station->catchUp());
        QCOMPARE(awaited(store().outbox())->unsentEvents, 0);
    }

    void anotherPlatformIsNotThePlatform()
    {
        PlatformProcess other;
        QVERIFY(other.start());
        m_station->accept(QStringLiteral("别某"));
        m_station->connect(other.url());
        m_station->engine->start();
        QTRY_VERIFY(m_station->engine->status().problem.has_value());
        QCOMPARE(m_station->engine->status().problem->code, ErrorCode::NotThePlatform);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 3);
    }

    void aRevokedWorkstationStopsSendingAndKeepsItsWork()
    {
        QVERIFY(m_station->catchUp());
        m_platform->command(
            {QStringLiteral("revoke"), QStringLiteral("--device"), m_station->enrolled.device.toString()});
        m_station->accept(QStringLiteral("撤某"));
        m_station->engine->synchroniseNow();
        QTRY_VERIFY(m_station->engine->status().line == LineCondition::Stopped);
        QCOMPARE(m_station->engine->status().problem->code, ErrorCode::WorkstationRevoked);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 3);
    }

    void aPlatformRestoredFromABackupGetsTheRestAgain()
    {
        m_station->accept(QStringLiteral("前某"));
        QVERIFY(m_station->catchUp());
        const QString copy = m_platform->data() + QStringLiteral("/copy.db");
        m_platform->command({QStringLiteral("backup"), copy});
        const CaseId later = m_station->accept(QStringLiteral("后某"));
        QVERIFY(m_station->catchUp());
        m_platform->kill();
        const QString database = m_platform->data() + QStringLiteral("/platform.db");
        for (const QString &ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(database + ending);
        QVERIFY(QFile::rename(copy, database));
        QVERIFY(m_platform->start());
        m_station->accept(QStringLiteral("新某"));
        QTRY_COMPARE_WITH_TIMEOUT(awaited(store().outbox())->unsentEvents, 0, 10000);
        QCOMPARE(awaited(m_station->client->foldOf(later))->canonicalJson,
                 awaited(store().loadCase(later))->value.canonicalJson());
    }

    void aUsedOrForeignCodeEnrolsNobody()
    {
        const QString code = m_platform->invite(QStringLiteral("W09"));
        SyncedStation first;
        QVERIFY(first.enrol(*m_platform, code));
        SyncedStation second;
        const auto again = second.enrol(*m_platform, code);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::EnrolmentCodeRefused);
        PlatformProcess other;
        QVERIFY(other.start());
        SyncedStation third;
        const auto foreign = third.enrol(*m_platform, other.invite());
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().code, ErrorCode::NotThePlatform);
    }

    void theLostAnswerOfAnEnrolmentCanBeAskedForAgain()
    {
        const QString code = m_platform->invite(QStringLiteral("W10"));
        SyncedStation station;
        Enrolment enrolment(m_platform->url(), SigningKey::fromSeed(Secret(station.seed)),
                            station.files.clock, station.files.random);
        const auto first = awaited(enrolment.enrol(code));
        const auto second = awaited(enrolment.enrol(code));
        QVERIFY(first && second);
        QCOMPARE(first->device, second->device);
        QCOMPARE(first->description.value(QLatin1String("segment")).toString(), QStringLiteral("W10"));
    }

    void destroyingTheClientEndsWhatIsUnderWay()
    {
        CannedServer silent{QByteArray()};
        m_station->connect(silent.url());
        auto pending = m_station->client->status();
        m_station->engine.reset();
        m_station->client.reset();
        QTRY_VERIFY(pending.isFinished());
        QCOMPARE(pending.resultCount(), 0);
    }

private:
    Store &store() { return m_station->store(); }

    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<SyncedStation> m_station;
};

QTEST_GUILESS_MAIN(tst_sync)
#include "tst_sync.moc"
