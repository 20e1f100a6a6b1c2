#include "ui/shell/Toast.h"

#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QStyle>
#include <QTimer>

namespace yichuang {

Toast::Toast(QWidget *area)
    : QLabel(area->parentWidget())
    , m_area(area)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setWordWrap(true);
    setContentsMargins(14, 8, 14, 8);
    setCursor(Qt::PointingHandCursor);
    m_timer->setSingleShot(true);
    m_timer->setInterval(8000);
    connect(m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(qApp, &QApplication::focusChanged, this, &Toast::place);
    connect(&theme(), &Theme::changed, this, &Toast::place);
    area->installEventFilter(this);
    qApp->installEventFilter(this);
    hide();
}

void Toast::say(const QString &text, bool isError)
{
    if (isError)
        m_error = text;
    // News does not push away an error that nobody has seen yet.
    setText(isError || m_error.isEmpty() ? text : m_error + u'\n' + text);
    setProperty("banner", m_error.isEmpty() ? QStringLiteral("info") : QStringLiteral("error"));
    style()->unpolish(this);
    style()->polish(this);
    show();
    place();
    raise();
    if (m_error.isEmpty())
        m_timer->start();
    else
        m_timer->stop();
    QAccessibleEvent announcement(this, isError ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&announcement);
}

void Toast::place()
{
    if (!isVisible())
        return;
    int words = 0;
    for (const QString &line : text().split(u'\n'))
        words = qMax(words, fontMetrics().horizontalAdvance(line));
    const QRect area = m_area->geometry();
    const int width = qMin(words + 2 * theme().px(16), qMin(area.width() - 24, theme().px(760)));
    QRect box(area.left() + (area.width() - width) / 2, area.top() + 8, width, heightForWidth(width));
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_area->isAncestorOf(focus) && focus->height() < area.height() / 2) {
        const QRect kept(focus->mapTo(parentWidget(), QPoint()), focus->size());
        if (kept.intersects(box))
            box.moveTop(kept.bottom() + 8);
    }
    setGeometry(box);
}

void Toast::dismiss()
{
    m_timer->stop();
    m_error.clear();
    hide();
}

void Toast::mousePressEvent(QMouseEvent *)
{
    dismiss();
}

// Only an error waits for Esc; news must not take the key away from the page.
bool Toast::takesEscape() const
{
    return isVisible() && !m_error.isEmpty() && window()->isActiveWindow() &&
           !QApplication::activePopupWidget() && !QApplication::activeModalWidget();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    const bool pressed = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!pressed || !takesEscape() || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QLabel::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        dismiss();
    event->accept(); // the press itself comes next, before any shortcut of the page
    return true;
}

} // namespace yichuang
