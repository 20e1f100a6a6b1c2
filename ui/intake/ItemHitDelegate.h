#pragma once

#include <QStyledItemDelegate>

namespace yichuang::intakeui {

// A hit of the item search: number, name with the matched part marked, class, limit, service.
class ItemHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace yichuang::intakeui
