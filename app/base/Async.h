#pragma once

#include "base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace yichuang {

// The one shape of an operation that takes time: a future of a Result, continued with a context object:
//     whenFinished(store.append(events), this, [this](const Result<Appended> &appended) { … });
// The five exits of every such operation (success, error, cancel, time limit, destruction of either side)
// each have a test.
template <typename T>
using Pending = QFuture<Result<T>>;

template <typename T>
Pending<T> finished(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

// Calls `function` with the result, on the context's thread, where the call must be made; never where the
// context is gone by then, nor for a cancelled future. (Qt 6.4's own then(context, …) asserts that the
// context still lives, and looks at it from the other thread.)
template <typename T, typename Function>
void whenFinished(const QFuture<T> &future, QObject *context, Function function)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, function = std::move(function)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.resultCount() > 0)
                             function(done.result());
                     });
    watcher->setFuture(future);
}

// Goes on with what `next` starts with the value, or ends with the first failure. Cancelling what is returned
// cancels the step that is under way. Without the context nothing goes on, and what was returned is
// cancelled.
template <typename T, typename Next>
auto chained(const Pending<T> &first, QObject *context, Next next)
{
    const auto call = [next](const Result<T> &value) {
        if constexpr (std::is_void_v<T>)
            return next();
        else
            return next(*value);
    };
    using Following = decltype(call(std::declval<const Result<T> &>()));
    using Value = std::decay_t<decltype(std::declval<Following>().result())>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto *canceller = new QFutureWatcher<Value>(context);
    const auto cancelled = [canceller](auto step) {
        QObject::connect(canceller, &QFutureWatcherBase::canceled, canceller,
                         [step]() mutable { step.cancel(); });
    };
    const auto end = [promise, canceller](const Value &value) {
        canceller->deleteLater();
        promise->addResult(value);
        promise->finish();
    };
    canceller->setFuture(promise->future());
    cancelled(first);
    whenFinished(first, context, [call, context, end, cancelled, promise, canceller](const Result<T> &value) {
        if (!value)
            return end(Value(passOn(value)));
        // Cancelled when the step was done and not heard of yet: what comes next is not begun.
        if (promise->isCanceled()) {
            canceller->deleteLater();
            return promise->finish();
        }
        const Following following = call(value);
        cancelled(following);
        whenFinished(following, context, end);
    });
    return promise->future();
}

} // namespace yichuang
