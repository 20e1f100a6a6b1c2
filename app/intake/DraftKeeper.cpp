#include "intake/DraftKeeper.h"

namespace yichuang {

DraftKeeper::DraftKeeper(IntakeStore &store, std::function<QByteArray()> json, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_json(std::move(json))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::open(DraftId id)
{
    m_timer.stop();
    m_id = id;
    m_dirty = false;
    m_writing = false;
    m_stopped = false;
    set(SaveState::Saved);
}

void DraftKeeper::schedule()
{
    m_dirty = true;
    m_stopped = false;
    set(m_state == SaveState::Failed ? SaveState::Failed : SaveState::Pending);
    // Not restarted while it runs: typing without a pause must not put the write off.
    if (!m_timer.isActive() || m_timer.interval() > delayMilliseconds)
        m_timer.start(delayMilliseconds);
}

void DraftKeeper::flush()
{
    m_timer.stop();
    if (m_dirty && !m_writing)
        write();
}

// The store does what was asked of it in order, and finishes it before it goes.
void DraftKeeper::close()
{
    m_timer.stop();
    if (m_dirty && !m_stopped)
        m_store.saveDraft(m_id, m_json());
    m_dirty = false;
}

void DraftKeeper::stop()
{
    m_timer.stop();
    m_dirty = false;
    m_stopped = true;
}

void DraftKeeper::write()
{
    m_dirty = false;
    m_writing = true;
    const DraftId id = m_id;
    whenFinished(m_store.saveDraft(id, m_json()), this,
                 [this, id](const Result<void> &result) { onWritten(id, result); });
}

void DraftKeeper::onWritten(DraftId id, const Result<void> &result)
{
    if (id != m_id)
        return;
    m_writing = false;
    if (m_stopped)
        return;
    if (!result) {
        m_dirty = true;
        set(SaveState::Failed);
        Q_EMIT failed(result.error());
        m_timer.start(retryMilliseconds);
    } else if (m_dirty) {
        set(SaveState::Pending);
        m_timer.start(0);
    } else {
        set(SaveState::Saved);
    }
}

void DraftKeeper::set(SaveState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace yichuang
