#include "platform/sqlite/SqliteReaders.h"

namespace yichuang {

Result<void> SqliteReaders::open(const QString &path, int count)
{
    for (int i = 0; i < count; ++i) {
        auto connection = std::make_unique<SqliteConnection>();
        if (auto opened = connection->open(path, SqliteConnection::Use::Read); !opened)
            return opened;
        m_free.push_back(std::move(connection));
    }
    return {};
}

Result<void> SqliteReaders::with(const std::function<Result<void>(SqliteConnection &)> &read)
{
    std::unique_ptr<SqliteConnection> connection;
    {
        std::unique_lock lock(m_mutex);
        m_returned.wait(lock, [this] { return !m_free.empty(); });
        connection = std::move(m_free.back());
        m_free.pop_back();
    }
    Result<void> done = connection->run("BEGIN");
    if (done) {
        done = read(*connection);
        const auto ended = connection->run("ROLLBACK");
        if (done)
            done = ended;
    }
    const std::lock_guard lock(m_mutex);
    m_free.push_back(std::move(connection));
    m_returned.notify_one();
    return done;
}

} // namespace yichuang
