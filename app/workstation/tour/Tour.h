#pragma once

#include "base/Async.h"
#include "workstation/tour/Keyboard.h"
#include "workstation/tour/StallMeter.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>

#include <functional>
#include <variant>
#include <vector>

namespace yichuang {

namespace tour {
struct Press
{
    QString chord;
};
struct Type
{
    QString text;
};
struct Run
{
    QStringList command;
};
} // namespace tour

using TourAction = std::variant<tour::Press, tour::Type, tour::Run>;

// One thing that the clerk does and what the screen then must show. The condition only looks.
struct TourStep
{
    QString name;
    std::vector<TourAction> actions;
    std::function<bool()> reached;
    bool picture = true;
    int limit = 15000; // ms
};

// Does the steps one after the other, leaves a picture of the screen after each, and ends at the first that
// does not hold. finished tells how it went; the report has the length of each step in milliseconds.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(std::vector<TourStep> steps, QString folder, int firstPicture, QObject *parent = nullptr);

    void start();
    const QJsonArray &report() const { return m_report; }
    const StallMeter &stalls() const { return m_stalls; }

Q_SIGNALS:
    void finished(const yichuang::Result<void> &result);

private:
    void beginStep();
    void act();
    void look();
    void takePicture();
    void end(Result<void> result);

    std::vector<TourStep> m_steps;
    QString m_folder;
    int m_picture;
    size_t m_step = 0;
    size_t m_action = 0;
    Keyboard m_keyboard;
    StallMeter m_stalls;
    QElapsedTimer m_sinceStart;
    QJsonArray m_report;
};

} // namespace yichuang
