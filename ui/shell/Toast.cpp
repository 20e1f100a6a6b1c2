#include "ui/shell/Toast.h"

#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QStyle>
#include <QTimer>

namespace yichuang {

Toast::Toast(QWidget *parent)
    : QLabel(parent)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setWordWrap(true);
    setContentsMargins(14, 8, 14, 8);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Toast::say(const QString &text, bool isError)
{
    setText(text);
    setProperty("banner", isError ? QStringLiteral("error") : QStringLiteral("info"));
    style()->unpolish(this);
    style()->polish(this);
    const int width = qMin(parentWidget()->width() - 120, theme().px(760));
    const int height = heightForWidth(width);
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - height - theme().px(48),
                width, height);
    show();
    raise();
    m_timer->start(8000);
    QAccessibleEvent announcement(this, isError ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace yichuang
