#include "bench/Figures.h"
#include "platform/ledger/OpenLedger.h"
#include "platform/postgres/PostgresConnection.h"
#include "support/PostgresCluster.h"
#include "support/StationLog.h"

#include <QCoreApplication>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int devices = 8;
constexpr int batchesOfDevice = 5;
constexpr int inBatch = 500;
constexpr int bodyBytes = 2048;
constexpr double events = devices * batchesOfDevice * inBatch;

template <typename T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(logText(result.error())));
    return std::move(*result);
}

double aSecond(double milliseconds)
{
    return events / milliseconds * 1000;
}

std::vector<StationLog> stations(Ledger &ledger)
{
    std::vector<StationLog> logs(devices);
    for (StationLog &log : logs) {
        const auto station = sure(ledger.enrol(sure(ledger.invite({})), log.publicKey()));
        log.setDevice(DeviceId::fromString(station.value(QLatin1String("device")).toString()));
        log.writeCases(batchesOfDevice * inBatch, bodyBytes);
    }
    return logs;
}

double pushAll(Ledger &ledger, const std::vector<PushBatch> &batches, size_t together)
{
    return yichuang::bench::milliseconds([&] {
        for (size_t i = 0; i < batches.size(); i += together) {
            for (const auto &receipt : ledger.push(std::span(batches).subspan(i, together)))
                sure(receipt);
        }
    });
}

struct Names
{
    const char *fresh;
    const char *grouped;
    const char *again;
};

void measure(const LedgerSettings &settings, const Names &names, double floor, const char *beside)
{
    const SystemClock clock;
    const auto ledger = sure(openLedger(settings, clock));
    const auto judgedOf = [&](std::vector<PushBatch> &batches, const std::vector<StationLog> &logs) {
        return yichuang::bench::milliseconds([&] {
            for (int batch = 0; batch < batchesOfDevice; ++batch) {
                for (const StationLog &log : logs)
                    batches.push_back(log.batch(qint64(batch) * inBatch, inBatch));
            }
        });
    };
    std::vector<PushBatch> alone;
    const auto first = stations(*ledger);
    const double judging = judgedOf(alone, first);
    std::vector<PushBatch> grouped;
    const auto second = stations(*ledger);
    judgedOf(grouped, second);
    yichuang::bench::print({names.fresh, aSecond(pushAll(*ledger, alone, 1)), floor, "events/s", beside});
    yichuang::bench::print(
        {names.grouped, aSecond(pushAll(*ledger, grouped, devices)), floor, "events/s", beside});
    yichuang::bench::print({names.again, aSecond(pushAll(*ledger, alone, 1)), aSecond(judging), "events/s",
                            "judging them, one thread"});
}

// The least that a database could do: the key and the bytes, by one statement a batch.
double plainPostgres(const QByteArray &target)
{
    const auto connection = sure(PostgresConnection::open({target, {}}));
    sure(connection
             ->execute("CREATE TABLE plain (device uuid, sequence bigint, hash bytea, body bytea,"
                       " PRIMARY KEY (device, sequence))")
             .map([] { return 0; }));
    StationLog log;
    log.setDevice(DeviceId(QUuid::createUuid()));
    log.writeCases(inBatch, bodyBytes);
    QList<QByteArray> bodies;
    QList<QByteArray> hashes;
    for (const SignedEvent &event : log.events()) {
        bodies.append(event.bytes);
        hashes.append(event.digest().bytes());
    }
    return aSecond(yichuang::bench::milliseconds([&] {
        for (int batch = 0; batch < devices * batchesOfDevice; ++batch) {
            QList<qint64> sequences;
            for (int i = 0; i < inBatch; ++i)
                sequences.append(batch * inBatch + i);
            sure(connection->run("INSERT INTO plain SELECT $1, * FROM unnest($2::int8[], $3::bytea[],"
                                 " $4::bytea[]) ON CONFLICT DO NOTHING",
                                 PostgresValues()
                                     .uuid(log.device().uuid())
                                     .numbers(sequences)
                                     .manyBytes(hashes)
                                     .manyBytes(bodies)));
        }
    }));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    initialiseCryptography();
    PostgresCluster cluster({QStringLiteral("shared_buffers=512MB"), QStringLiteral("max_wal_size=4GB")});
    const double floor = plainPostgres(cluster.makeDatabase());
    const char *beside = "one plain INSERT a batch, PostgreSQL";
    measure({{}, QString::fromUtf8(cluster.makeDatabase())},
            {"ledger PostgreSQL, 500 a commit", "ledger PostgreSQL, 8 devices a commit",
             "duplicates, PostgreSQL"},
            floor, beside);
    const QTemporaryDir folder;
    measure({folder.path(), {}},
            {"ledger SQLite, 500 a commit", "ledger SQLite, 8 devices a commit", "duplicates, SQLite"}, floor,
            beside);
    return 0;
}
