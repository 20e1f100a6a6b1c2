#include "SentWords.h"
#include "SyncedStation.h"

#include "domain/Wire.h"
#include "support/LineProxy.h"

#include <QJsonArray>
#include <QTcpSocket>

using namespace yichuang;

// A station and the real platform with a bad line between them: cut at every byte, either way, and stalled.
class tst_sync_line : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_platform = std::make_unique<PlatformProcess>();
        QVERIFY(m_platform->start());
        m_station = std::make_unique<SyncedStation>();
        QVERIFY(m_station->enrol(*m_platform, m_platform->invite()));
        m_line = std::make_unique<LineProxy>(m_platform->url());
        m_station->connect(m_line->url(), {}, SyncedStation::heldPace());
    }
    void cleanup()
    {
        m_station.reset();
        m_line.reset();
        m_platform.reset();
    }

    // Failure 1.
    void aReplyLostAtAnyByteHasOneEffect()
    {
        constexpr qint64 muchMoreThanAReply = 5000;
        qint64 acknowledged = 0;
        qint64 cut = 0;
        for (bool lost = true; lost; ++cut) {
            QVERIFY(cut < muchMoreThanAReply);
            appendOne();
            const auto events = m_station->log().mid(acknowledged);
            m_line->cutAfter(LineWay::Down, cut);
            const auto first = awaited(m_station->client->push(acknowledged, events));
            lost = !first;
            if (lost)
                QVERIFY2(isOfTheLine(first.error()),
                         qPrintable(logText(first.error()) + QString::number(cut)));
            m_line->cutAfter(LineWay::Down, muchMoreThanAReply * 10);
            const auto again = awaited(m_station->client->push(acknowledged, events));
            QVERIFY2(again, qPrintable(QString::number(cut)));
            QVERIFY(again->results[0].status == PushStatus::Duplicate);
            QCOMPARE(again->results[0].hash, events[0].digest());
            QCOMPARE(again->acknowledged, ++acknowledged);
        }
        QVERIFY(cut > 300);
        checkOneOfEach(acknowledged);
        qInfo("replies of up to %lld bytes, lost at each", cut - 1);
    }

    // Failure 1 for a whole run of the engine: log, feed and page, cut at one place after the other; and 23.
    void aRunCutAnywhereIsMadeGoodByTheNext()
    {
        int failures = 0;
        for (qint64 cut = 0;; cut += 31) {
            const CaseId id = acceptWithPage("page " + QByteArray::number(cut));
            m_line->cutAfter(LineWay::Down, cut);
            m_station->runOnce();
            if (!m_station->status().problem)
                break;
            ++failures;
            QVERIFY(isOfTheLine(*m_station->status().problem));
            QVERIFY(!saysAllSent(m_station->status()));
            m_line->cutAfter(LineWay::Down, 1 << 20);
            m_station->runOnce();
            QVERIFY(!m_station->status().problem);
            QVERIFY(saysAllSent(m_station->status()));
            QVERIFY(awaited(store().loadCase(id))->sending == SendState::Sent);
        }
        QVERIFY(failures > 40);
        checkOneOfEach(awaited(store().outbox())->lastSequence);
    }

    // Failure 4. On a socket of its own: Qt's client would send what was cut again by itself.
    void aBatchCutAtAnyByteIsTakenWholeOrNot()
    {
        for (int i = 0; i < 10; ++i)
            m_station->accept(QStringLiteral("批某"));
        const auto events = m_station->log();
        const QByteArray request = pushRequest(events);
        QSet<qsizetype> cuts;
        for (qsizetype at = 0; at < request.size(); at += 7)
            cuts.insert(at);
        for (qsizetype at = request.indexOf("\"bytes\""); at > 0; at = request.indexOf("\"bytes\"", at + 1))
            cuts << at - 1 << at << at + 1;
        cuts << request.size() - 2 << request.size() - 1;
        for (const qsizetype cut : std::as_const(cuts)) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_platform->url().port()));
            QVERIFY(socket.waitForConnected());
            socket.write(request.constData(), cut);
            while (socket.bytesToWrite() > 0)
                QVERIFY(socket.waitForBytesWritten());
            socket.abort();
        }
        QVERIFY(cuts.size() > 2000);
        const auto pushed = awaited(m_station->client->push(0, events));
        QVERIFY(pushed);
        for (const PushResult &result : pushed->results)
            QVERIFY(result.status == PushStatus::Accepted);
        checkOneOfEach(30);
        qInfo("a batch of %d bytes, cut at %d places", int(request.size()), int(cuts.size()));
    }

    // Failure 4: each event of a batch that was taken before is answered alone when the batch comes again
    // with more behind it.
    void theKnownPartOfABatchIsAnsweredAsKnown()
    {
        for (int i = 0; i < 4; ++i)
            m_station->accept(QStringLiteral("续某"));
        const auto events = m_station->log();
        for (qsizetype known = 1; known < events.size(); ++known) {
            QVERIFY(awaited(m_station->client->push(known - 1, events.mid(known - 1, 1))));
            const auto all = awaited(m_station->client->push(0, events.first(known)));
            QVERIFY(all);
            QCOMPARE(all->acknowledged, known);
            for (const PushResult &result : all->results)
                QVERIFY(result.status == PushStatus::Duplicate);
        }
        const auto all = awaited(m_station->client->push(0, events));
        QVERIFY(all->results.last().status == PushStatus::Accepted);
        checkOneOfEach(events.size());
    }

    // Rule 11: what a line never carries whole goes in smaller parts, and the size comes back.
    void aBatchThatTheLineNeverCarriesIsHalved()
    {
        for (int i = 0; i < 40; ++i)
            m_station->accept(QString::fromLatin1(SystemRandom().bytes(600).toHex()));
        LineQuality poor;
        poor.resets = 0.3; // of each segment
        m_line->set(poor);
        int runs = 0;
        do {
            QVERIFY(++runs < 200);
            m_station->runOnce();
            QVERIFY(!saysAllSent(m_station->status()) || awaited(store().outbox())->unsentEvents == 0);
        } while (m_station->status().problem);
        QVERIFY(runs > 3);
        checkOneOfEach(120);
        qInfo("%d runs", runs);
    }

    // Failure 21: the line stalls, and nobody is told.
    void aStalledRunIsGivenUpAndTheNextOneArrives()
    {
        SyncEngine::Pace pace = SyncedStation::quickPace();
        pace.stall = std::chrono::milliseconds(300); // of ten minutes
        m_station->connect(m_line->url(), {}, pace);
        QVERIFY(m_station->catchUp());
        m_line->setStalled(true);
        m_station->accept(QStringLiteral("停某"));
        QTRY_VERIFY(m_station->status().problem.has_value());
        QCOMPARE(m_station->status().problem->code, ErrorCode::ExchangeStalled);
        QVERIFY(!saysAllSent(m_station->status()));
        QTRY_VERIFY(m_station->status().outbox.oldestUnsent.has_value());
        QTRY_VERIFY(m_station->status().failedAttempts > 3);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 3);
        m_line->setStalled(false);
        QTRY_COMPARE_WITH_TIMEOUT(awaited(store().outbox())->unsentEvents, 0, 30000);
        checkOneOfEach(3);
        QTRY_VERIFY(saysAllSent(m_station->status()));
        QVERIFY(!m_station->status().outbox.oldestUnsent);
    }

    // Failure 21, in the real figures: no pause and no time limit keeps a line that is back waiting for
    // longer than half a minute.
    void theRealPausesUseALineWithinHalfAMinute()
    {
        const SyncEngine::Pace pace;
        SystemRandom random;
        Backoff backoff(random, pace.firstPause, pace.longestPause);
        for (int i = 0; i < 200; ++i)
            QVERIFY(backoff.next() <= std::chrono::seconds(15));
        QVERIFY(HttpPlatformClient::silence + pace.longestPause <= std::chrono::seconds(30));
        QVERIFY(pace.stall > 4 * HttpPlatformClient::silence);
        // Only the platform itself may ask for more, and not without limit.
        QVERIFY(backoff.next(std::chrono::seconds(120)) >= std::chrono::seconds(120));
        QVERIFY(backoff.next(std::chrono::hours(48)) <= std::chrono::minutes(5));
    }

    // A silence within a request ends it by its own time limit.
    void aReplyThatStopsInTheMiddleIsNoReply()
    {
        m_station->accept(QStringLiteral("默某"));
        m_line->stallAfter(LineWay::Down, 200);
        const qint64 before = m_line->passed(LineWay::Down);
        auto pushed = m_station->client->push(0, m_station->log());
        QTRY_COMPARE(m_line->passed(LineWay::Down) - before, 200);
        m_station->client->giveUp();
        const auto ended = awaited(pushed);
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::LineDown);
        m_station->runOnce();
        QVERIFY(!m_station->status().problem);
        checkOneOfEach(3);
    }

private:
    // Qt sends a request again whose connection ended without a byte; the platform takes it once.
    static bool isOfTheLine(const Error &error)
    {
        return error.code == ErrorCode::LineDown || error.code == ErrorCode::RequestRepeated;
    }

    QByteArray pushRequest(const QList<SignedEvent> &events)
    {
        QJsonArray records;
        for (const SignedEvent &event : events)
            records.append(toWire(event));
        const QByteArray body =
            QJsonDocument(QJsonObject{{QStringLiteral("after"), 0}, {QStringLiteral("events"), records}})
                .toJson(QJsonDocument::Compact);
        wire::RequestProof proof{m_station->enrolled.device,
                                 QDateTime::currentMSecsSinceEpoch(),
                                 SystemRandom().bytes(16).toHex(),
                                 {}};
        proof.signature = SigningKey::fromSeed(Secret(m_station->seed))
                              .sign(wire::signedRequest({"POST", "/v1/events", body}, proof));
        return "POST /v1/events HTTP/1.1\r\nHost: platform\r\nContent-Type: application/json\r\n"
               "Authorization: " +
               wire::toHeader(proof) + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
               body;
    }

    Store &store() { return m_station->store(); }

    void appendOne()
    {
        Transaction transaction;
        transaction.clerk = QStringLiteral("0317");
        transaction.events = {{CaseId(), eventtype::clerkSignedIn, {}}};
        QVERIFY(awaited(store().append(transaction)));
    }

    CaseId acceptWithPage(const QByteArray &page)
    {
        auto transaction = StoreFixture::acceptance(QStringLiteral("断某"));
        const auto digest = awaited(store().putBlob(page, QStringLiteral("image/png")));
        transaction.events.append({transaction.events[0].caseId,
                                   eventtype::materialAttached,
                                   {{QStringLiteral("line"), QStringLiteral("id-card")},
                                    {QStringLiteral("blob"), digest->toHex()}}});
        return awaited(store().append(transaction))->cases[0].caseId;
    }

    // By a line of its own, on which nothing is cut.
    qint64 acknowledgedAtPlatform()
    {
        HttpPlatformClient direct(LinkIdentity{m_platform->url(), m_station->enrolled.device,
                                               SigningKey::fromSeed(Secret(m_station->seed)),
                                               m_station->enrolled.platformKey},
                                  m_station->files.clock, m_station->files.random);
        const auto status = awaited(direct.status());
        return status ? status->acknowledged : -1;
    }

    // The platform's log is this station's, each event once, in order.
    void checkOneOfEach(qint64 events)
    {
        QCOMPARE(acknowledgedAtPlatform(), events);
        const QJsonObject verified = m_platform->command({QStringLiteral("verify-log")});
        QCOMPARE(verified.value(QLatin1String("events")).toInteger(), events);
        QVERIFY(verified.value(QLatin1String("broken")).toArray().isEmpty());
    }

    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<SyncedStation> m_station;
    std::unique_ptr<LineProxy> m_line;
};

QTEST_GUILESS_MAIN(tst_sync_line)
#include "tst_sync_line.moc"
