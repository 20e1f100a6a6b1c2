#include "ui/shell/LineWatch.h"

#include "base/Clock.h"
#include "ui/shell/LineWords.h"
#include "ui/shell/StatusWords.h"

namespace yichuang {

LineWatch::LineWatch(StatusModel &model, const Clock &clock, std::chrono::milliseconds patience,
                     QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_clock(clock)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_minute.setInterval(std::chrono::seconds(10));
    connect(&m_patience, &QTimer::timeout, this, &LineWatch::show);
    connect(&m_minute, &QTimer::timeout, this, &LineWatch::show);
}

void LineWatch::setStatus(const SyncStatus &status)
{
    m_status = status;
    m_model.setSync(syncTag(status));
    m_model.setCount(QStringLiteral("outbox"), status.outbox.unsentCases);
    if (status.line == LineCondition::Stopped || (status.line == LineCondition::Down && m_model.band()))
        show();
    else if (status.line != LineCondition::Down)
        hide();
    else if (!m_patience.isActive())
        m_patience.start();
}

void LineWatch::show()
{
    m_patience.stop();
    m_model.setBand(lineBand(m_status, m_clock.now()));
    m_minute.start();
}

void LineWatch::hide()
{
    m_patience.stop();
    m_minute.stop();
    m_model.setBand(std::nullopt);
}

} // namespace yichuang
