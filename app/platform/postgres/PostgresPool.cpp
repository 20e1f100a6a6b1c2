#include "platform/postgres/PostgresPool.h"

#include "platform/ledger/StoreFailure.h"

namespace yichuang {

namespace {

using namespace std::chrono_literals;
constexpr auto firstPause = 50ms;
constexpr auto longestPause = 5000ms;
constexpr auto mostWaiting = 10s;
constexpr int mostAttempts = 5;

bool asksToBeginAgain(const QByteArray &state)
{
    return state == "40001" || state == "40P01";
}

} // namespace

PostgresPool::PostgresPool(PostgresTarget target, int most)
    : m_target(std::move(target))
    , m_left(most)
{}

Result<PostgresPool::Connection> PostgresPool::lease()
{
    std::unique_lock lock(m_mutex);
    if (!m_returned.wait_for(lock, mostWaiting, [this] { return m_left > 0; }))
        return storeFailure(StoreFault::Gone, QStringLiteral("every connection is in use"));
    if (m_free.empty() && std::chrono::steady_clock::now() < m_notBefore)
        return storeFailure(StoreFault::Gone, QStringLiteral("waits before it asks again"));
    --m_left;
    if (m_free.empty())
        return nullptr;
    Connection connection = std::move(m_free.back());
    m_free.pop_back();
    return connection;
}

Result<PostgresPool::Connection> PostgresPool::connect()
{
    auto opened = PostgresConnection::open(m_target);
    const std::lock_guard lock(m_mutex);
    m_pause = opened ? 0ms : std::min(longestPause, std::max(firstPause, m_pause * 2));
    m_notBefore = std::chrono::steady_clock::now() + m_pause;
    return opened;
}

// A lost one is not kept, and neither are those that were lost with it without knowing.
void PostgresPool::giveBack(Connection connection)
{
    const std::lock_guard lock(m_mutex);
    ++m_left;
    if (connection && !connection->isGone())
        m_free.push_back(std::move(connection));
    else
        m_free.clear();
    m_returned.notify_one();
}

Result<void> PostgresPool::with(Again again, const Work &work)
{
    Result<void> done;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        auto leased = lease();
        if (!leased)
            return passOn(leased);
        Connection connection = std::move(*leased);
        if (!connection) {
            auto opened = connect();
            if (!opened) {
                giveBack(nullptr);
                return passOn(opened);
            }
            connection = std::move(*opened);
        }
        done = work(*connection);
        const bool isLost = connection->isGone();
        const bool isAskedAgain = !done && asksToBeginAgain(connection->state());
        giveBack(std::move(connection));
        if (done || !(isAskedAgain || (isLost && again == Again::May)))
            return done;
    }
    return done;
}

} // namespace yichuang
