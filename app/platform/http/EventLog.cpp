#include "platform/http/EventLog.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

namespace yichuang {

namespace {

constexpr qsizetype mostBytesWaiting = 4 * 1024 * 1024;

const char *levelName(EventLog::Level level)
{
    static constexpr const char *names[] = {"debug", "info", "warning", "error"};
    return names[static_cast<int>(level)];
}

QByteArray lineOf(EventLog::Level level, const char *event, QJsonObject fields)
{
    fields.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    fields.insert(QStringLiteral("level"), QLatin1String(levelName(level)));
    fields.insert(QStringLiteral("event"), QLatin1String(event));
    return QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
}

void writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t done =
            ::write(descriptor, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (done < 0 && errno != EINTR)
            return; // nobody is left to be told
        at += done > 0 ? done : 0;
    }
}

} // namespace

EventLog::EventLog(int descriptor, Level least)
    : m_descriptor(descriptor)
    , m_least(least)
{
    if (descriptor >= 0)
        m_thread = std::thread([this] { run(); });
}

EventLog::~EventLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void EventLog::write(Level level, const char *event, QJsonObject fields)
{
    if (!writes(level))
        return;
    const QByteArray line = lineOf(level, event, std::move(fields));
    const std::lock_guard lock(m_mutex);
    if (m_lines.size() + line.size() > mostBytesWaiting) {
        ++m_dropped;
        return;
    }
    m_lines += line;
    m_wake.notify_one();
}

void EventLog::flush()
{
    if (m_descriptor < 0)
        return;
    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [this] { return m_lines.isEmpty() && m_dropped == 0 && !m_writing; });
}

// Waits for lines; empty when the log is closed and everything is out.
QByteArray EventLog::take(std::unique_lock<std::mutex> &lock)
{
    m_wake.wait(lock, [this] { return m_closed || !m_lines.isEmpty() || m_dropped > 0; });
    QByteArray lines = std::exchange(m_lines, {});
    if (const quint64 dropped = std::exchange(m_dropped, 0); dropped > 0)
        lines +=
            lineOf(Level::Warning, "log-dropped", {{QStringLiteral("lines"), static_cast<qint64>(dropped)}});
    return lines;
}

void EventLog::run()
{
    std::unique_lock lock(m_mutex);
    for (QByteArray lines = take(lock); !lines.isEmpty(); lines = take(lock)) {
        m_writing = true;
        lock.unlock();
        writeAll(m_descriptor, lines);
        lock.lock();
        m_writing = false;
        m_written.notify_all();
    }
}

} // namespace yichuang
