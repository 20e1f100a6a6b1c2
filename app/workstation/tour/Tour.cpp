#include "workstation/tour/Tour.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonObject>
#include <QPixmap>
#include <QScreen>
#include <QTimer>

namespace yichuang {

namespace {

constexpr int lookEvery = 20; // ms
// After a condition holds, what is still being painted gets this long before the picture.
constexpr int settle = 250;     // ms
constexpr int betweenKeys = 40; // ms

} // namespace

Tour::Tour(std::vector<TourStep> steps, QString folder, int firstPicture, QObject *parent)
    : QObject(parent)
    , m_steps(std::move(steps))
    , m_folder(std::move(folder))
    , m_picture(firstPicture)
{}

void Tour::start()
{
    beginStep();
}

void Tour::beginStep()
{
    if (m_step == m_steps.size()) {
        Q_EMIT ended({});
        return;
    }
    m_action = 0;
    m_rounds = 0;
    m_stalls.setOccasion(m_steps[m_step].name);
    m_sinceStart.start();
    act();
}

void Tour::act()
{
    const TourStep &step = m_steps[m_step];
    if (m_hands.empty() && m_action < step.actions.size())
        take(step.actions[m_action]);
    if (m_hands.empty())
        return m_action < step.actions.size() ? act() : look();
    const tour::Hand hand = m_hands.front();
    m_hands.pop_front();
    Pending<void> done;
    if (const auto *press = std::get_if<tour::Press>(&hand))
        done = m_keyboard.press(press->chord);
    else if (const auto *text = std::get_if<tour::Type>(&hand))
        done = m_keyboard.type(text->text);
    else
        done = m_keyboard.run(std::get<tour::Run>(hand).command);
    whenFinished(done, this, [this](const Result<void> &result) {
        if (!result) {
            Q_EMIT ended(result.error());
            return;
        }
        // The key has reached the window when its events were handled.
        QTimer::singleShot(betweenKeys, this, &Tour::act);
    });
}

// A `While` stays the action as long as it names something to do.
void Tour::take(const TourAction &action)
{
    if (const auto *loop = std::get_if<tour::While>(&action)) {
        const std::vector<tour::Hand> hands =
            m_rounds++ < loop->most ? loop->next() : std::vector<tour::Hand>();
        m_hands.assign(hands.begin(), hands.end());
        if (!hands.empty())
            return;
    } else if (const auto *press = std::get_if<tour::Press>(&action)) {
        m_hands.push_back(*press);
    } else if (const auto *text = std::get_if<tour::Type>(&action)) {
        m_hands.push_back(*text);
    } else {
        m_hands.push_back(std::get<tour::Run>(action));
    }
    ++m_action;
    m_rounds = 0;
}

void Tour::look()
{
    const TourStep &step = m_steps[m_step];
    if (step.reached()) {
        m_report.append(
            QJsonObject{{QStringLiteral("step"), step.name}, {QStringLiteral("ms"), m_sinceStart.elapsed()}});
        QTimer::singleShot(step.picture ? settle : 0, this, [this] {
            if (m_steps[m_step].picture)
                takePicture();
            ++m_step;
            beginStep();
        });
        return;
    }
    if (m_sinceStart.elapsed() > step.limit) {
        takePicture();
        Q_EMIT ended(raise(ErrorCode::TourStepNotReached, step.name).value());
        return;
    }
    QTimer::singleShot(lookEvery, this, &Tour::look);
}

// The whole screen, as a person sees it, popups included.
void Tour::takePicture()
{
    const QString name =
        QStringLiteral("%1-%2.png").arg(m_picture++, 2, 10, QLatin1Char('0')).arg(m_steps[m_step].name);
    const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow();
    if (!picture.save(QDir(m_folder).filePath(name)))
        qWarning("a picture of the tour could not be written");
    m_stalls.forgive();
}

} // namespace yichuang
