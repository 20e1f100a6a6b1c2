#include "LedgerStand.h"

#include <QJsonArray>

#include <atomic>
#include <barrier>
#include <thread>

using namespace yichuang;
using namespace yichuang::test;

namespace {

void runTogether(int count, const std::function<void(int)> &work)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&work, i] { work(i); });
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace

// Many threads, and with PostgreSQL several processes, at the same ledger at the same time.
class tst_ledger_races : public QObject
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
        // Two pools are two processes as far as the database can tell.
        m_other = m_stand->another();
        QVERIFY(m_other);
    }
    void cleanup()
    {
        m_other.reset();
        m_stand.reset();
    }

    // Failure 2.
    void ofSixteenThatSendTheSameBatchOneIsTaken()
    {
        StationLog log = m_stand->enrolled();
        constexpr int threads = 16;
        for (int round = 0; round < 50; ++round) {
            const qint64 before = log.events().size();
            log.writeCases(4);
            const PushBatch batch = log.batch(before, 4);
            std::atomic<int> accepted = 0;
            std::atomic<int> duplicates = 0;
            std::barrier start(threads);
            runTogether(threads, [&](int i) {
                start.arrive_and_wait();
                const auto receipts = ledger(i).push(std::span(&batch, 1));
                if (!receipts.front())
                    return;
                for (const PushOutcome &outcome : receipts.front()->outcomes)
                    ++(outcome.status == QLatin1String("accepted") ? accepted : duplicates);
            });
            QCOMPARE(accepted.load(), 4);
            QCOMPARE(duplicates.load(), 4 * (threads - 1));
        }
        QCOMPARE(ledger(0).verify()->value(QLatin1String("events")).toInt(), 200);
        QVERIFY(ledger(0).verify()->value(QLatin1String("broken")).toArray().isEmpty());
    }

    void ofSixteenRequestsWithOneNonceOneIsAdmitted()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        const StationLog log = m_stand->enrolled();
        for (int round = 0; round < 20; ++round) {
            const RequestNonce nonce{log.device(), QByteArray::number(round).rightJustified(32, '0')};
            std::atomic<int> admitted = 0;
            runTogether(16, [&](int i) {
                const auto admission = ledger(isPostgres ? i : 0).admit(nonce);
                admitted += admission && !admission->replayed ? 1 : 0;
            });
            QCOMPARE(admitted.load(), 1);
        }
    }

    void ofSixteenStationsWithOneCodeOneIsEnrolled()
    {
        const auto code = m_stand->ledger->invite({});
        std::atomic<int> enrolled = 0;
        runTogether(16, [&](int i) { enrolled += ledger(i).enrol(*code, StationLog().publicKey()) ? 1 : 0; });
        QCOMPARE(enrolled.load(), 1);
    }

    // Failure 11: every writer tells of the same case, so that each event has its place in the reader's feed.
    void aReaderSkipsNothingThatEightWritersCommit()
    {
        constexpr int writers = 8;
        constexpr int batches = 40;
        constexpr int inBatch = 5;
        const CaseId caseId(QUuid::createUuid());
        StationLog reader = m_stand->enrolled();
        reader.write(caseId);
        QVERIFY(m_stand->push(reader.whole()));
        std::vector<StationLog> logs;
        for (int i = 0; i < writers; ++i)
            logs.push_back(m_stand->enrolled());
        std::atomic<int> writing = writers;
        std::atomic<int> failures = 0;
        std::thread reading;
        QList<SignedEvent> seen;
        bool isMonotone = true;
        reading = std::thread([&] {
            qint64 position = 0;
            for (bool more = true; more;) {
                const bool isLast = writing == 0;
                const auto page = ledger(1).feed(reader.device(), position, 7);
                failures += page ? 0 : 1;
                isMonotone = isMonotone && page && (page->events.isEmpty() || page->position > position);
                position = page ? page->position : position;
                seen += page ? page->events : QList<SignedEvent>();
                more = page && (page->more || !isLast);
            }
        });
        runTogether(writers, [&](int i) {
            StationLog &log = logs[static_cast<size_t>(i)];
            for (int batch = 0; batch < batches; ++batch) {
                for (int event = 0; event < inBatch; ++event)
                    log.write(caseId);
                const PushBatch part = log.batch(batch * inBatch, inBatch);
                failures += ledger(i).push(std::span(&part, 1)).front() ? 0 : 1;
            }
            --writing;
        });
        reading.join();
        QCOMPARE(failures.load(), 0);
        QVERIFY(isMonotone);
        QCOMPARE(seen.size(), writers * batches * inBatch);
        checkOrder(seen, logs);
        // And each writer has heard of everyone else, whenever he came.
        for (const StationLog &log : logs)
            QCOMPARE(ledger(0).feed(log.device(), 0, 5000)->events.size(),
                     (writers - 1) * batches * inBatch + 1);
    }

private:
    Ledger &ledger(int i) { return i % 2 == 0 ? *m_stand->ledger : *m_other; }

    // Each device's events are there once, in its log's order.
    static void checkOrder(const QList<SignedEvent> &seen, const std::vector<StationLog> &logs)
    {
        QHash<DeviceId, QList<SignedEvent>> byDevice;
        for (const SignedEvent &event : seen)
            byDevice[parseEvent(event.bytes)->device].append(event);
        for (const StationLog &log : logs)
            QCOMPARE(byDevice.value(log.device()), log.events());
    }

    std::unique_ptr<LedgerStand> m_stand;
    std::unique_ptr<Ledger> m_other;
};

QTEST_GUILESS_MAIN(tst_ledger_races)
#include "tst_ledger_races.moc"
