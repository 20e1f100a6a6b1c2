#include "store/Store.h"

#include "store/StoreEngine.h"

#include <QThread>
#include <QTimer>

namespace yichuang {

namespace {

constexpr int idleBeforeCheckpoint = 2000; // ms

// Work is copied on its way to the thread; secrets cannot be.
std::shared_ptr<const Secret> shared(Secret secret)
{
    return std::make_shared<const Secret>(std::move(secret));
}

} // namespace

struct Store::Thread
{
    QThread thread;
    QObject place; // lives on the thread; work is posted to it
    std::unique_ptr<StoreEngine> engine;
    std::unique_ptr<QTimer> idle;
    // Of the open store, for the owner's thread.
    DeviceId device;
    SigningKey key;
};

Store::Store(QString folder, const Clock &clock, RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<Thread>())
{
    m_thread->thread.setObjectName(QStringLiteral("store"));
    m_thread->place.moveToThread(&m_thread->thread);
    m_thread->thread.start();
    QMetaObject::invokeMethod(&m_thread->place,
                              [thread = m_thread.get(), folder = std::move(folder), &clock, &random] {
                                  thread->engine = std::make_unique<StoreEngine>(folder, clock, random);
                                  thread->idle = std::make_unique<QTimer>();
                                  thread->idle->setSingleShot(true);
                                  thread->idle->setInterval(idleBeforeCheckpoint);
                                  QObject::connect(thread->idle.get(), &QTimer::timeout, &thread->place,
                                                   [thread] { thread->engine->checkpoint(); });
                              });
}

Store::~Store()
{
    // The connection ends on the thread that opened it, after everything that stands in line before.
    QMetaObject::invokeMethod(&m_thread->place, [thread = m_thread.get()] {
        thread->idle.reset();
        thread->engine.reset();
        thread->thread.quit();
    });
    m_thread->thread.wait();
}

template <typename T>
Pending<T> Store::run(std::function<Result<T>(StoreEngine &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(&m_thread->place, [thread = m_thread.get(), promise, work = std::move(work)] {
        promise->addResult(work(*thread->engine));
        promise->finish();
        if (thread->engine->isOpen())
            thread->idle->start();
    });
    return promise->future();
}

// The one place that refuses work before there is an open database.
template <typename T>
Pending<T> Store::runOpen(std::function<Result<T>(StoreEngine &)> work)
{
    return run<T>([work = std::move(work)](StoreEngine &engine) -> Result<T> {
        if (auto open = engine.demandOpen(); !open)
            return passOn(open);
        return work(engine);
    });
}

template <typename T>
Pending<T> Store::begin(std::function<Result<T>(StoreEngine &)> work)
{
    return run<T>([this, work = std::move(work)](StoreEngine &engine) {
        auto begun = work(engine);
        if (begun) {
            m_thread->device = engine.device();
            m_thread->key = SigningKey::fromSeed(engine.signingKey().seed());
        }
        return begun;
    });
}

Pending<void> Store::create(Secret dataKey, DeviceId device, Secret signingSeed)
{
    return begin<void>([dataKey = shared(std::move(dataKey)), device, seed = shared(std::move(signingSeed))](
                           StoreEngine &engine) { return engine.create(*dataKey, device, *seed); });
}

Pending<void> Store::open(Secret dataKey)
{
    return begin<void>(
        [dataKey = shared(std::move(dataKey))](StoreEngine &engine) { return engine.open(*dataKey); });
}

Pending<SalvageReport> Store::salvage(Secret dataKey)
{
    return begin<SalvageReport>(
        [dataKey = shared(std::move(dataKey))](StoreEngine &engine) { return engine.salvage(*dataKey); });
}

DeviceId Store::device() const
{
    return m_thread->device;
}

const SigningKey &Store::signingKey() const
{
    return m_thread->key;
}

Pending<Appended> Store::append(Transaction transaction)
{
    return runOpen<Appended>([this, transaction = std::move(transaction)](StoreEngine &engine) {
        auto appended = engine.append(transaction);
        if (appended) {
            for (const AppendedCase &touched : std::as_const(appended->cases))
                Q_EMIT caseChanged(touched.caseId);
            Q_EMIT outboxChanged();
            if (!transaction.finishedDraft.isNull())
                Q_EMIT draftsChanged();
        }
        return appended;
    });
}

Pending<void> Store::saveDraft(DraftId id, QByteArray json)
{
    return runOpen<void>([this, id, json = std::move(json)](StoreEngine &engine) {
        auto saved = engine.saveDraft(id, json);
        if (saved)
            Q_EMIT draftsChanged();
        return saved;
    });
}

Pending<QList<DraftRecord>> Store::drafts()
{
    return runOpen<QList<DraftRecord>>([](StoreEngine &engine) { return engine.drafts(); });
}

Pending<void> Store::discardDraft(DraftId id)
{
    return runOpen<void>([this, id](StoreEngine &engine) {
        auto discarded = engine.discardDraft(id);
        if (discarded)
            Q_EMIT draftsChanged();
        return discarded;
    });
}

Pending<Digest> Store::putBlob(QByteArray bytes, QString mediaType)
{
    return runOpen<Digest>([bytes = std::move(bytes), mediaType = std::move(mediaType)](StoreEngine &engine) {
        return engine.putBlob(bytes, mediaType);
    });
}

Pending<QByteArray> Store::blobPart(Digest digest, qint64 from, qint64 most)
{
    return runOpen<QByteArray>(
        [digest, from, most](StoreEngine &engine) { return engine.blobPart(digest, from, most); });
}

Pending<QByteArray> Store::blob(Digest digest)
{
    return runOpen<QByteArray>([digest](StoreEngine &engine) { return engine.blob(digest); });
}

Pending<int> Store::dropUnusedPages(QDateTime storedBefore)
{
    return runOpen<int>([storedBefore](StoreEngine &engine) { return engine.dropUnusedPages(storedBefore); });
}

Pending<QList<CaseRow>> Store::cases(CaseQuery query)
{
    return runOpen<QList<CaseRow>>([query](StoreEngine &engine) { return engine.queries().rows(query); });
}

Pending<CaseCounts> Store::counts(QDate today)
{
    return runOpen<CaseCounts>([today](StoreEngine &engine) { return engine.queries().counts(today); });
}

Pending<CaseDetail> Store::loadCase(CaseId id)
{
    return runOpen<CaseDetail>([id](StoreEngine &engine) { return engine.loadCase(id); });
}

Pending<std::optional<CaseId>> Store::caseByNumber(QString number)
{
    return runOpen<std::optional<CaseId>>(
        [number](StoreEngine &engine) { return engine.queries().byNumber(number); });
}

Pending<QList<WorkItem>> Store::workItems(int most)
{
    return runOpen<QList<WorkItem>>([most](StoreEngine &engine) { return engine.workItems().list(most); });
}

Pending<int> Store::workItemCount()
{
    return runOpen<int>([](StoreEngine &engine) { return engine.workItems().count(); });
}

Pending<QByteArray> Store::setting(QString key)
{
    return runOpen<QByteArray>([key](StoreEngine &engine) { return engine.setting(key); });
}

Pending<void> Store::setSetting(QString key, QByteArray value)
{
    return runOpen<void>([key, value](StoreEngine &engine) { return engine.setSetting(key, value); });
}

Pending<QList<OutboxEvent>> Store::unsent(qint64 after, int mostEvents, qint64 mostBytes)
{
    return runOpen<QList<OutboxEvent>>(
        [=](StoreEngine &engine) { return engine.outbox().unsent(after, mostEvents, mostBytes); });
}

Pending<OutboxStatus> Store::outbox()
{
    return runOpen<OutboxStatus>([](StoreEngine &engine) { return engine.outboxStatus(); });
}

Pending<OutboxList> Store::outboxCases(OutboxQuery query)
{
    return runOpen<OutboxList>([query](StoreEngine &engine) { return engine.outboxQueries().list(query); });
}

Pending<OutboxParts> Store::outboxParts(CaseId id)
{
    return runOpen<OutboxParts>([id](StoreEngine &engine) { return engine.outboxQueries().parts(id); });
}

Pending<qint64> Store::foreignEvents()
{
    return runOpen<qint64>([](StoreEngine &engine) { return engine.foreignEvents(); });
}

Pending<SyncState> Store::syncState()
{
    return runOpen<SyncState>([](StoreEngine &engine) { return engine.outbox().state(); });
}

Pending<void> Store::setSyncState(SyncState state)
{
    return runOpen<void>([state](StoreEngine &engine) { return engine.setSyncState(state); });
}

Pending<void> Store::countFailure()
{
    return runOpen<void>([](StoreEngine &engine) { return engine.outbox().countFailure(); });
}

Pending<void> Store::acknowledge(qint64 upTo, qint64 backedUp, QString epoch, QList<EventRefusal> refusals)
{
    return runOpen<void>([=, this](StoreEngine &engine) {
        auto done = engine.acknowledge(upTo, backedUp, epoch, refusals);
        if (done)
            Q_EMIT outboxChanged();
        return done;
    });
}

Pending<int> Store::applyPulled(PulledBatch batch)
{
    return runOpen<int>([this, batch = std::move(batch)](StoreEngine &engine) {
        QList<CaseId> changed;
        auto applied = engine.applyPulled(batch, changed);
        for (const CaseId &id : std::as_const(changed))
            Q_EMIT caseChanged(id);
        // A pull that brought nothing must not be news, or it would bring on the next one.
        if (applied && !batch.events.isEmpty())
            Q_EMIT outboxChanged();
        return applied;
    });
}

Pending<QList<PendingPage>> Store::pagesToSend(int most)
{
    return runOpen<QList<PendingPage>>([most](StoreEngine &engine) { return engine.outbox().pages(most); });
}

Pending<void> Store::rememberUpload(Digest digest, QString location, qint64 received)
{
    return runOpen<void>([=, this](StoreEngine &engine) {
        auto done = engine.outbox().rememberUpload(digest, location, received);
        if (done)
            Q_EMIT uploadAdvanced();
        return done;
    });
}

Pending<void> Store::pageSent(Digest digest)
{
    return runOpen<void>([this, digest](StoreEngine &engine) {
        auto done = engine.outbox().pageSent(digest);
        if (done)
            Q_EMIT outboxChanged();
        return done;
    });
}

Pending<LogReport> Store::verifyLog()
{
    return runOpen<LogReport>([](StoreEngine &engine) { return engine.verifyLog(); });
}

Pending<int> Store::rebuildProjections()
{
    return runOpen<int>([](StoreEngine &engine) { return engine.rebuildProjections(); });
}

Pending<void> Store::quickCheck()
{
    return runOpen<void>([](StoreEngine &engine) { return engine.quickCheck(); });
}

} // namespace yichuang
