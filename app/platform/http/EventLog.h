#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace yichuang {

// The service's log: one line of JSON an event, with time (UTC) and level, as journald and every collector
// takes it. Nothing in it names a person: routes are templates, a device is its id, texts of requests never
// come here. Any thread; written by a thread of its own, so that a reader who stalls never stalls the
// sockets - what does not fit is counted and said.
class EventLog
{
public:
    enum class Level
    {
        Debug,
        Info,
        Warning,
        Error
    };

    // -1 writes nothing.
    explicit EventLog(int descriptor, Level least = Level::Info);
    ~EventLog(); // what was written so far is out

    void write(Level level, const char *event, QJsonObject fields = {});
    bool writes(Level level) const { return m_descriptor >= 0 && level >= m_least; }
    // Everything so far is out, or was dropped.
    void flush();

private:
    void run();
    QByteArray take(std::unique_lock<std::mutex> &lock);

    int m_descriptor;
    Level m_least;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_written;
    QByteArray m_lines;
    quint64 m_dropped = 0;
    bool m_writing = false;
    bool m_closed = false;
    std::thread m_thread;
};

} // namespace yichuang
