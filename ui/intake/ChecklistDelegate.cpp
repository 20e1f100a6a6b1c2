#include "ui/intake/ChecklistDelegate.h"

#include "ui/intake/VerdictPresenter.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace yichuang::intakeui {

namespace {

struct Colours
{
    QColor strong, soft, line;
};

Colours coloursOf(LineState state, const Tokens &t)
{
    switch (state) {
    case LineState::Missing:
        return {t.error, t.errorSoft, t.errorLine};
    case LineState::Complete:
        return {t.ok, t.okSoft, t.okLine};
    case LineState::Reused:
        return {t.licence, t.licenceSoft, t.licenceLine};
    case LineState::Exempted:
        return {t.accent, t.accentSoft, t.accentLine};
    case LineState::Deferred:
        return {t.warn, t.warnSoft, t.warnLine};
    }
    return {};
}

QPolygonF regular(QPointF centre, qreal radius, int corners, qreal turn)
{
    QPolygonF polygon;
    for (int corner = 0; corner < corners; ++corner) {
        const qreal angle = turn + 2 * M_PI * corner / corners;
        polygon.append(centre + QPointF(radius * std::cos(angle), radius * std::sin(angle)));
    }
    return polygon;
}

// Shape and inner mark both say the state; the colour only repeats it.
void drawSign(QPainter *painter, QPointF c, LineState state, const QColor &fill, const QColor &mark)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    switch (state) {
    case LineState::Missing:
        painter->drawRoundedRect(QRectF(c.x() - 8, c.y() - 8, 16, 16), 2, 2);
        break;
    case LineState::Complete:
        painter->drawEllipse(c, 9, 9);
        break;
    case LineState::Deferred:
        painter->drawPolygon(QPolygonF{c + QPointF(0, -9), c + QPointF(10, 8), c + QPointF(-10, 8)});
        break;
    case LineState::Exempted:
        painter->drawPolygon(regular(c, 10, 4, 0));
        break;
    case LineState::Reused:
        painter->drawPolygon(regular(c, 10, 6, M_PI / 6));
        break;
    }
    painter->setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    switch (state) {
    case LineState::Missing:
        painter->drawLine(c + QPointF(-3, -3), c + QPointF(3, 3));
        painter->drawLine(c + QPointF(-3, 3), c + QPointF(3, -3));
        break;
    case LineState::Complete:
        painter->drawPolyline(QPolygonF{c + QPointF(-4, 0), c + QPointF(-1, 3.5), c + QPointF(4.5, -3)});
        break;
    case LineState::Deferred:
        painter->drawLine(c + QPointF(0, -3), c + QPointF(0, 2));
        painter->drawPoint(c + QPointF(0, 5.5));
        break;
    case LineState::Exempted:
        painter->drawLine(c + QPointF(-4, -1.5), c + QPointF(3, -1.5));
        painter->drawLine(c + QPointF(4, 2), c + QPointF(-3, 2));
        break;
    case LineState::Reused:
        painter->drawArc(QRectF(c.x() - 4, c.y() - 4, 8, 8), 30 * 16, 290 * 16);
        break;
    }
}

int drawTag(QPainter *painter, const QRect &row, const QString &word, const Colours &colours)
{
    const int wide = painter->fontMetrics().horizontalAdvance(word) + 14;
    const QRectF box(row.right() - wide - 2.5, row.center().y() - 10.5, wide, 22);
    painter->setPen(colours.line);
    painter->setBrush(colours.soft);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(colours.strong);
    painter->drawText(box, Qt::AlignCenter, word);
    return wide + 8;
}

// Leaves out whole parts from the end, which the line of keys under the list says too, before it cuts a word.
QString fitted(QString note, const QFontMetrics &metrics, int width)
{
    const QString between = QStringLiteral(" · ");
    while (metrics.horizontalAdvance(note) > width && note.contains(between))
        note.truncate(note.lastIndexOf(between));
    return metrics.elidedText(note, Qt::ElideRight, width);
}

} // namespace

ChecklistDelegate::ChecklistDelegate(const VerdictPresenter &presenter, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_presenter(presenter)
{}

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, qMax(44, option.fontMetrics.height() * 2 + 6)};
}

void ChecklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const ChecklistLine line = m_presenter.lines().value(index.row());
    const Tokens &tokens = theme().tokens();
    const Colours colours = coloursOf(line.state, tokens);
    const bool missing = line.state == LineState::Missing && line.required;
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    painter->fillRect(row, missing ? tokens.errorSoft : tokens.panel);
    painter->setPen(tokens.line2);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    if (line.state != LineState::Missing || line.required)
        drawSign(painter, QPointF(row.left() + 24, row.center().y()), line.state, colours.strong,
                 missing ? tokens.errorSoft : tokens.panel);
    const QString word =
        line.state == LineState::Missing && !line.required ? QString() : m_presenter.stateWord(line.state);
    const int tag = word.isEmpty() ? 0 : drawTag(painter, row.adjusted(0, 0, -10, 0), word, colours);
    const QRect words = row.adjusted(44, 3, -14 - tag, -3);
    QFont name = option.font;
    name.setBold(missing);
    painter->setFont(name);
    painter->setPen(tokens.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(line.name, Qt::ElideRight, words.width()));
    QFont note = option.font;
    note.setPixelSize(qMax(12, QFontInfo(option.font).pixelSize() - 2));
    painter->setFont(note);
    painter->setPen(tokens.text2);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                      fitted(m_presenter.lineNote(line), painter->fontMetrics(), words.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace yichuang::intakeui
