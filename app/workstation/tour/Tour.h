#pragma once

#include "base/Async.h"
#include "ui/widgets/StallMeter.h"
#include "workstation/tour/Keyboard.h"
#include "workstation/tour/TourStep.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>

#include <deque>

namespace yichuang {

// Does the steps one after the other, leaves a picture of the screen after each, and ends at the first that
// does not hold. ended() tells what did not hold, if anything; the report has the length of each step in
// milliseconds.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(std::vector<TourStep> steps, QString folder, int firstPicture, QObject *parent = nullptr);

    void start();
    const QJsonArray &report() const { return m_report; }
    const StallMeter &stalls() const { return m_stalls; }
    int nextPicture() const { return m_picture; }

Q_SIGNALS:
    void ended(const std::optional<yichuang::Error> &fault);

private:
    void beginStep();
    void act();
    void take(const TourAction &action);
    void look();
    void takePicture();

    std::vector<TourStep> m_steps;
    QString m_folder;
    int m_picture;
    size_t m_step = 0;
    size_t m_action = 0;
    int m_rounds = 0;
    std::deque<tour::Hand> m_hands; // what is to be done before the next action
    Keyboard m_keyboard;
    StallMeter m_stalls;
    QElapsedTimer m_sinceStart;
    QJsonArray m_report;
};

} // namespace yichuang
