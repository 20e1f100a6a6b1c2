#pragma once

#include "base/Result.h"

#include <QFuture>
#include <QPromise>

namespace yichuang {

// The one shape of an operation that takes time: a future of a Result, continued with a context object:
//     store.append(events).then(this, [this](const Result<Appended> &appended) { … });
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

} // namespace yichuang
