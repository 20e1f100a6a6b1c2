#include "ui/signin/SignInPage.h"

#include "base/Clock.h"
#include "session/Session.h"
#include "ui/shell/KeyBar.h"
#include "ui/shell/StatusModel.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QStyle>
#include <QTimer>

namespace yichuang {

namespace {

constexpr int sideWidth = 330;
constexpr int devicesWidth = 306;
constexpr int windowsInRow = 8;

QLabel *label(const QString &text, const char *role, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("role", QLatin1String(role));
    made->setWordWrap(true);
    return made;
}

// The dark side takes its colours from the rail's tokens in both themes.
class DarkSide final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme().tokens().rail);
    }
};

void colour(QLabel *made, int pixels, bool bold, const QColor &ink)
{
    made->setStyleSheet(QStringLiteral("color: %1; font-size: %2px; font-weight: %3;")
                            .arg(ink.name())
                            .arg(theme().px(pixels))
                            .arg(bold ? 700 : 400));
}

void enlarge(int percent)
{
    theme().setPercent(qBound(100, theme().percent() + percent, 150));
}

class LampSign final : public QWidget
{
public:
    LampSign(Lamp lamp, QWidget *parent)
        : QWidget(parent)
        , m_lamp(lamp)
    {
        setFixedSize(theme().px(14), theme().px(14));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawLamp(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_lamp, theme().tokens());
    }

private:
    Lamp m_lamp;
};

} // namespace

SignInPage::SignInPage(Session &session, const StatusModel &status, const Clock &clock, Place place,
                       QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_status(status)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_windows(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("signInPage"));
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSide(), 0, 0);
    layout->addWidget(buildForm(), 0, 1);
    layout->addWidget(buildDevices(), 0, 2);
    layout->addWidget(buildKeys(), 1, 0, 1, 3);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(0, 1);
    connect(&status, &StatusModel::changed, this, &SignInPage::refreshDevices);
    connect(&status, &StatusModel::changed, this, &SignInPage::refreshSync);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &SignInPage::tick);
    timer->start(1000);
    auto *check = new QShortcut(Qt::Key_F5, this);
    connect(check, &QShortcut::activated, this, &SignInPage::deviceCheckAsked);
    tick();
    refreshDevices();
    refreshSync();
}

QWidget *SignInPage::buildSide()
{
    auto *side = new DarkSide(this);
    side->setFixedWidth(theme().px(sideWidth));
    const Tokens &tokens = theme().tokens();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(28, 28, 28, 28);
    layout->setSpacing(6);
    auto *title = new QLabel(tr("Yichuang"), side);
    colour(title, 24, true, Qt::white);
    auto *subtitle = new QLabel(tr("Comprehensive window"), side);
    colour(subtitle, 13, false, tokens.railText);
    m_time = new QLabel(side);
    colour(m_time, 44, true, Qt::white);
    m_date = new QLabel(side);
    colour(m_date, 14, false, tokens.railText);
    auto *machine =
        new QLabel(tr("Yichuang %1   machine %2").arg(QStringLiteral("1.0.0"), m_place.machine), side);
    colour(machine, 12, false, tokens.railKey);
    layout->addWidget(title);
    layout->addWidget(subtitle);
    layout->addSpacing(28);
    layout->addWidget(m_time);
    layout->addWidget(m_date);
    layout->addSpacing(28);
    if (m_status.demonstration) {
        auto *demonstration = new QLabel(tr("Demonstration: every person and paper is invented."), side);
        demonstration->setWordWrap(true);
        colour(demonstration, 13, false, tokens.railText);
        layout->addWidget(demonstration);
    }
    layout->addStretch(1);
    layout->addWidget(machine);
    return side;
}

QWidget *SignInPage::buildKeys()
{
    auto *keys = new KeyBar(this);
    keys->setKeys({{QStringLiteral("Tab"), tr("Next"), {}},
                   {QStringLiteral("Enter"), tr("Begin work"), [this] { signIn(); }},
                   {QStringLiteral("F5"), tr("Check again"), [this] { Q_EMIT deviceCheckAsked(); }},
                   {QStringLiteral("Ctrl++"), tr("Larger text"), [] { enlarge(25); }},
                   {QStringLiteral("Ctrl+-"), tr("Smaller text"), [] { enlarge(-25); }}});
    const auto bind = [this](const char *key, int by) {
        auto *shortcut = new QShortcut(QKeySequence(QLatin1String(key)), this);
        connect(shortcut, &QShortcut::activated, this, [by] { enlarge(by); });
    };
    bind("Ctrl++", 25);
    bind("Ctrl+-", -25);
    return keys;
}

QWidget *SignInPage::buildForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(40, 28, 40, 28);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Begin work"), "figure", form), 1);
    m_sync = new QLabel(form);
    m_sync->setProperty("role", QStringLiteral("tag"));
    head->addWidget(m_sync);
    layout->addLayout(head);
    layout->addWidget(label(tr("Site"), "secondary", form));
    auto *site = new QLineEdit(m_place.site, form);
    site->setReadOnly(true);
    site->setFocusPolicy(Qt::NoFocus);
    site->setAccessibleName(tr("Site"));
    site->setProperty("rank", QStringLiteral("action"));
    layout->addWidget(site);
    if (!m_place.windows.isEmpty()) {
        layout->addWidget(label(tr("Window"), "secondary", form));
        layout->addWidget(buildWindows(form));
    }
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(16);
    fields->addWidget(label(tr("Staff number"), "secondary", form), 0, 0);
    fields->addWidget(label(tr("Password"), "secondary", form), 0, 1);
    m_number = new QLineEdit(form);
    m_number->setObjectName(QStringLiteral("staffNumber"));
    m_number->setAccessibleName(tr("Staff number"));
    m_number->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText);
    m_number->setMaxLength(20);
    m_number->setProperty("rank", QStringLiteral("action"));
    m_password = new QLineEdit(form);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(200);
    m_password->setProperty("rank", QStringLiteral("action"));
    fields->addWidget(m_number, 1, 0);
    fields->addWidget(m_password, 1, 1);
    layout->addSpacing(8);
    layout->addLayout(fields);
    // The name stands in the number's own field, so that a slip of the number is seen at once.
    m_name = label(QString(), "secondary", m_number);
    m_name->setObjectName(QStringLiteral("clerkFound"));
    m_name->setWordWrap(false);
    auto *inside = new QHBoxLayout(m_number);
    inside->setContentsMargins(0, 0, 12, 0);
    inside->addStretch(1);
    inside->addWidget(m_name);
    m_wrong = label(QString(), "banner", form);
    m_wrong->setObjectName(QStringLiteral("signInWrong"));
    m_wrong->hide();
    layout->addWidget(m_wrong);
    m_enter = new KeyButton(tr("Begin work"), QStringLiteral("Enter"), form);
    m_enter->setObjectName(QStringLiteral("signInButton"));
    m_enter->setProperty("primary", true);
    m_enter->setProperty("ready", true);
    m_enter->setProperty("rank", QStringLiteral("verdict"));
    layout->addWidget(m_enter);
    auto *offline = label(tr("<b>This works without the line, too.</b> The same number and password; cases "
                             "are numbered, papers are printed, "
                             "everything is kept on this machine and sent when the line is back."),
                          "secondary", form);
    offline->setProperty("banner", QStringLiteral("local"));
    offline->setContentsMargins(16, 12, 16, 12);
    layout->addSpacing(10);
    layout->addWidget(offline);
    layout->addStretch(1);
    connect(m_number, &QLineEdit::editingFinished, this, &SignInPage::lookUpName);
    connect(m_number, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::signIn);
    return form;
}

QWidget *SignInPage::buildWindows(QWidget *parent)
{
    auto *grid = new QWidget(parent);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_windows->setExclusive(true);
    for (int i = 0; i < m_place.windows.size(); ++i) {
        auto *button = new QPushButton(m_place.windows[i], grid);
        button->setObjectName(QStringLiteral("window-") + m_place.windows[i]);
        button->setCheckable(true);
        button->setProperty("rank", QStringLiteral("window"));
        button->setChecked(m_place.windows[i] == m_place.ownWindow);
        button->setAccessibleName(tr("Window %1").arg(m_place.windows[i]));
        m_windows->addButton(button, i);
        layout->addWidget(button, i / windowsInRow, i % windowsInRow);
    }
    return grid;
}

QWidget *SignInPage::buildDevices()
{
    auto *side = new QFrame(this);
    side->setFixedWidth(theme().px(devicesWidth));
    side->setProperty("side", true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 14);
    layout->setSpacing(0);
    auto *headRow = new QFrame(side);
    headRow->setProperty("row", true);
    auto *head = new QHBoxLayout(headRow);
    head->setContentsMargins(16, 10, 10, 10);
    head->addWidget(label(tr("Devices"), "panelTitle", headRow), 1);
    auto *again = new KeyButton(tr("Check again"), QStringLiteral("F5"), headRow);
    again->setFocusPolicy(Qt::TabFocus);
    connect(again, &QPushButton::clicked, this, &SignInPage::deviceCheckAsked);
    head->addWidget(again);
    layout->addWidget(headRow);
    m_devices = new QVBoxLayout;
    m_devices->setSpacing(0);
    layout->addLayout(m_devices);
    auto *note = label(tr("Work can begin while a device is missing; its lamp turns green when it is back."),
                       "note", side);
    note->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buildTextSize(side));
    return side;
}

QWidget *SignInPage::buildTextSize(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QGridLayout(box);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->addWidget(label(tr("Text"), "secondary", box), 0, 0);
    for (int i = 0; i < 3; ++i) {
        const int percent = 100 + 25 * i;
        auto *button = new QPushButton(QStringLiteral("%1%").arg(percent), box);
        button->setAccessibleName(tr("Text size %1 percent").arg(percent));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(theme().percent() == percent);
        connect(&theme(), &Theme::changed, button,
                [button, percent] { button->setChecked(theme().percent() == percent); });
        connect(button, &QPushButton::clicked, this, [percent] { theme().setPercent(percent); });
        layout->addWidget(button, 0, 1 + i);
    }
    layout->addWidget(label(tr("Theme"), "secondary", box), 1, 0);
    for (const bool dark : {false, true}) {
        auto *button = new QPushButton(dark ? tr("Dark") : tr("Light"), box);
        button->setCheckable(true);
        button->setChecked(theme().isDark() == dark);
        connect(&theme(), &Theme::changed, button,
                [button, dark] { button->setChecked(theme().isDark() == dark); });
        connect(button, &QPushButton::clicked, this, [button, dark] {
            theme().setDark(dark);
            button->setChecked(true);
        });
        layout->addWidget(button, 1, dark ? 2 : 1);
    }
    return box;
}

void SignInPage::refreshDevices()
{
    while (QLayoutItem *item = m_devices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const DeviceState &device : m_status.devices())
        m_devices->addWidget(deviceRow(device));
}

QWidget *SignInPage::deviceRow(const DeviceState &device)
{
    auto *row = new QFrame(this);
    row->setProperty("row", true);
    row->setMinimumHeight(theme().px(44));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(new LampSign(device.lamp, row));
    layout->addWidget(label(device.name, "", row), 1);
    const QString calm = device.lamp == Lamp::Off ? tr("looking") : tr("normal");
    auto *word = label(device.word.isEmpty() ? calm : device.word, "secondary", row);
    word->setWordWrap(false);
    layout->addWidget(word);
    return row;
}

void SignInPage::refreshSync()
{
    m_sync->setText(m_status.sync().text);
    m_sync->setVisible(!m_status.sync().text.isEmpty());
    m_sync->setProperty("tone", m_status.sync().tone);
    m_sync->style()->unpolish(m_sync);
    m_sync->style()->polish(m_sync);
    m_enter->setText(m_status.sync().tone == QLatin1String("local") ? tr("Begin work offline")
                                                                    : tr("Begin work"));
}

void SignInPage::tick()
{
    const QDateTime now = toBusinessTime(m_clock.now());
    m_time->setText(now.toString(QStringLiteral("HH:mm")));
    const QLocale chinese(QLocale::Chinese);
    m_date->setText(chinese.toString(now.date(), tr("MMMM d, yyyy  dddd")));
}

void SignInPage::begin()
{
    m_number->clear();
    m_name->clear();
    m_password->clear();
    m_wrong->clear();
    m_wrong->hide();
    m_number->setFocus();
}

void SignInPage::lookUpName()
{
    whenFinished(m_session.nameOf(m_number->text().trimmed()), this,
                 [this](const Result<QString> &name) { m_name->setText(name.value_or(QString())); });
}

QString SignInPage::chosenWindow() const
{
    return m_windows->checkedButton() ? m_windows->checkedButton()->text() : m_place.ownWindow;
}

void SignInPage::signIn()
{
    if (m_number->text().trimmed().isEmpty())
        return m_number->setFocus();
    if (m_password->text().isEmpty())
        return m_password->setFocus();
    m_wrong->clear();
    QByteArray typed = m_password->text().toUtf8();
    Secret password(typed);
    wipe(typed);
    whenFinished(m_session.signIn(m_number->text().trimmed(), std::move(password), chosenWindow()), this,
                 [this](const Result<SignedInClerk> &clerk) {
                     if (!clerk)
                         return showWrong(errorText(clerk.error()).inOneLine());
                     m_password->clear();
                 });
}

void SignInPage::showWrong(const QString &words)
{
    m_wrong->setText(words);
    m_wrong->setVisible(!words.isEmpty());
    m_password->selectAll();
    m_password->setFocus();
}

} // namespace yichuang
