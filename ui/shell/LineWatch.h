#pragma once

#include "sync/SyncStatus.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace yichuang {

class Clock;
class StatusModel;

// Brings the state of the line into what the frame shows: the tag at once, the band over the screens only
// when the line stays down, so that a hiccup does not push every screen about. A stop is shown at once.
class LineWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds hiccup{5000};

    // Both outlive it.
    LineWatch(StatusModel &model, const Clock &clock, std::chrono::milliseconds patience = hiccup,
              QObject *parent = nullptr);

    void setStatus(const SyncStatus &status);
    const SyncStatus &status() const { return m_status; }

private:
    void show();
    void hide();

    StatusModel &m_model;
    const Clock &m_clock;
    SyncStatus m_status;
    QTimer m_patience;
    QTimer m_minute; // the band says how long it has been
};

} // namespace yichuang
