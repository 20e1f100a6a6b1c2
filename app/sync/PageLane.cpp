#include "sync/PageLane.h"

#include "sync/Triage.h"

namespace yichuang {

namespace {
constexpr int pagesAtOnce = 50;
}

PageLane::PageLane(Store &store, PlatformClient &client, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
{}

template <typename T, typename Function>
void PageLane::after(const Pending<T> &pending, Function function)
{
    whenFinished(pending, this,
                 [this, round = m_round, function = std::move(function)](const Result<T> &result) {
                     if (round != m_round)
                         return;
                     Q_EMIT moved();
                     function(result);
                 });
}

template <typename T, typename Next>
void PageLane::then(const Pending<T> &pending, Next next)
{
    after(pending, [this, next = std::move(next)](const Result<T> &result) {
        if (!result)
            return end({result.error(), m_problem, false});
        if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

void PageLane::start(bool yields)
{
    ++m_round;
    m_yields = yields;
    m_wanted.clear();
    m_problem.reset();
    next();
}

void PageLane::end(Outcome outcome)
{
    ++m_round;
    Q_EMIT ended(outcome);
}

void PageLane::next()
{
    then(m_store.outbox(), [this](const OutboxStatus &status) {
        if (m_yields && status.unsentEvents > 0)
            return end({{}, m_problem, true});
        if (!m_wanted.isEmpty())
            return sendOne();
        then(m_store.pagesToSend(pagesAtOnce + static_cast<int>(m_parked.size())),
             [this](const QList<PendingPage> &pending) { choose(pending); });
    });
}

void PageLane::choose(const QList<PendingPage> &pending)
{
    QList<PendingPage> wanted;
    for (const PendingPage &page : pending) {
        if (!m_parked.contains(page.digest.bytes()))
            wanted.append(page);
    }
    if (wanted.isEmpty())
        return end({{}, m_problem, false});
    ask(wanted);
}

void PageLane::ask(const QList<PendingPage> &pending)
{
    QList<Digest> digests;
    for (const PendingPage &page : pending)
        digests.append(page.digest);
    then(m_client.knownBlobs(digests), [this, pending](const QList<Digest> &known) {
        for (const PendingPage &page : pending) {
            if (known.contains(page.digest))
                (void)m_store.pageSent(page.digest);
            else
                m_wanted.append(page);
        }
        next();
    });
}

void PageLane::sendOne()
{
    const PendingPage page = m_wanted.takeFirst();
    const auto read = [store = &m_store, digest = page.digest](qint64 from, qint64 most) {
        return store->blobPart(digest, from, most);
    };
    after(m_client.upload({page.digest, page.mediaType, page.size, read, page.location}),
          [this, page](const Result<Digest> &stored) {
              if (stored)
                  sent(page);
              else
                  failed(page, stored.error());
          });
}

void PageLane::sent(const PendingPage &page)
{
    then(m_store.pageSent(page.digest), [this] { next(); });
}

void PageLane::failed(const PendingPage &page, const Error &error)
{
    if (!isOfOnePage(error))
        return end({error, m_problem, false});
    m_parked.insert(page.digest.bytes());
    m_problem = error;
    next();
}

} // namespace yichuang
