#include "ui/intake/GapRow.h"

#include "ui/widgets/Theme.h"

#include <QPainter>

namespace yichuang::intakeui {

GapRow::GapRow(int number, const GapView &gap, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number)
    , m_gap(gap)
{
    setObjectName(QStringLiteral("gap:%1").arg(number));
    setFixedHeight(theme().px(36));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setText(gap.what);
    setToolTip(gap.why);
    setAccessibleName(QStringLiteral("%1 %2 %3").arg(number).arg(gap.what, gap.jumpWord));
    setAccessibleDescription(gap.why);
}

void GapRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(tokens.warn);
    painter.drawText(QRect(0, 0, 20, height()), Qt::AlignVCenter | Qt::AlignLeft, QString::number(m_number));
    painter.setFont(font());
    const int jumpWidth = painter.fontMetrics().horizontalAdvance(m_gap.jumpWord);
    painter.setPen(tokens.text);
    const QRect words(20, 0, width() - 20 - jumpWidth - 10, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_gap.what, Qt::ElideRight, words.width()));
    painter.setPen(tokens.accent);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight, m_gap.jumpWord);
    painter.setPen(tokens.warnLine);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace yichuang::intakeui
