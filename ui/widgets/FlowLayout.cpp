#include "ui/widgets/FlowLayout.h"

namespace yichuang {

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    QSize size;
    for (const QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.isNull() ? 0 : spacing()),
                qMax(size.height(), hint.height())};
    }
    return size.grownBy(margins);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->sizeHint());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    QPoint at = room.topLeft();
    int high = 0;
    for (QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        if (at.x() > room.left() && at.x() + hint.width() > room.left() + room.width()) {
            at = {room.left(), at.y() + high + spacing()};
            high = 0;
        }
        if (place)
            item->setGeometry(QRect(at, hint));
        at.rx() += hint.width() + spacing();
        high = qMax(high, hint.height());
    }
    return at.y() + high + contentsMargins().bottom() - rect.top();
}

} // namespace yichuang
