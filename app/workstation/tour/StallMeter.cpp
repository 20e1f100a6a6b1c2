#include "workstation/tour/StallMeter.h"

#include <QAbstractEventDispatcher>

namespace yichuang {

StallMeter::StallMeter(QObject *parent)
    : QObject(parent)
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallMeter::wakeUp);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallMeter::goToSleep);
}

void StallMeter::reset()
{
    m_longest = 0;
    m_over16 = 0;
    m_occasionOfLongest.clear();
    m_busy.invalidate();
}

// The dispatcher also says 'awake' at the start of an iteration that finds work without having slept.
void StallMeter::wakeUp()
{
    if (m_busy.isValid())
        goToSleep();
    m_busy.start();
}

void StallMeter::goToSleep()
{
    if (!m_busy.isValid())
        return;
    const double milliseconds = static_cast<double>(m_busy.nsecsElapsed()) / 1e6;
    m_busy.invalidate();
    m_over16 += milliseconds > 16 ? 1 : 0;
    if (milliseconds > m_longest) {
        m_longest = milliseconds;
        m_occasionOfLongest = m_occasion;
    }
}

} // namespace yichuang
