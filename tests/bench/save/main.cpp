#include "PlainStore.h"
#include "base/Signing.h"
#include "bench/AcceptedCase.h"
#include "bench/Figures.h"
#include "store/Projections.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr int before = 1000; // cases that lie in the store already
constexpr int measured = 300;

template <typename T>
T valueOf(Pending<T> pending)
{
    pending.waitForFinished();
    const Result<T> result = pending.result();
    if (!result)
        qFatal("%s", qPrintable(logText(result.error())));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

// As a log that is only appended to would do it.
void writeAndSynchronise(int file, const QByteArray &bytes)
{
    if (::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size() ||
        ::fsync(file) != 0)
        qFatal("the floor could not be written");
}

// The station's database as it is now, freed of its cipher.
QByteArray decryptedCopy(const QString &database, const QString &target, const Secret &key)
{
    for (const char *part : {"", "-wal"})
        QFile::copy(database + QLatin1String(part), target + QLatin1String(part));
    Database copy;
    if (!copy.open(target, key) || !copy.run(QStringLiteral("PRAGMA journal_mode=DELETE")) ||
        !copy.run(QStringLiteral("PRAGMA rekey=''")))
        qFatal("no decrypted copy");
    copy.close();
    return QFile::encodeName(target);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    initialiseCryptography();
    const QTemporaryDir folder;
    const SystemClock clock;
    SystemRandom random;
    Store store(folder.filePath(QStringLiteral("station")), clock, random);
    const Secret key = Secret::random(32);
    valueOf(store.create(key.clone(), DeviceId(QUuid::createUuid()), Secret::random(32)));
    for (int i = 0; i < before; ++i)
        valueOf(store.append(acceptedCase(i)));

    valueOf(store.quickCheck());
    PlainStore plain(decryptedCopy(folder.filePath(QStringLiteral("station/station.db")),
                                   folder.filePath(QStringLiteral("plain.db")), key));

    const int floorFile = ::open(QFile::encodeName(folder.filePath(QStringLiteral("floor"))).constData(),
                                 O_WRONLY | O_CREAT, 0600);
    QList<double> values;
    QList<double> floors;
    QList<double> plains;
    qint64 sequence = valueOf(store.outbox()).lastSequence;
    for (int i = 0; i < measured; ++i) {
        const DraftId draft(QUuid::createUuid());
        valueOf(store.saveDraft(draft, QByteArray(8000, 'd')));
        const Transaction transaction = acceptedCase(before + i, draft);
        values.append(milliseconds([&] { valueOf(store.append(transaction)); }));
        QByteArray bytes;
        const QList<OutboxEvent> events = valueOf(store.unsent(sequence, 100, 1 << 20));
        for (const OutboxEvent &event : events)
            bytes += event.event.bytes + event.event.signature;
        sequence = valueOf(store.outbox()).lastSequence;
        floors.append(milliseconds([&] { writeAndSynchronise(floorFile, bytes); }));
        const QByteArray grams = gramsOf(QStringLiteral("示例%1").arg(before + i)).toUtf8();
        plains.append(milliseconds([&] { plain.save(events, draft.toString().toLatin1(), grams); }));
    }
    ::close(floorFile);
    const char *beside = "its events written and fsynced";
    print({"saving one accepted case, p50", quantile(values, 0.5), quantile(floors, 0.5), "ms", beside});
    print({"saving one accepted case, p99", quantile(values, 0.99), quantile(floors, 0.99), "ms", beside});
    const char *peer = "its rows alone, given ready, written by SQLite that is not encrypted";
    print({"saving one accepted case, p50", quantile(values, 0.5), quantile(plains, 0.5), "ms", peer});
    print({"saving one accepted case, p99", quantile(values, 0.99), quantile(plains, 0.99), "ms", peer});
    return 0;
}
