#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "domain/EventTypes.h"
#include "store/Store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace yichuang {

// Waits for a future with the event loop running, and hands out what it holds.
template <typename T>
Result<T> awaited(Pending<T> pending)
{
    if (!QTest::qWaitFor([&] { return pending.isFinished(); }, 20000))
        qFatal("a future did not finish");
    return pending.result();
}

// A store in a folder of its own with invented persons.
struct StoreFixture
{
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    QByteArray key = QByteArray(32, 'k');
    DeviceId device = DeviceId(QUuid::createUuid());
    std::unique_ptr<Store> store;

    QString path() const { return folder.filePath(QStringLiteral("station")); }

    Result<void> create()
    {
        store = std::make_unique<Store>(path(), clock, random);
        return awaited(store->create(Secret(key), device, Secret(QByteArray(32, 's'))));
    }
    Result<void> reopen()
    {
        store.reset();
        store = std::make_unique<Store>(path(), clock, random);
        return awaited(store->open(Secret(key)));
    }

    static QJsonObject person(const QString &name, const QString &phone = QStringLiteral("13800004321"))
    {
        return {{QStringLiteral("role"), QStringLiteral("applicant")},
                {QStringLiteral("kind"), QStringLiteral("person")},
                {QStringLiteral("source"), QStringLiteral("card")},
                {QStringLiteral("person"),
                 QJsonObject{{QStringLiteral("name"), name},
                             {QStringLiteral("idType"), QStringLiteral("111")},
                             {QStringLiteral("idNumber"), QStringLiteral("430407195803121127")},
                             {QStringLiteral("phone"), phone}}}};
    }

    // One accepted case of this applicant.
    static Transaction acceptance(const QString &name, CaseId id = CaseId(QUuid::createUuid()))
    {
        Transaction transaction;
        transaction.clerk = QStringLiteral("0317");
        transaction.numbers =
            NumberSeries{QStringLiteral("430407"), QStringLiteral("W03"), QDate(2026, 11, 23)};
        transaction.events = {
            {id,
             eventtype::opened,
             {{QStringLiteral("item"), QStringLiteral("demo")},
              {QStringLiteral("itemName"), QStringLiteral("高龄津贴")},
              {QStringLiteral("site"), QStringLiteral("430407")},
              {QStringLiteral("channel"), QStringLiteral("window")},
              {QStringLiteral("caseKind"), QStringLiteral("committed")},
              {QStringLiteral("handedOverAt"), QStringLiteral("2026-11-23T02:42:10.123Z")}}},
            {id, eventtype::applicantIdentified, person(name)},
            {id,
             eventtype::accepted,
             {{QStringLiteral("acceptedAt"), QStringLiteral("2026-11-23T02:50:10.123Z")},
              {QStringLiteral("committedDue"), QStringLiteral("2026-11-30")},
              {QStringLiteral("committedDays"), 5}}},
        };
        return transaction;
    }
};

} // namespace yichuang
