#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace yichuang {

// How long the event loop of the thread that made it was away between two looks for events: the time that a
// person at the keyboard would feel. In milliseconds.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    explicit StallMeter(QObject *parent = nullptr);

    double longest() const { return m_longest; }
    int over16() const { return m_over16; }
    void reset();
    // The measuring itself, a picture for example, is not counted.
    void forgive() { m_busy.restart(); }
    // What is being done now, so that the longest stall can be told with its cause.
    void setOccasion(const QString &occasion) { m_occasion = occasion; }
    QString occasionOfLongest() const { return m_occasionOfLongest; }

private:
    void wakeUp();
    void goToSleep();

    QElapsedTimer m_busy;
    double m_longest = 0;
    int m_over16 = 0;
    QString m_occasion;
    QString m_occasionOfLongest;
};

} // namespace yichuang
