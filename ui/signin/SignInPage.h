#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace yichuang {

class Clock;
class Session;
class StatusModel;
struct DeviceState;

// 上岗: the clock and the day at the left, the form in the middle, the devices at the right (design 1).
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    struct Place
    {
        QString site;
        QStringList windows; // empty at a village station
        QString ownWindow;
        QString machine; // shown small, for the telephone
    };

    SignInPage(Session &session, const StatusModel &status, const Clock &clock, Place place,
               QWidget *parent = nullptr);

    void begin(); // empty, for whoever comes, with the focus

Q_SIGNALS:
    void deviceCheckAsked(); // F5

private:
    QWidget *buildSide();
    QWidget *buildForm();
    QWidget *buildKeys();
    QWidget *buildDevices();
    QWidget *deviceRow(const DeviceState &device);
    QWidget *buildWindows(QWidget *parent);
    QWidget *buildTextSize(QWidget *parent);
    void refreshDevices();
    void refreshSync();
    void tick();
    void lookUpName();
    void signIn();
    void showWrong(const QString &words);
    QString chosenWindow() const;

    Session &m_session;
    const StatusModel &m_status;
    const Clock &m_clock;
    Place m_place;
    QLabel *m_time = nullptr;
    QLabel *m_date = nullptr;
    QButtonGroup *m_windows;
    QLineEdit *m_number = nullptr;
    QLabel *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_enter = nullptr;
    QLabel *m_wrong = nullptr;
    QLabel *m_sync = nullptr;
    QVBoxLayout *m_devices = nullptr;
};

} // namespace yichuang
