#pragma once

#include "platform/postgres/PostgresConnection.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace yichuang {

// At most so many connections, made when they are needed and made anew when they are lost; whoever works has
// one to himself meanwhile. Any thread.
class PostgresPool
{
public:
    enum class Again
    {
        Never, // a second time would have another effect than the first
        May    // done twice is as done once
    };
    using Work = std::function<Result<void>(PostgresConnection &)>;

    PostgresPool(PostgresTarget target, int most);
    // What the database asks to begin again (a serialization failure, a deadlock) is begun again; so is, with
    // Again::May, what was under way on a connection that was lost. While the database does not answer, it is
    // asked ever more seldom and everyone else fails at once.
    Result<void> with(Again again, const Work &work);
    const PostgresTarget &target() const { return m_target; }

private:
    using Connection = std::unique_ptr<PostgresConnection>;
    using Instant = std::chrono::steady_clock::time_point;

    Result<Connection> lease();
    Result<Connection> connect();
    void giveBack(Connection connection);

    PostgresTarget m_target;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<Connection> m_free;
    int m_left;
    Instant m_notBefore;
    std::chrono::milliseconds m_pause{0};
};

} // namespace yichuang
