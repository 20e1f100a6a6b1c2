#include "base/Signing.h"
#include "domain/EventTypes.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace yichuang;

namespace {

constexpr int before = 1000; // cases that lie in the store already
constexpr int measured = 300;

QJsonObject attached(int line, const Digest &digest)
{
    return {{QStringLiteral("line"), QStringLiteral("line-%1").arg(line)},
            {QStringLiteral("lineName"), QStringLiteral("材料 %1").arg(line)},
            {QStringLiteral("blob"), digest.toHex()},
            {QStringLiteral("size"), 180000},
            {QStringLiteral("mediaType"), QStringLiteral("image/png")},
            {QStringLiteral("page"), 1},
            {QStringLiteral("origin"), QStringLiteral("scan")}};
}

QJsonObject applicant(int serial)
{
    return {{QStringLiteral("role"), QStringLiteral("applicant")},
            {QStringLiteral("kind"), QStringLiteral("person")},
            {QStringLiteral("source"), QStringLiteral("card")},
            {QStringLiteral("person"),
             QJsonObject{{QStringLiteral("name"), QStringLiteral("示例%1").arg(serial)},
                         {QStringLiteral("idType"), QStringLiteral("111")},
                         {QStringLiteral("idNumber"), QStringLiteral("430407195803121127")},
                         {QStringLiteral("phone"), QStringLiteral("13800004321")}}}};
}

// Opened, applicant, form of thirty answers, four pages, accepted: seven thousand bytes in eight events.
Transaction acceptedCase(int serial, DraftId draft)
{
    const CaseId id(QUuid::createUuid());
    QJsonObject answers;
    for (int i = 0; i < 30; ++i)
        answers.insert(QStringLiteral("field.%1").arg(i), QStringLiteral("这一栏的内容 %1").arg(serial));
    Transaction transaction;
    transaction.clerk = QStringLiteral("0317");
    transaction.finishedDraft = draft;
    transaction.numbers = NumberSeries{QStringLiteral("430407"), QStringLiteral("W03"), QDate(2026, 11, 23)};
    transaction.events = {{id,
                           eventtype::opened,
                           {{QStringLiteral("item"), QStringLiteral("demo")},
                            {QStringLiteral("itemName"), QStringLiteral("不动产转移登记")},
                            {QStringLiteral("channel"), QStringLiteral("window")},
                            {QStringLiteral("caseKind"), QStringLiteral("committed")},
                            {QStringLiteral("handedOverAt"), QStringLiteral("2026-11-23T02:42:10.123Z")}}},
                          {id, eventtype::applicantIdentified, applicant(serial)},
                          {id, eventtype::formRecorded, {{QStringLiteral("answers"), answers}}}};
    for (int line = 0; line < 4; ++line)
        transaction.events.append({id, eventtype::materialAttached,
                                   attached(line, Digest::of(QByteArray::number(serial * 4 + line)))});
    transaction.events.append({id,
                               eventtype::accepted,
                               {{QStringLiteral("acceptedAt"), QStringLiteral("2026-11-23T02:50:10.123Z")},
                                {QStringLiteral("committedDue"), QStringLiteral("2026-11-30")},
                                {QStringLiteral("committedDays"), 5}}});
    return transaction;
}

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

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// As a log that is only appended to would do it.
void writeAndSynchronise(int file, const QByteArray &bytes)
{
    if (::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size() ||
        ::fsync(file) != 0)
        qFatal("the floor could not be written");
}

void print(const char *name, QList<double> values, QList<double> floors, double quantile)
{
    std::sort(values.begin(), values.end());
    std::sort(floors.begin(), floors.end());
    const auto at = static_cast<qsizetype>(static_cast<double>(values.size() - 1) * quantile);
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"floor\":%.3f,\"unit\":\"ms\","
                "\"beside\":\"its events written and fsynced\"}\n",
                name, values.at(at), floors.at(at));
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
    valueOf(store.create(Secret::random(32), DeviceId(QUuid::createUuid()), Secret::random(32)));
    for (int i = 0; i < before; ++i)
        valueOf(store.append(acceptedCase(i, {})));

    const int floorFile = ::open(QFile::encodeName(folder.filePath(QStringLiteral("floor"))).constData(),
                                 O_WRONLY | O_CREAT, 0600);
    QList<double> values;
    QList<double> floors;
    qint64 sequence = valueOf(store.outbox()).lastSequence;
    for (int i = 0; i < measured; ++i) {
        const DraftId draft(QUuid::createUuid());
        valueOf(store.saveDraft(draft, QByteArray(8000, 'd')));
        const Transaction transaction = acceptedCase(before + i, draft);
        values.append(milliseconds([&] { valueOf(store.append(transaction)); }));
        QByteArray bytes;
        for (const OutboxEvent &event : valueOf(store.unsent(sequence, 100, 1 << 20)))
            bytes += event.event.bytes + event.event.signature;
        sequence = valueOf(store.outbox()).lastSequence;
        floors.append(milliseconds([&] { writeAndSynchronise(floorFile, bytes); }));
    }
    ::close(floorFile);
    print("saving one accepted case, p50", values, floors, 0.5);
    print("saving one accepted case, p99", values, floors, 0.99);
    return 0;
}
