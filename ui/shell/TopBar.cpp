#include "ui/shell/TopBar.h"

#include "base/Clock.h"
#include "ui/shell/DeviceLamps.h"
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

} // namespace

TopBar::TopBar(const StatusModel &status, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
    , m_clock(clock)
    , m_station(label(this, "panelTitle", "stationName"))
    , m_window(label(this, "tag", "windowTag"))
    , m_clerk(label(this, "", "clerkName"))
    , m_search(new QPushButton(this))
    , m_lamps(new DeviceLamps(status, this))
    , m_sync(label(this, "tag", "syncTag"))
    , m_time(label(this, "panelTitle", "clock"))
    , m_timer(new QTimer(this))
{
    setFixedHeight(theme().px(52));
    m_window->setProperty("tone", QStringLiteral("info"));
    setMinimumWidth(1); // what stands here gives way to the window, not the other way round
    m_search->setObjectName(QStringLiteral("globalSearch"));
    m_search->setFocusPolicy(Qt::NoFocus);
    m_search->setAccessibleName(tr("Search everything, Ctrl+K"));
    m_search->setToolTip(m_search->accessibleName());
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchAsked);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->setSpacing(14);
    layout->addWidget(m_station);
    layout->addWidget(m_window, 0, Qt::AlignVCenter);
    layout->addWidget(m_clerk);
    layout->addStretch(1);
    layout->addWidget(m_search);
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

// What gives way where there is no room, in this order: the words of the search, the names of devices that
// are well, the end of the station's name.
void TopBar::arrange()
{
    const QString station =
        m_status.demonstration ? tr("%1 (demonstration)").arg(m_status.station) : m_status.station;
    const int wide = m_station->fontMetrics().horizontalAdvance(station) + 2;
    int taken = 28 + 14 * 8; // the margins and the spaces between
    for (const QWidget *fixed : {static_cast<QWidget *>(m_clerk), static_cast<QWidget *>(m_sync),
                                 static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_window)})
        taken += fixed->isHidden() ? 0 : fixed->sizeHint().width();
    const int left = width() - taken - wide;
    const bool whole = left - m_lamps->sizeHint().width() >= theme().px(280);
    m_search->setText(whole ? tr("Matter, case or name    Ctrl+K") : QStringLiteral("Ctrl+K"));
    m_search->setMinimumWidth(whole ? theme().px(280) : m_search->sizeHint().width());
    const int name = wide + qMin(0, left - m_search->minimumWidth() - m_lamps->minimumSizeHint().width());
    m_station->setText(m_station->fontMetrics().elidedText(station, Qt::ElideRight, qMax(0, name)));
    m_station->setToolTip(station);
    m_station->setAccessibleName(station);
    m_station->setMinimumWidth(m_station->sizeHint().width());
}

bool TopBar::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        arrange();
    return handled;
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sync && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT syncAsked();
    return QWidget::eventFilter(watched, event);
}

void TopBar::refresh()
{
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
    arrange();
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
