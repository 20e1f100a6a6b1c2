#pragma once

#include "domain/Case.h"

#include <QAbstractListModel>
#include <QDate>
#include <QListView>
#include <QStyledItemDelegate>

namespace yichuang {

// The record of a case, newest first: when, a sign, what, and the detail under it.
class CaseLogModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        When = Qt::UserRole,
        Detail,
        Sign
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const QList<HistoryEntry> &history, QDate today);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<HistoryEntry> m_entries;
    QDate m_today;
};

class CaseLogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace yichuang
