#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace yichuang {

class Clock;
class DeviceLamps;
class StatusModel;

// Station, window, clerk; device lamps, the state of the line, the time. 52 high.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(const StatusModel &status, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void syncAsked();
    void searchAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // the tag of the line is clicked

private:
    void arrange();
    void refresh();
    void tick();

    const StatusModel &m_status;
    const Clock &m_clock;
    QLabel *m_station;
    QLabel *m_window;
    QLabel *m_clerk;
    QPushButton *m_search;
    DeviceLamps *m_lamps;
    QLabel *m_sync;
    QLabel *m_time;
    QTimer *m_timer;
};

} // namespace yichuang
