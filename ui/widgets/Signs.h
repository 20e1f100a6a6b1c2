#pragma once

#include "domain/Case.h"
#include "ui/widgets/Tokens.h"

#include <QPainter>
#include <QRectF>

namespace yichuang {

// Signs that say a state by their shape; the colour only repeats it (STYLE.md section 4).
enum class Lamp
{
    Good,    // ● 正常
    Warn,    // ▲ 提醒
    Fault,   // ■ 故障
    Busy,    // ◆ 进行
    Stopped, // ‖ 暂停
    Off,     // ○ 未接
    Local,   // ⌂ 只存本机
};

void drawLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Tokens &tokens);
QColor colourOf(LineState state, const Tokens &tokens);
// Of 20 units: 已齐 circle, 缺 square, 容缺 triangle, 免提交 diamond, 复用 hexagon.
void drawMaterialSign(QPainter &painter, const QRectF &box, LineState state, const Tokens &tokens);
// A cap with the name of a key, 20 high; keyCapWidth() tells how wide it will be.
qreal keyCapWidth(const QString &key);
void drawKeyCap(QPainter &painter, const QPointF &leftMiddle, const QString &key, const Tokens &tokens);

} // namespace yichuang
