#pragma once

#include "platform/sqlite/SqliteConnection.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace yichuang {

// Read-only connections to one file; whoever reads has one to himself meanwhile. Any thread.
class SqliteReaders
{
public:
    Result<void> open(const QString &path, int count);
    // `read` runs in one snapshot.
    Result<void> with(const std::function<Result<void>(SqliteConnection &)> &read);

private:
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<SqliteConnection>> m_free;
};

} // namespace yichuang
