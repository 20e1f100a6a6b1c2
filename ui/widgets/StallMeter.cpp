#include "ui/widgets/StallMeter.h"

namespace yichuang {

StallMeter::StallMeter(QObject *parent)
    : QObject(parent)
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

StallMeter::~StallMeter()
{
    m_thread.quit();
    m_thread.wait();
}

void StallMeter::knock()
{
    if (m_waiting.exchange(true))
        return;
    const qint64 sent = m_clock.nsecsElapsed();
    QMetaObject::invokeMethod(this, [this, sent] { answer(sent); }, Qt::QueuedConnection);
}

void StallMeter::answer(qint64 sent)
{
    const double milliseconds = static_cast<double>(m_clock.nsecsElapsed() - sent) / 1e6;
    m_waiting = false;
    if (m_forgiven) {
        m_forgiven = false;
        return;
    }
    ++m_knocks;
    m_felt += milliseconds > felt ? 1 : 0;
    if (milliseconds > m_longest) {
        m_longest = milliseconds;
        m_occasionOfLongest = m_occasion;
    }
}

} // namespace yichuang
