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
        whenFinished(finished(Result<int>(raise(ErrorCode::FileUnreadable))), this,
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
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
