#pragma once

#include "carriage/CourierExport.h"
#include "carriage/CourierImport.h"
#include "integration/store/StoreFixture.h"
#include "support/FaultyStick.h"

namespace yichuang::test {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::StoreClosed : result.error().code;
}

// Starts the job and waits for its one answer.
template <typename T, typename Job>
Result<T> ended(Job &job)
{
    std::optional<Result<T>> answer;
    int count = 0;
    QObject::connect(&job, &Job::finished, &job, [&](const Result<T> &result) {
        answer = result;
        ++count;
    });
    job.start();
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30000) || count != 1)
        qFatal("a job did not end once");
    return *answer;
}

inline Result<Exported> exported(Store &store, const std::shared_ptr<courier::Stick> &stick,
                                 const QByteArray &platformKey)
{
    static const SystemClock clock;
    CourierExport job(store, stick, platformKey, clock, {});
    return ended<Exported>(job);
}

inline Result<Imported> imported(Store &store, const std::shared_ptr<courier::Stick> &stick,
                                 const courier::PackageName &name, const QByteArray &platformKey)
{
    CourierImport job(store, stick, name, platformKey, std::chrono::seconds(30));
    return ended<Imported>(job);
}

// The one package of this direction on the stick; else one that is none.
inline courier::PackageName only(courier::Stick &stick, courier::Direction direction)
{
    QList<courier::PackageName> found;
    for (const courier::PackageName &name : courier::packagesOn(stick)) {
        if (name.direction == direction)
            found.append(name);
    }
    return found.size() == 1 ? found.first() : courier::PackageName();
}

// An accepted case with one page.
inline CaseId acceptWithPage(Store &store, const QByteArray &page, CaseId id = CaseId(QUuid::createUuid()))
{
    const auto digest = awaited(store.putBlob(page, QStringLiteral("image/jpeg")));
    Transaction transaction = StoreFixture::acceptance(QStringLiteral("盘某"), id);
    transaction.events.append(
        {id,
         eventtype::materialAttached,
         {{QStringLiteral("line"), QStringLiteral("id-card")}, {QStringLiteral("blob"), digest->toHex()}}});
    return awaited(store.append(transaction))->cases[0].caseId;
}

} // namespace yichuang::test
