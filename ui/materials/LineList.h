#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace yichuang {

class MaterialsDesk;

// The checklist beside the pages: the digit that files pages here, the sign, the name, how the line stands.
// Its current row is the line onto which the next scan lands.
class LineList final : public QListView
{
    Q_OBJECT
public:
    explicit LineList(MaterialsDesk &desk, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void refresh();
    void showTarget();

    MaterialsDesk &m_desk;
    bool m_showing = false; // the desk says, the list follows
};

class LineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    LineModel(MaterialsDesk &desk, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void reload();

private:
    MaterialsDesk &m_desk;
};

class LineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LineDelegate(MaterialsDesk &desk, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    MaterialsDesk &m_desk;
};

} // namespace yichuang
