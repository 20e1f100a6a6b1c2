#include "ui/shell/TopBar.h"

#include "base/Clock.h"
#include "ui/shell/StatusModel.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

namespace yichuang {

namespace {

QLabel *label(QWidget *parent, const char *role, const char *name)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setProperty("role", QLatin1String(role));
    return made;
}

QString lampText(const DeviceState &device)
{
    return device.word.isEmpty() ? device.name : device.name + QLatin1Char(' ') + device.word;
}

} // namespace

DeviceLamps::DeviceLamps(const StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setObjectName(QStringLiteral("deviceLamps"));
    connect(&status, &StatusModel::changed, this, [this] {
        QStringList words;
        for (const DeviceState &device : m_status.devices())
            words.append(lampText(device));
        setAccessibleName(words.join(QLatin1String(", ")));
        updateGeometry();
        update();
    });
}

QSize DeviceLamps::sizeHint() const
{
    const QFontMetrics metrics(theme().font(13));
    int width = 0;
    for (const DeviceState &device : m_status.devices())
        width += theme().px(14 + 6 + 16) + metrics.horizontalAdvance(lampText(device));
    return {width, theme().px(24)};
}

void DeviceLamps::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme().font(13));
    int x = 0;
    for (const DeviceState &device : m_status.devices()) {
        const qreal side = theme().px(12);
        drawLamp(painter, QRectF(x, (height() - side) / 2, side, side), device.lamp, tokens);
        x += theme().px(20);
        const QString words = lampText(device);
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(x, 0, wide + 1, height()), Qt::AlignVCenter, words);
        x += wide + theme().px(16);
    }
}

TopBar::TopBar(const StatusModel &status, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
    , m_clock(clock)
    , m_station(label(this, "panelTitle", "stationName"))
    , m_window(label(this, "tag", "windowTag"))
    , m_clerk(label(this, "", "clerkName"))
    , m_lamps(new DeviceLamps(status, this))
    , m_sync(label(this, "tag", "syncTag"))
    , m_time(label(this, "panelTitle", "clock"))
    , m_timer(new QTimer(this))
{
    setFixedHeight(theme().px(52));
    m_window->setProperty("tone", QStringLiteral("info"));
    auto *search = new QPushButton(tr("Matter, case or name    Ctrl+K"), this);
    search->setFocusPolicy(Qt::NoFocus);
    search->setMinimumWidth(theme().px(280));
    search->setAccessibleName(tr("Search everything, Ctrl+K"));
    connect(search, &QPushButton::clicked, this, &TopBar::searchAsked);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->setSpacing(14);
    layout->addWidget(m_station);
    layout->addWidget(m_window, 0, Qt::AlignVCenter);
    layout->addWidget(m_clerk);
    layout->addStretch(1);
    layout->addWidget(search);
    layout->addStretch(1);
    layout->addWidget(m_lamps);
    layout->addWidget(m_sync, 0, Qt::AlignVCenter);
    layout->addWidget(m_time);
    m_sync->installEventFilter(this);
    m_sync->setCursor(Qt::PointingHandCursor);
    connect(&status, &StatusModel::changed, this, &TopBar::refresh);
    connect(m_timer, &QTimer::timeout, this, &TopBar::tick);
    m_timer->start(1000);
    connect(&theme(), &Theme::changed, this, [this] { setFixedHeight(theme().px(52)); });
    refresh();
    tick();
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sync && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT syncAsked();
    return QWidget::eventFilter(watched, event);
}

void TopBar::refresh()
{
    m_station->setText(m_status.demonstration ? tr("%1 (demonstration)").arg(m_status.station)
                                              : m_status.station);
    m_window->setText(m_status.window);
    m_window->setVisible(!m_status.window.isEmpty());
    m_clerk->setText(m_status.clerk);
    const StatusModel::Tag &tag = m_status.sync();
    m_sync->setText(tag.text);
    m_sync->setToolTip(tag.hint);
    if (m_sync->property("tone").toString() != tag.tone) {
        m_sync->setProperty("tone", tag.tone);
        m_sync->style()->unpolish(m_sync);
        m_sync->style()->polish(m_sync);
    }
}

void TopBar::tick()
{
    m_time->setText(toBusinessTime(m_clock.now()).toString(QStringLiteral("HH:mm")));
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

} // namespace yichuang
