#include "LedgerStand.h"

#include "domain/Wire.h"

#include <QJsonArray>
#include <QMutex>

using namespace yichuang;
using namespace yichuang::test;

namespace {

CaseId someCase()
{
    return CaseId(QUuid::createUuid());
}

void breakChain(Event &event)
{
    event.previous = Digest::of("elsewhere");
}

QJsonObject lineOf(Ledger &ledger, const DeviceId &device)
{
    const QJsonArray devices = ledger.summary()->value(QLatin1String("devices")).toArray();
    for (const QJsonValue &line : devices) {
        if (line.toObject().value(QLatin1String("device")) == device.toString())
            return line.toObject();
    }
    return {};
}

} // namespace

// What every ledger promises, whichever database holds it.
class tst_ledger_contract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addLedgers(); }
    void initTestCase() { initialiseCryptography(); }
    void init()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        m_stand = std::make_unique<LedgerStand>(isPostgres);
        QVERIFY(m_stand->open());
    }
    void cleanup() { m_stand.reset(); }

    void thePlatformIsTheSameWheneverItIsOpened()
    {
        const QByteArray epoch = ledger().epoch();
        const QByteArray key = ledger().key().publicKey();
        QCOMPARE(key.size(), 32);
        QVERIFY(m_stand->open());
        QCOMPARE(ledger().epoch(), epoch);
        QCOMPARE(ledger().key().publicKey(), key);
    }

    void anEnrolmentThatIsAskedForAgainHasTheSameAnswer()
    {
        const auto code = ledger().invite({{QStringLiteral("siteName"), QStringLiteral("示例\"局")}});
        QVERIFY(code);
        const StationLog log;
        const auto first = ledger().enrol(*code, log.publicKey());
        QVERIFY(first);
        QCOMPARE(first->value(QLatin1String("siteName")).toString(), QStringLiteral("示例\"局"));
        QCOMPARE(first->value(QLatin1String("epoch")).toString().toLatin1(), ledger().epoch());
        QVERIFY(wire::provesKey(*code, ledger().key().publicKey()));
        QCOMPARE(*ledger().enrol(*code, log.publicKey()), *first);
        QCOMPARE(ledger().enrol(*code, StationLog().publicKey()).error().code, ErrorCode::EnrolmentCodeUsed);
        QCOMPARE(ledger().enrol(QStringLiteral("AAAA-BBBB"), log.publicKey()).error().code,
                 ErrorCode::EnrolmentCodeUnknown);
    }

    void aDeviceIsKnownAndCanBeRevoked()
    {
        StationLog log = m_stand->enrolled();
        const auto known = ledger().device(log.device());
        QVERIFY(known && *known);
        QCOMPARE((*known)->publicKey, log.publicKey());
        QCOMPARE((*known)->acknowledged, 0);
        QVERIFY(!*ledger().device(DeviceId(QUuid::createUuid())));
        QVERIFY(ledger().revoke(log.device()));
        QVERIFY((*ledger().device(log.device()))->revoked);
        QCOMPARE(ledger().revoke(DeviceId(QUuid::createUuid())).error().code, ErrorCode::DeviceUnknown);
        log.writeCases(1);
        QCOMPARE(m_stand->push(log.whole()).error().code, ErrorCode::DeviceRevoked);
        QCOMPARE(ledger().verify()->value(QLatin1String("events")).toInt(), 0);
    }

    void aNonceIsAdmittedOnce()
    {
        const StationLog log = m_stand->enrolled();
        const RequestNonce nonce{log.device(), "000102030405060708090a0b0c0d0e0f"};
        const auto first = ledger().admit(nonce);
        QVERIFY(first && first->device);
        QVERIFY(!first->replayed);
        QVERIFY(ledger().admit(nonce)->replayed);
        // Another device's nonce is another one, and so is that of an enrolment, which has no device.
        QVERIFY(!ledger().admit({m_stand->enrolled().device(), nonce.nonce})->replayed);
        QVERIFY(!ledger().admit({DeviceId(), nonce.nonce})->replayed);
        QVERIFY(!ledger().admit({DeviceId(), nonce.nonce})->device);
        QVERIFY(ledger().admit({DeviceId(), nonce.nonce})->replayed);
    }

    void eachEventIsAnsweredAlone()
    {
        StationLog log = m_stand->enrolled();
        const CaseId caseId = someCase();
        log.write(caseId);
        log.write(caseId, eventtype::formRecorded, {},
                  [](Event &event) { event.device = DeviceId(QUuid::createUuid()); });
        log.writeRubbish();
        log.write(caseId);
        log.write(caseId, eventtype::formRecorded, {}, breakChain);
        QList<SignedEvent> events = log.events();
        log.write(caseId);
        events.append(log.events().last());
        events.last().signature[3] = static_cast<char>(events.last().signature[3] ^ 1);
        const auto receipt = m_stand->push(judge(log.known(), 0, events));
        QVERIFY(receipt);
        QCOMPARE(statuses(*receipt),
                 QStringLiteral("accepted not-yours malformed accepted broken-chain bad-signature"));
        QCOMPARE(receipt->acknowledged, 6);
        QCOMPARE(ledger().eventsOf(caseId)->size(), 2);
        QCOMPARE(lineOf(ledger(), log.device()).value(QLatin1String("quarantined")).toInt(), 4);
        QVERIFY(ledger().verify()->value(QLatin1String("broken")).toArray().isEmpty());
    }

    // Failure 1: the reply is lost, also where something in the batch cannot be read.
    void aBatchThatIsSentAgainHasOneEffect()
    {
        StationLog log = m_stand->enrolled();
        log.writeCases(2);
        log.writeRubbish();
        log.writeCases(2);
        QCOMPARE(statuses(*m_stand->push(log.whole())),
                 QStringLiteral("accepted accepted malformed accepted accepted"));
        const auto again = m_stand->push(log.whole());
        QCOMPARE(statuses(*again), QStringLiteral("duplicate duplicate duplicate duplicate duplicate"));
        QCOMPARE(again->acknowledged, 5);
        log.writeCases(1);
        QCOMPARE(statuses(*m_stand->push(log.batch(4, 2))), QStringLiteral("duplicate accepted"));
        QCOMPARE(ledger().verify()->value(QLatin1String("events")).toInt(), 6);
    }

    // Failure 3.
    void anotherContentUnderAKnownKeyIsKeptBesideItWithAnAlarm()
    {
        StationLog log = m_stand->enrolled();
        log.writeCases(3);
        QVERIFY(m_stand->push(log.whole()));
        QList<SignedEvent> events = log.events();
        events[1] = log.sign(QByteArray(events[1].bytes).replace("HN-0317", "HN-0318"));
        for (int i = 0; i < 2; ++i) {
            const auto receipt = m_stand->push(judge(log.known(), 0, events));
            QCOMPARE(statuses(*receipt), QStringLiteral("duplicate conflict duplicate"));
            QCOMPARE(receipt->outcomes[1].hash, events[1].digest());
        }
        QCOMPARE(lineOf(ledger(), log.device()).value(QLatin1String("alarms")).toInt(), 1);
        QCOMPARE((*ledger().device(log.device()))->tail, log.events().last().digest());
        QVERIFY(ledger().verify()->value(QLatin1String("broken")).toArray().isEmpty());
    }

    // Failure 9 inside one batch.
    void aKeyTwiceInOneBatchIsKeptOnce()
    {
        StationLog log = m_stand->enrolled();
        log.writeCases(1);
        QList<SignedEvent> events = log.events();
        events.append(events[0]);
        events.append(log.sign(QByteArray(events[0].bytes).replace("HN-0317", "HN-0318")));
        QCOMPARE(statuses(*m_stand->push(judge(log.known(), 0, events))),
                 QStringLiteral("accepted duplicate conflict"));
    }

    void aGapLeavesNothingBehind()
    {
        StationLog log = m_stand->enrolled();
        log.writeCases(4);
        QVERIFY(m_stand->push(log.batch(0, 2)));
        const auto after = m_stand->push(log.batch(3, 1));
        QCOMPARE(after.error(), (Error{ErrorCode::LogGap, QStringLiteral("2")}));
        QList<SignedEvent> events = log.events();
        events.removeAt(2);
        QCOMPARE(m_stand->push(judge(log.known(), 0, events)).error().code, ErrorCode::LogGap);
        QCOMPARE(ledger().verify()->value(QLatin1String("events")).toInt(), 2);
        QCOMPARE(statuses(*m_stand->push(log.batch(2, 2))), QStringLiteral("accepted accepted"));
    }

    void batchesThatAreCommittedTogetherFailAlone()
    {
        std::vector<StationLog> logs;
        std::vector<PushBatch> batches;
        for (int i = 0; i < 5; ++i) {
            logs.push_back(m_stand->enrolled());
            logs.back().writeCases(3);
        }
        StationLog stranger;
        stranger.setDevice(DeviceId(QUuid::createUuid()));
        stranger.writeCases(1);
        QVERIFY(ledger().revoke(logs[3].device()));
        for (const StationLog &log : logs)
            batches.push_back(log.whole());
        batches[1] = logs[1].batch(1, 2); // a gap
        batches.push_back(stranger.whole());
        batches.push_back(logs[0].whole()); // the same device again
        logs[4].writeCases(2);
        batches.push_back(logs[4].batch(3, 2)); // and one that goes on
        const auto receipts = ledger().push(batches);
        QCOMPARE(receipts.size(), size_t(8));
        QCOMPARE(statuses(*receipts[0]), QStringLiteral("accepted accepted accepted"));
        QCOMPARE(receipts[1].error().code, ErrorCode::LogGap);
        QCOMPARE(receipts[2]->acknowledged, 3);
        QCOMPARE(receipts[3].error().code, ErrorCode::DeviceRevoked);
        QCOMPARE(receipts[5].error().code, ErrorCode::DeviceUnknown);
        QCOMPARE(statuses(*receipts[6]), QStringLiteral("duplicate duplicate duplicate"));
        QCOMPARE(receipts[7]->acknowledged, 5);
        QCOMPARE(ledger().verify()->value(QLatin1String("events")).toInt(), 11);
        QVERIFY(ledger().push({}).empty());
    }

    void theReceiptProvesEachCaseThatItTouched()
    {
        StationLog log = m_stand->enrolled();
        const CaseId first = someCase();
        const CaseId second = someCase();
        const QString page = Digest::of("page").toHex();
        log.write(first);
        log.write(second);
        log.write(first, eventtype::materialAttached, {{QStringLiteral("blob"), page}});
        log.write(first, eventtype::materialAttached, {{QStringLiteral("blob"), QStringLiteral("no hash")}});
        log.write(CaseId(), eventtype::clerkSignedIn);
        QVERIFY(m_stand->push(log.batch(0, 2)));
        const auto receipt = m_stand->push(log.batch(0, 5));
        QCOMPARE(receipt->cases.size(), 2);
        QCOMPARE(receipt->cases[0].caseId, first);
        QCOMPARE(receipt->cases[0].blobs, QStringList{page});
        QCOMPARE(receipt->cases[1].blobs, QStringList());
        QStringList hashes;
        for (const int i : {0, 2, 3})
            hashes.append(log.events()[i].digest().toHex());
        hashes.sort();
        QCOMPARE(receipt->cases[0].events,
                 QString::fromLatin1(Digest::of(hashes.join(QLatin1Char('\n')).toLatin1()).bytes().toHex()));
        QCOMPARE(receipt->cases[1].events, Digest::of(log.events()[1].digest().toHex().toLatin1()).toHex());
        // A case of which nothing was taken has the hash of nothing.
        log.write(second, eventtype::opened, {}, breakChain);
        const CaseId third = someCase();
        log.write(third, eventtype::opened, {}, breakChain);
        const auto quarantined = m_stand->push(log.batch(6, 1));
        QCOMPARE(quarantined.error().code, ErrorCode::LogGap);
        QCOMPARE(m_stand->push(log.batch(5, 2))->cases[1].events, Digest::of({}).toHex());
    }

    void whoeverIsConcernedHearsOfTheOthersInTheirOrder()
    {
        StationLog first = m_stand->enrolled();
        StationLog second = m_stand->enrolled();
        const CaseId caseId = someCase();
        for (int i = 0; i < 3; ++i)
            first.write(caseId);
        QVERIFY(m_stand->push(first.whole()));
        QVERIFY(ledger().feed(first.device(), 0, 10)->events.isEmpty());
        QVERIFY(!*ledger().isConcerned(second.device(), caseId));
        // Who comes late is told of everything before.
        second.write(caseId);
        QVERIFY(m_stand->push(second.whole()));
        QVERIFY(*ledger().isConcerned(second.device(), caseId));
        QCOMPARE(ledger().feed(second.device(), 0, 10)->events, first.events());
        QCOMPARE(ledger().feed(first.device(), 0, 10)->events, second.events());
        first.write(caseId);
        QVERIFY(m_stand->push(first.batch(3, 1)));
        const auto page = ledger().feed(second.device(), 0, 3);
        QVERIFY(page->more);
        QCOMPARE(page->events, first.events().mid(0, 3));
        const auto rest = ledger().feed(second.device(), page->position, 3);
        QVERIFY(!rest->more);
        QCOMPARE(rest->events, first.events().mid(3));
        const auto end = ledger().feed(second.device(), rest->position, 3);
        QVERIFY(end->events.isEmpty());
        QCOMPARE(end->position, rest->position);
    }

    void aNewHolderIsConcerned()
    {
        StationLog first = m_stand->enrolled();
        const StationLog holder = m_stand->enrolled();
        const CaseId caseId = someCase();
        first.write(caseId);
        first.write(caseId, eventtype::holderChanged,
                    {{QStringLiteral("holder"), holder.device().toString()}});
        first.write(caseId, eventtype::holderChanged, {{QStringLiteral("holder"), QStringLiteral("nobody")}});
        QVERIFY(m_stand->push(first.whole()));
        QCOMPARE(ledger().feed(holder.device(), 0, 10)->events, first.events());
        QVERIFY(*ledger().isConcerned(holder.device(), caseId));
    }

    void whatIsQuarantinedIsToldToNobody()
    {
        StationLog first = m_stand->enrolled();
        StationLog second = m_stand->enrolled();
        const CaseId caseId = someCase();
        first.write(caseId);
        second.write(caseId);
        QVERIFY(m_stand->push(first.whole()) && m_stand->push(second.whole()));
        first.write(caseId, eventtype::opened, {}, breakChain);
        QCOMPARE(statuses(*m_stand->push(first.batch(1, 1))), QStringLiteral("broken-chain"));
        QCOMPARE(ledger().feed(second.device(), 0, 10)->events, first.events().mid(0, 1));
    }

    void theListenerHearsWhoHasSomethingNew()
    {
        StationLog first = m_stand->enrolled();
        StationLog second = m_stand->enrolled();
        QMutex mutex;
        QList<DeviceId> told;
        QList<DeviceId> revoked;
        ledger().onChanged([&](const LedgerChange &change) {
            const QMutexLocker lock(&mutex);
            told.append(change.told);
            revoked.append(change.revoked);
        });
        const CaseId caseId = someCase();
        first.write(caseId);
        QVERIFY(m_stand->push(first.whole()));
        second.write(caseId);
        QVERIFY(m_stand->push(second.whole()));
        const auto both = [&] {
            const QMutexLocker lock(&mutex);
            return told.contains(first.device()) && told.contains(second.device());
        };
        QVERIFY(QTest::qWaitFor(both, 5000));
        QVERIFY(ledger().revoke(first.device()));
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QMutexLocker lock(&mutex);
                return revoked == QList{first.device()};
            },
            5000));
        ledger().onChanged({});
    }

    // Failure 19 at the platform: the device's time is kept, and one that runs ahead is shown.
    void aClockThatRunsAheadIsShown()
    {
        StationLog honest = m_stand->enrolled();
        StationLog ahead = m_stand->enrolled();
        const qint64 now = m_stand->clock.now().toMSecsSinceEpoch();
        honest.setTime(now - 86400000);
        honest.writeCases(1);
        ahead.setTime(now + 10 * 365 * qint64(86400000));
        ahead.writeCases(1);
        PushBatch batch = honest.whole();
        batch.clockOffset = -2000;
        QVERIFY(m_stand->push(batch) && m_stand->push(ahead.whole()));
        QCOMPARE(lineOf(ledger(), honest.device()).value(QLatin1String("clockAhead")).toBool(), false);
        QCOMPARE(lineOf(ledger(), honest.device()).value(QLatin1String("clockOffset")).toInteger(), -2000);
        QCOMPARE(lineOf(ledger(), honest.device()).value(QLatin1String("lastSeen")).toInteger(), now);
        QCOMPARE(lineOf(ledger(), ahead.device()).value(QLatin1String("clockAhead")).toBool(), true);
        QVERIFY(ledger().sawDevice(honest.device(), 6 * 60 * 1000));
        QCOMPARE(lineOf(ledger(), honest.device()).value(QLatin1String("clockAhead")).toBool(), true);
        QCOMPARE((*ledger().device(honest.device()))->lastSeen, now);
    }

    void aBackupMovesTheMark()
    {
        StationLog log = m_stand->enrolled();
        log.writeCases(2);
        QVERIFY(m_stand->push(log.whole()));
        QCOMPARE((*ledger().device(log.device()))->backedUp, 0);
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("copy"));
        QVERIFY(ledger().backup(target));
        log.writeCases(1);
        QCOMPARE(m_stand->push(log.batch(2, 1))->backedUp, 2);
        QCOMPARE((*ledger().device(log.device()))->acknowledged, 3);
        // A copy that is there is not written over.
        QCOMPARE(ledger().backup(target).error().code, ErrorCode::BackupUnsound);
    }

private:
    Ledger &ledger() { return *m_stand->ledger; }

    std::unique_ptr<LedgerStand> m_stand;
};

QTEST_GUILESS_MAIN(tst_ledger_contract)
#include "tst_ledger_contract.moc"
