#pragma once

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace yichuang {

// Ctrl+C (and SIGTERM) as a signal of Qt. The signals are blocked, which the hosts inherit: a Ctrl+C that
// reaches the whole group of the terminal ends no driver in its middle.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;

Q_SIGNALS:
    void pressed();

private:
    void read();

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace yichuang
