#pragma once

#include "intake/IntakeStore.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace yichuang {

enum class SaveState
{
    Saved,
    Pending,
    Failed
};

// Writes the draft behind the clerk's typing: at most 300 ms after the first unsaved change, one write at a
// time, and again where more changed meanwhile. What could not be written is tried again until it can.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int delayMilliseconds = 300;
    static constexpr int retryMilliseconds = 5000;

    DraftKeeper(IntakeStore &store, std::function<QByteArray()> json, QObject *parent);

    SaveState state() const { return m_state; }
    void open(DraftId id); // from now on this draft; what was pending of the earlier one must be flushed
    void schedule();       // something changed
    void flush();          // write what is pending now, or as soon as the write under way has ended
    void close();          // the window closes: write what is pending, whatever is under way
    void stop();           // the draft is being consumed: write nothing more

Q_SIGNALS:
    void stateChanged(yichuang::SaveState state);
    void failed(const yichuang::Error &error);

private:
    void write();
    void onWritten(DraftId id, const Result<void> &result);
    void set(SaveState state);

    IntakeStore &m_store;
    std::function<QByteArray()> m_json;
    QTimer m_timer;
    DraftId m_id;
    SaveState m_state = SaveState::Saved;
    bool m_dirty = false;
    bool m_writing = false;
    bool m_stopped = false;
};

} // namespace yichuang
