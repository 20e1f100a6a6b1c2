#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace yichuang {

class OutboxDesk;

// The desk's rows; each says in words all that is drawn.
class OutboxModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit OutboxModel(OutboxDesk &desk, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void reload();
    void repaintStates(); // the line changed

private:
    OutboxDesk &m_desk;
    int m_count = 0;
};

// Two lines a row: applicant and item, short number with pages and size; at the right how it stands.
class OutboxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    OutboxDelegate(OutboxDesk &desk, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    OutboxDesk &m_desk;
};

// The waiting cases in the order in which they are sent; the current row is the desk's chosen one.
class OutboxTable final : public QListView
{
    Q_OBJECT
public:
    explicit OutboxTable(OutboxDesk &desk, QWidget *parent = nullptr);

private:
    void refresh();

    OutboxDesk &m_desk;
    OutboxModel *m_model;
    bool m_refreshing = false;
};

} // namespace yichuang
