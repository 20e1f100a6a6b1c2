#include "ui/widgets/Signs.h"

#include "ui/widgets/Theme.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>

namespace yichuang {

namespace {

QPolygonF corners(const QRectF &box, std::initializer_list<QPointF> unit)
{
    QPolygonF polygon;
    for (const QPointF &point : unit)
        polygon.append({box.left() + point.x() * box.width(), box.top() + point.y() * box.height()});
    return polygon;
}

QPolygonF diamond(const QRectF &box)
{
    return corners(box, {{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}});
}

QPolygonF triangle(const QRectF &box)
{
    return corners(box, {{0.5, 0.04}, {1, 0.94}, {0, 0.94}});
}

QPolygonF hexagon(const QRectF &box)
{
    return corners(box, {{0.5, 0}, {0.93, 0.25}, {0.93, 0.75}, {0.5, 1}, {0.07, 0.75}, {0.07, 0.25}});
}

QPolygonF house(const QRectF &box)
{
    return corners(box, {{0.5, 0}, {1, 0.45}, {0.86, 0.45}, {0.86, 1}, {0.14, 1}, {0.14, 0.45}, {0, 0.45}});
}

QFont keyFont()
{
    return theme().font(12);
}

// The mark inside a material's sign, on a grid of 20.
QPainterPath markOf(LineState state)
{
    QPainterPath path;
    switch (state) {
    case LineState::Missing:
        path.moveTo(7, 7);
        path.lineTo(13, 13);
        path.moveTo(13, 7);
        path.lineTo(7, 13);
        break;
    case LineState::Complete:
        path.moveTo(6, 10.3);
        path.lineTo(8.9, 13);
        path.lineTo(14, 7.3);
        break;
    case LineState::Deferred:
        path.moveTo(10, 7);
        path.lineTo(10, 12);
        path.moveTo(10, 15);
        path.lineTo(10, 15.2);
        break;
    case LineState::Exempted:
        path.moveTo(6, 8.6);
        path.lineTo(13.5, 8.6);
        path.lineTo(11.8, 6.9);
        path.moveTo(14, 11.6);
        path.lineTo(6.5, 11.6);
        path.lineTo(8.2, 13.3);
        break;
    case LineState::Reused:
        path.arcMoveTo(6.5, 6.5, 7, 7, 20);
        path.arcTo(6.5, 6.5, 7, 7, 20, 300);
        break;
    }
    return path;
}

} // namespace

void drawLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto fill = [&](const QColor &colour) { painter.setBrush(colour); };
    switch (lamp) {
    case Lamp::Good:
        fill(tokens.ok);
        painter.drawEllipse(box);
        break;
    case Lamp::Warn:
        fill(tokens.warnFill);
        painter.drawPolygon(triangle(box));
        break;
    case Lamp::Fault:
        fill(tokens.error);
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        break;
    case Lamp::Busy:
        fill(tokens.accent);
        painter.drawPolygon(diamond(box));
        break;
    case Lamp::Stopped:
        fill(tokens.text3);
        painter.drawRect(QRectF(box.left() + box.width() * 0.2, box.top(), box.width() * 0.2, box.height()));
        painter.drawRect(QRectF(box.left() + box.width() * 0.6, box.top(), box.width() * 0.2, box.height()));
        break;
    case Lamp::Off:
        painter.setPen(QPen(tokens.text3, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Lamp::Local:
        fill(tokens.local);
        painter.drawPolygon(house(box));
        break;
    }
    painter.restore();
}

QColor colourOf(LineState state, const Tokens &tokens)
{
    switch (state) {
    case LineState::Missing:
        return tokens.error;
    case LineState::Complete:
        return tokens.ok;
    case LineState::Reused:
        return tokens.licence;
    case LineState::Exempted:
        return tokens.accent;
    case LineState::Deferred:
        return tokens.warnFill;
    }
    return tokens.text3;
}

void drawMaterialSign(QPainter &painter, const QRectF &box, LineState state, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(state, tokens));
    const qreal unit = box.width() / 20;
    const QRectF inner = box.adjusted(unit, unit, -unit, -unit);
    switch (state) {
    case LineState::Missing:
        painter.drawRoundedRect(inner.adjusted(unit, unit, -unit, -unit), 2 * unit, 2 * unit);
        break;
    case LineState::Complete:
        painter.drawEllipse(inner);
        break;
    case LineState::Deferred:
        painter.drawPolygon(triangle(inner));
        break;
    case LineState::Exempted:
        painter.drawPolygon(diamond(inner.adjusted(-unit, -unit, unit, unit)));
        break;
    case LineState::Reused:
        painter.drawPolygon(hexagon(inner));
        break;
    }
    painter.translate(box.topLeft());
    painter.scale(unit, unit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.onFill, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(markOf(state));
    painter.restore();
}

qreal keyCapWidth(const QString &key)
{
    return std::max<qreal>(theme().px(20), QFontMetricsF(keyFont()).horizontalAdvance(key) + theme().px(12));
}

void drawKeyCap(QPainter &painter, const QPointF &leftMiddle, const QString &key, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = theme().px(20);
    const QRectF box(leftMiddle.x() + 0.5, std::round(leftMiddle.y() - height / 2) + 0.5,
                     keyCapWidth(key) - 1, height - 1);
    painter.setPen(tokens.line);
    painter.setBrush(tokens.subtle);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(tokens.text2);
    painter.setFont(keyFont());
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace yichuang
