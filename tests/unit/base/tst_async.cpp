#include "base/Async.h"

#include <QTest>
#include <QThread>

#include <thread>

using namespace yichuang;

class TestAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultArrivesOnTheContextsThread()
    {
        QPromise<Result<int>> promise;
        promise.start();
        int got = 0;
        QThread *where = nullptr;
        whenFinished(promise.future(), this, [&](const Result<int> &result) {
            got = result.value();
            where = QThread::currentThread();
        });
        std::thread worker([&] {
            promise.addResult(Result<int>(7));
            promise.finish();
        });
        worker.join();
        QTRY_COMPARE(got, 7);
        QCOMPARE(where, QThread::currentThread());
    }

    void aFinishedFutureArrivesToo()
    {
        bool failed = false;
        whenFinished(finished(Result<int>(raise(ErrorCode::BlobDamaged))), this,
                     [&](const Result<int> &result) { failed = !result; });
        QVERIFY(!failed); // never within the call
        QTRY_VERIFY(failed);
    }

    void aContextThatIsGoneIsNotCalled()
    {
        QPromise<Result<int>> promise;
        promise.start();
        auto context = std::make_unique<QObject>();
        bool called = false;
        whenFinished(promise.future(), context.get(), [&](const Result<int> &) { called = true; });
        context.reset();
        promise.addResult(Result<int>(1));
        promise.finish();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void aCancelledFutureIsNotDelivered()
    {
        bool called = false;
        bool later = false;
        {
            QPromise<Result<int>> promise;
            promise.start();
            whenFinished(promise.future(), this, [&](const Result<int> &) { called = true; });
        } // destroyed without a result: that cancels
        whenFinished(finished(Result<int>(1)), this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void aChainGivesWhatItsLastStepGave();
    void aStepWithoutAValueIsFollowedToo();
    void aChainEndsWithTheFirstFailure();
    void aChainEndsWithTheFailureOfItsLastStep();
    void cancellingAChainCancelsTheStepUnderWay_data();
    void cancellingAChainCancelsTheStepUnderWay();
    void cancellingBetweenTheStepsStartsNoSecond();
    void aStepThatIsCancelledCancelsTheChain_data();
    void aStepThatIsCancelledCancelsTheChain();
    void withoutItsContextAChainIsCancelled_data();
    void withoutItsContextAChainIsCancelled();
};

namespace {

using Promise = QPromise<Result<int>>;

std::unique_ptr<Promise> started()
{
    auto promise = std::make_unique<Promise>();
    promise->start();
    return promise;
}

void give(Promise &promise, Result<int> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

// Two steps, of which a test decides when and how each ends.
class TwoSteps
{
public:
    explicit TwoSteps(bool isInSecond)
        : first(started())
        , second(started())
        , chain(chained(first->future(), context.get(), [this](int value) {
            ++secondStarts;
            given = value;
            return second->future();
        }))
    {
        if (!isInSecond)
            return;
        give(*first, 1);
        if (!QTest::qWaitFor([this] { return secondStarts == 1; }))
            qFatal("the second step was not begun");
    }
    Promise &underWay() const { return secondStarts > 0 ? *second : *first; }

    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::unique_ptr<Promise> first;
    std::unique_ptr<Promise> second;
    int secondStarts = 0;
    int given = 0;
    Pending<int> chain;
};

void eachStep()
{
    QTest::addColumn<bool>("isInSecond");
    QTest::newRow("in the first step") << false;
    QTest::newRow("in the second step") << true;
}

} // namespace

void TestAsync::aChainGivesWhatItsLastStepGave()
{
    TwoSteps steps(true);
    QVERIFY(!steps.chain.isFinished());
    give(*steps.second, 2);
    QTRY_VERIFY(steps.chain.isFinished());
    QCOMPARE(steps.given, 1);
    QCOMPARE(steps.chain.result(), Result<int>(2));
}

void TestAsync::aStepWithoutAValueIsFollowedToo()
{
    const Pending<int> chain =
        chained(finished(Result<void>()), this, [] { return finished(Result<int>(3)); });
    QTRY_VERIFY(chain.isFinished());
    QCOMPARE(chain.result(), Result<int>(3));
}

void TestAsync::aChainEndsWithTheFirstFailure()
{
    TwoSteps steps(false);
    give(*steps.first, raise(ErrorCode::BlobDamaged, QStringLiteral("first")));
    QTRY_VERIFY(steps.chain.isFinished());
    QCOMPARE(steps.secondStarts, 0);
    QCOMPARE(steps.chain.result().error(), (Error{ErrorCode::BlobDamaged, QStringLiteral("first")}));
}

void TestAsync::aChainEndsWithTheFailureOfItsLastStep()
{
    TwoSteps steps(true);
    give(*steps.second, raise(ErrorCode::StoreWriteFailed));
    QTRY_VERIFY(steps.chain.isFinished());
    QCOMPARE(steps.chain.result().error().code, ErrorCode::StoreWriteFailed);
}

void TestAsync::cancellingAChainCancelsTheStepUnderWay_data()
{
    eachStep();
}

void TestAsync::cancellingAChainCancelsTheStepUnderWay()
{
    QFETCH(bool, isInSecond);
    TwoSteps steps(isInSecond);
    const int before = steps.secondStarts;
    steps.chain.cancel();
    QTRY_VERIFY(steps.underWay().isCanceled());
    steps.underWay().finish();
    QTRY_VERIFY(steps.chain.isFinished());
    QCOMPARE(steps.secondStarts, before);
    QCOMPARE(steps.chain.resultCount(), 0);
}

void TestAsync::cancellingBetweenTheStepsStartsNoSecond()
{
    TwoSteps steps(false);
    give(*steps.first, 1); // it is done, and the chain has not heard of it
    steps.chain.cancel();
    QTRY_VERIFY(steps.chain.isFinished());
    QCOMPARE(steps.secondStarts, 0);
}

void TestAsync::aStepThatIsCancelledCancelsTheChain_data()
{
    eachStep();
}

void TestAsync::aStepThatIsCancelledCancelsTheChain()
{
    QFETCH(bool, isInSecond);
    TwoSteps steps(isInSecond);
    (isInSecond ? steps.second : steps.first).reset(); // without a result: its side was destroyed
    QTRY_VERIFY(steps.chain.isFinished());
    QVERIFY(steps.chain.isCanceled());
}

void TestAsync::withoutItsContextAChainIsCancelled_data()
{
    eachStep();
}

void TestAsync::withoutItsContextAChainIsCancelled()
{
    QFETCH(bool, isInSecond);
    TwoSteps steps(isInSecond);
    const int before = steps.secondStarts;
    steps.context.reset();
    QTRY_VERIFY(steps.chain.isCanceled());
    give(steps.underWay(), 2);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(steps.secondStarts, before);
    QCOMPARE(steps.chain.resultCount(), 0);
}

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
