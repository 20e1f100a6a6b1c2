#include "ui/widgets/Choice.h"

#include "ui/widgets/Theme.h"

#include <QPainter>

namespace yichuang {

void Choice::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    const Tokens &t = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isEnabled() ? t.text2 : t.disabled, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle(width() - theme().px(16), height() / 2.0 + 0.5);
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)});
}

} // namespace yichuang
