#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QList>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace yichuang::test {

// How long the screen's thread leaves a knock unanswered: what a person feels as a stall. Another thread
// knocks every two milliseconds; what is measured is at most that much too short.
class StallWatch final : public QObject
{
public:
    static constexpr int knockEvery = 2; // milliseconds

    StallWatch()
    {
        m_clock.start();
        m_timer.setInterval(knockEvery);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.moveToThread(&m_thread);
        connect(&m_timer, &QTimer::timeout, &m_timer, [this] { knock(); });
        connect(&m_thread, &QThread::started, &m_timer, qOverload<>(&QTimer::start));
        connect(&m_thread, &QThread::finished, &m_timer, &QTimer::stop);
        m_thread.start();
    }
    ~StallWatch() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    // Waits as a program does, in the loop; QTRY_ sleeps between its polls, which would count as a stall.
    template <typename Condition>
    bool waitUntil(Condition condition, int milliseconds = 5000)
    {
        QEventLoop loop;
        QTimer poll;
        QElapsedTimer elapsed;
        elapsed.start();
        connect(&poll, &QTimer::timeout, &loop, [&] {
            if (condition() || elapsed.hasExpired(milliseconds))
                loop.quit();
        });
        poll.start(3);
        loop.exec();
        return condition();
    }

    double longestMilliseconds() const
    {
        return m_spans.isEmpty()
                   ? 0
                   : static_cast<double>(*std::max_element(m_spans.begin(), m_spans.end())) / 1000;
    }
    int longerThan(int milliseconds) const
    {
        return static_cast<int>(std::count_if(m_spans.begin(), m_spans.end(),
                                              [&](qint64 span) { return span > 1000LL * milliseconds; }));
    }
    int knocks() const { return static_cast<int>(m_spans.size()); }

private:
    void knock() // on the other thread; one knock at a time
    {
        if (m_waiting.exchange(true))
            return;
        const qint64 sent = m_clock.nsecsElapsed();
        QMetaObject::invokeMethod(
            this,
            [this, sent] {
                m_spans.append((m_clock.nsecsElapsed() - sent) / 1000);
                m_waiting = false;
            },
            Qt::QueuedConnection);
    }

    QElapsedTimer m_clock;
    QThread m_thread;
    QTimer m_timer;
    std::atomic<bool> m_waiting = false;
    QList<qint64> m_spans; // microseconds
};

} // namespace yichuang::test
