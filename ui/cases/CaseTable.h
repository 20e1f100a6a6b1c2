#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace yichuang {

class CaseDesk;
struct CaseRow;

// The desk's rows as a table.
class CaseModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Remaining,
        Applicant,
        ItemName,
        State,
        Sending,
        Visits,
        Number,
        ColumnCount
    };

    explicit CaseModel(CaseDesk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void reload();
    // Whether the tool tips tell the visits, because their column finds no room.
    void foldVisits(bool folded) { m_visitsFolded = folded; }

private:
    QString wordsOf(const CaseRow &row, int column) const;

    CaseDesk &m_desk;
    int m_count = 0;
    bool m_visitsFolded = false;
};

// Draws signs beside words; colour only repeats them.
class CaseDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CaseDelegate(CaseDesk &desk, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintCell(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    CaseDesk &m_desk;
};

// The list of cases; its current row is the desk's chosen case.
class CaseTable final : public QTableView
{
    Q_OBJECT
public:
    explicit CaseTable(CaseDesk &desk, QWidget *parent = nullptr);

    int comfortableWidth() const; // in pixels; with less the visits are folded, with much less it scrolls

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void layOut();
    QList<int> needs() const;

    CaseDesk &m_desk;
    CaseModel *m_model;
    bool m_refreshing = false;
};

} // namespace yichuang
