#include "ui/intake/ItemHitDelegate.h"

#include "ui/intake/ItemHit.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace yichuang::intakeui {

namespace {

// The name in pieces, the matched ones bold and in the accent; returns where it ended.
int drawName(QPainter *painter, const QRect &rect, const ItemHit &hit, const QFont &font,
             const Tokens &tokens)
{
    int x = rect.left();
    for (int at = 0; at < hit.name.size() && x < rect.right();) {
        int end = int(hit.name.size());
        bool marked = false;
        for (const auto &[start, length] : hit.marks) {
            if (at >= start && at < start + length) {
                marked = true;
                end = start + length;
                break;
            }
            if (start > at)
                end = qMin(end, start);
        }
        QFont piece = font;
        piece.setBold(marked);
        painter->setFont(piece);
        painter->setPen(marked ? tokens.accent : tokens.text);
        const QString text = hit.name.mid(at, end - at);
        painter->drawText(QRect(x, rect.top(), rect.right() - x, rect.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, text);
        x += painter->fontMetrics().horizontalAdvance(text);
        at = end;
    }
    painter->setFont(font);
    return x;
}

} // namespace

void ItemHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const ItemHit hit = index.data(Qt::UserRole).value<ItemHit>();
    const Tokens &tokens = theme().tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect;
    painter->save();
    painter->fillRect(row, selected ? tokens.selected : tokens.panel);
    if (selected)
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), tokens.accent);
    painter->setPen(tokens.line2);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    painter->setFont(option.font);
    painter->setPen(tokens.text2);
    painter->drawText(row.adjusted(10, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      QString::number(index.row() + 1));
    const int service = row.right() - 150;
    const int limit = service - 106;
    const int kind = limit - 106;
    const int end = drawName(painter, QRect(row.left() + 28, row.top(), kind - row.left() - 36, row.height()),
                             hit, option.font, tokens);
    painter->setPen(tokens.text2);
    if (!hit.matchedBy.isEmpty() && end + 40 < kind)
        painter->drawText(QRect(end + 8, row.top(), kind - end - 12, row.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("“%1”").arg(hit.matchedBy));
    const auto column = [&](int left, int right, const QString &text) {
        const QRect cell(left, row.top(), right - left - 6, row.height());
        painter->drawText(cell, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    };
    column(kind, limit, hit.kind);
    column(limit, service, hit.limit);
    column(service, row.right(), hit.service);
    painter->restore();
}

} // namespace yichuang::intakeui
