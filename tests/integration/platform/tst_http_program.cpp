#include "RawClient.h"

#include "Places.h"
#include "base/Error.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/un.h>
#include <thread>

using namespace yichuang;

namespace {

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAll();
}

// What systemd listens to.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), address.sun_path);
        m_bound = ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~NotifySocket() { ::close(m_descriptor); }

    bool hears(const QByteArray &wanted)
    {
        const QDeadlineTimer limit(10'000);
        while (m_bound && !limit.hasExpired()) {
            pollfd ready{m_descriptor, POLLIN, 0};
            char bytes[256];
            if (::poll(&ready, 1, static_cast<int>(limit.remainingTime())) > 0 &&
                QByteArray(bytes, ::recv(m_descriptor, bytes, sizeof bytes, 0)) == wanted)
                return true;
        }
        return false;
    }

private:
    int m_descriptor;
    bool m_bound = false;
};

// The program with its log in a file.
struct Program
{
    QTemporaryDir folder;
    QProcess process;
    unsigned short port = 0;
    unsigned short metrics = 0;

    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }

    static QString path() { return QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang-platform"); }
    QString file(const char *name) const { return folder.filePath(QLatin1String(name)); }

    bool start(const QStringList &more = {})
    {
        process.setStandardErrorFile(file("log"), QIODevice::Append);
        process.start(path(),
                      QStringList{QStringLiteral("serve"), QStringLiteral("--data"), file("data")} + more);
        while (process.state() != QProcess::NotRunning && !process.canReadLine()) {
            if (!process.waitForReadyRead(20'000))
                return false;
        }
        const auto said = QJsonDocument::fromJson(process.readLine()).object();
        port = static_cast<unsigned short>(said.value(QLatin1String("listening")).toInt());
        metrics = static_cast<unsigned short>(said.value(QLatin1String("metrics")).toInt());
        return port > 0 && metrics > 0;
    }

    void signal(int number) { ::kill(static_cast<pid_t>(process.processId()), number); }

    QList<QJsonObject> log() const
    {
        QFile log(file("log"));
        QList<QJsonObject> lines;
        if (!log.open(QIODevice::ReadOnly))
            return lines;
        for (const QByteArray &line : log.readAll().split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    bool logged(const char *event) const
    {
        const auto lines = log();
        return std::ranges::any_of(lines, [event](const QJsonObject &line) {
            return line.value(QLatin1String("event")).toString() == QLatin1String(event);
        });
    }

    // A certificate for localhost, of this name.
    bool certify(const QString &name)
    {
        run(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-keyout"), file("key.pem"), QStringLiteral("-out"), file("certificate.pem"),
             QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-days"),
             QStringLiteral("2")});
        return QFile::exists(file("certificate.pem"));
    }
    QStringList tls() const
    {
        return {QStringLiteral("--tls-certificate"), file("certificate.pem"), QStringLiteral("--tls-key"),
                file("key.pem")};
    }
    QByteArray secured(const QStringList &more) const
    {
        return run(QStringLiteral("openssl"),
                   QStringList{QStringLiteral("s_client"), QStringLiteral("-connect"),
                               QStringLiteral("127.0.0.1:%1").arg(port)} +
                       more,
                   "GET /healthz HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n");
    }
};

QByteArray bodyOf(const QByteArray &reply)
{
    return reply.mid(reply.indexOf("\r\n\r\n") + 4);
}

QByteArray fetched(unsigned short port, const QByteArray &path)
{
    RawClient client(port);
    client.send("GET " + path + " HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n");
    return client.everything();
}

} // namespace

// The program as systemd, Prometheus and the network see it.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tlsIsSpokenFromOnePointTwoOn()
    {
        Program program;
        QVERIFY(program.certify(QStringLiteral("first")));
        QVERIFY(program.start(program.tls()));
        for (const auto &version : {QStringLiteral("-tls1_2"), QStringLiteral("-tls1_3")}) {
            const QByteArray said = program.secured({version, QStringLiteral("-ign_eof")});
            QVERIFY2(said.contains("HTTP/1.1 200"), said.constData());
        }
        const QByteArray old = program.secured(
            {QStringLiteral("-tls1_1"), QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")});
        QVERIFY(!old.contains("HTTP/1.1"));
        QVERIFY(old.contains("Cipher is (NONE)"));
        RawClient clear(program.port);
        QVERIFY(clear.send("GET /healthz HTTP/1.1\r\n\r\n"));
        QVERIFY(!clear.everything().contains("HTTP/1.1"));
    }

    void aLargeBodyComesWholeUnderTls()
    {
        Program program;
        QVERIFY(program.certify(QStringLiteral("first")));
        QVERIFY(program.start(program.tls()));
        QFile body(program.file("body"));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write(QByteArray(1'500'000, 'x'));
        body.close();
        const QByteArray said =
            run(QStringLiteral("curl"),
                {QStringLiteral("-ks"), QStringLiteral("--data-binary"), QLatin1Char('@') + body.fileName(),
                 QStringLiteral("https://127.0.0.1:%1/v1/events").arg(program.port)});
        QVERIFY2(said.contains("unknown-device") || said.contains("signature-wrong"), said.constData());
    }

    void aCertificateIsReadAgain()
    {
        Program program;
        QVERIFY(program.certify(QStringLiteral("first")));
        QVERIFY(program.start(program.tls()));
        QVERIFY(program.secured({QStringLiteral("-ign_eof")}).contains("CN = first"));
        QVERIFY(program.certify(QStringLiteral("second")));
        program.signal(SIGHUP);
        QTRY_VERIFY(program.logged("certificate-read"));
        QVERIFY(program.secured({QStringLiteral("-ign_eof")}).contains("CN = second"));
        // One that cannot be used changes nothing.
        QFile key(program.file("key.pem"));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write("no key");
        key.close();
        program.signal(SIGHUP);
        QTRY_COMPARE(program.log().last().value(QLatin1String("level")).toString(), QStringLiteral("error"));
        QVERIFY(program.secured({QStringLiteral("-ign_eof")}).contains("CN = second"));
    }

    void checkReadsEverythingAndServesNothing()
    {
        Program program;
        QVERIFY(program.certify(QStringLiteral("first")));
        const QStringList check{QStringLiteral("serve"), QStringLiteral("--check"), QStringLiteral("--data"),
                                program.file("data")};
        QVERIFY(run(Program::path(), check + program.tls()).contains("good"));
        QVERIFY(!QFile::exists(program.file("data")));
        const QByteArray half = run(Program::path(), check + program.tls().mid(0, 2));
        QVERIFY(half.contains(shortCode(ErrorCode::PlatformSettingWrong).toLatin1()));
        const QByteArray none =
            run(Program::path(),
                check + QStringList{QStringLiteral("--tls-certificate"), program.file("key.pem"),
                                    QStringLiteral("--tls-key"), program.file("certificate.pem")});
        QVERIFY(none.contains(shortCode(ErrorCode::TlsUnusable).toLatin1()));
    }

    void figuresStandOnTheirOwnListener()
    {
        Program program;
        QVERIFY(program.start());
        QVERIFY(fetched(program.port, "/healthz").startsWith("HTTP/1.1 200"));
        QVERIFY(fetched(program.port, "/v1/status?device=secret").startsWith("HTTP/1.1 401"));
        QVERIFY(!fetched(program.port, "/metrics").startsWith("HTTP/1.1 200"));
        const QByteArray text = bodyOf(fetched(program.metrics, "/metrics"));
        for (const QByteArray line :
             {"yichuang_http_requests_total{route=\"/healthz\",status=\"200\"} 1\n",
              "yichuang_http_requests_total{route=\"/v1/status\",status=\"401\"} 1\n",
              "yichuang_http_request_seconds_bucket{route=\"/healthz\",le=\"+Inf\"} 1\n",
              "yichuang_queue_waiting{lane=\"pushes\"} 0\n", "# TYPE yichuang_connections gauge\n"})
            QVERIFY2(text.contains(line), text.constData());
        QVERIFY(text.contains("\nyichuang_disk_free_bytes "));
        QVERIFY(text.contains("\nprocess_resident_memory_bytes "));
        QVERIFY(!text.contains("secret"));
        QVERIFY(fetched(program.metrics, "/readyz").startsWith("HTTP/1.1 200"));
        program.signal(SIGTERM);
        QVERIFY(program.process.waitForFinished());
        for (const QJsonObject &line : program.log())
            QVERIFY(!QJsonDocument(line).toJson().contains("secret"));
    }

    void aFullDiskIsNotReady()
    {
        Program program;
        QVERIFY(program.start({QStringLiteral("--disk-reserve-bytes"), QStringLiteral("1000000000000")}));
        QVERIFY(fetched(program.port, "/readyz").startsWith("HTTP/1.1 503"));
        QVERIFY(fetched(program.port, "/healthz").startsWith("HTTP/1.1 200"));
    }

    void everyRequestHasItsLine()
    {
        Program program;
        QVERIFY(program.start());
        const QByteArray reply = fetched(program.port, "/v1/cases/430407190001010011/fold?name=secret");
        program.signal(SIGTERM);
        QVERIFY(program.process.waitForFinished());
        const auto lines = program.log();
        const auto line = std::ranges::find_if(lines, [](const QJsonObject &one) {
            return one.value(QLatin1String("event")).toString() == QLatin1String("request");
        });
        QVERIFY(line != lines.end());
        QCOMPARE(line->value(QLatin1String("route")).toString(), QStringLiteral("/v1/cases/{case}/fold"));
        QCOMPARE(line->value(QLatin1String("status")).toInt(), 401);
        QVERIFY(reply.contains("Request-Id: " + line->value(QLatin1String("id")).toString().toLatin1()));
        const QByteArray text = QJsonDocument(*line).toJson();
        QVERIFY(!text.contains("secret") && !text.contains("430407190001010011"));
    }

    void systemdIsTold()
    {
        Program program;
        NotifySocket systemd(program.file("notify"));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), program.file("notify"));
        program.process.setProcessEnvironment(environment);
        QVERIFY(program.start());
        QVERIFY(systemd.hears("READY=1"));
        QVERIFY(systemd.hears("WATCHDOG=1"));
        program.signal(SIGTERM);
        QVERIFY(systemd.hears("STOPPING=1"));
        QVERIFY(program.process.waitForFinished());
        QCOMPARE(program.process.exitCode(), 0);
    }

    // Eight clients ask as fast as they can while it ends: each reply that begins comes whole.
    void sigtermUnderLoadCutsNobody()
    {
        Program program;
        QVERIFY(program.start({QStringLiteral("--log-level"), QStringLiteral("warning")}));
        std::atomic<int> answered = 0;
        std::atomic<int> cut = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 8; ++i) {
            clients.emplace_back([&, port = program.port] {
                for (bool goesOn = true; goesOn;) {
                    RawClient client(port);
                    goesOn = client.isConnected();
                    while (client.send("GET /readyz HTTP/1.1\r\nHost: p\r\n\r\n") && client.status() > 0)
                        ++answered;
                    cut += client.leftOver().isEmpty() ? 0 : 1;
                }
            });
        }
        QTRY_VERIFY(answered > 500);
        program.signal(SIGTERM);
        QVERIFY(program.process.waitForFinished());
        for (std::thread &client : clients)
            client.join();
        QCOMPARE(cut.load(), 0);
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 0);
    }

    void theSecondSignalEndsAtOnce()
    {
        Program program;
        QVERIFY(program.start());
        RawClient half(program.port);
        QVERIFY(half.send("POST /v1/events HTTP/1.1\r\nContent-Length: 9\r\n\r\nx"));
        QTRY_VERIFY(bodyOf(fetched(program.metrics, "/metrics")).contains("yichuang_body_bytes 9"));
        program.signal(SIGTERM);
        QTRY_VERIFY(program.logged("stopping"));
        QVERIFY(program.process.state() == QProcess::Running);
        QVERIFY(fetched(program.metrics, "/readyz").startsWith("HTTP/1.1 503"));
        program.signal(SIGTERM);
        QVERIFY(program.process.waitForFinished(5'000));
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_http_program.moc"
