#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace yichuang {

// How long the screen's thread leaves a knock unanswered: what a person at the keyboard feels as a stall.
// Another thread knocks every two milliseconds; what is measured is at most that much too short. Lives on the
// thread that it measures.
class StallMeter : public QObject
{
    Q_OBJECT
public:
    static constexpr int knockEvery = 2; // ms
    static constexpr double felt = 16;   // ms, one picture of the screen

    explicit StallMeter(QObject *parent = nullptr);
    ~StallMeter() override;

    double longestMilliseconds() const { return m_longest; }
    int feltStalls() const { return m_felt; }
    bool isLongerThan(double milliseconds) const { return m_longest > milliseconds; }
    int knocks() const { return m_knocks; }
    // What is being done now, so that the longest stall can be told with its cause.
    void setOccasion(const QString &occasion) { m_occasion = occasion; }
    const QString &occasionOfLongest() const { return m_occasionOfLongest; }
    // The measuring itself, a picture for example: the knock that waits now does not count.
    void forgive() { m_forgiven = true; }

private:
    void knock(); // on the other thread; one knock at a time
    void answer(qint64 sent);

    QElapsedTimer m_clock;
    QThread m_thread;
    QTimer m_timer;
    std::atomic<bool> m_waiting = false;
    bool m_forgiven = false;
    double m_longest = 0;
    int m_felt = 0;
    int m_knocks = 0;
    QString m_occasion;
    QString m_occasionOfLongest;
};

} // namespace yichuang
