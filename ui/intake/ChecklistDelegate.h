#pragma once

#include <QStyledItemDelegate>

namespace yichuang::intakeui {

class VerdictPresenter;

// Draws one row of the checklist (STYLE.md 4): the sign by its shape, the name over its note, the tag.
class ChecklistDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ChecklistDelegate(const VerdictPresenter &presenter, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const VerdictPresenter &m_presenter;
};

} // namespace yichuang::intakeui
