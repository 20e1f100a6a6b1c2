#include "session/KeyringCustody.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace yichuang {

namespace {

const QString service = QStringLiteral("yichuang");

tl::unexpected<Error> failure(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return raise(ErrorCode::KeyringHasNoKey);
    return raise(ErrorCode::KeyringUnreachable, QString::number(job.error()));
}

// Ends once: with what the job says, or with `late` when the limit is over.
template <typename T, typename Read>
Pending<T> run(QObject *owner, QKeychain::Job *job, std::chrono::milliseconds limit, Read read)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto end = [promise](const Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    QObject::connect(job, &QKeychain::Job::finished, owner,
                     [end, read](QKeychain::Job *done) { end(read(*done)); });
    QTimer::singleShot(limit, owner, [end, promise] {
        if (!promise->future().isFinished())
            end(raise(ErrorCode::KeyringSilent));
    });
    job->start();
    return promise->future();
}

} // namespace

KeyringCustody::KeyringCustody(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
{}

Pending<QByteArray> KeyringCustody::fetch(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return run<QByteArray>(this, job, m_limit, [job](const QKeychain::Job &done) -> Result<QByteArray> {
        if (done.error() != QKeychain::NoError)
            return failure(done);
        return job->binaryData();
    });
}

Pending<void> KeyringCustody::keep(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret);
    return run<void>(this, job, m_limit, [](const QKeychain::Job &done) -> Result<void> {
        if (done.error() != QKeychain::NoError)
            return failure(done);
        return {};
    });
}

} // namespace yichuang
