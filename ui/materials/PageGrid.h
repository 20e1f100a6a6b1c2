#pragma once

#include <QWidget>

namespace yichuang {

class MaterialsDesk;
class PageImages;
struct DraftPage;
struct PageGroup;

// The pages as thumbnails, a group a line of the checklist. Draws what the desk says and tells it what was
// clicked or dragged; keys are the page's.
class PageGrid final : public QWidget
{
    Q_OBJECT
public:
    PageGrid(MaterialsDesk &desk, PageImages &images, QWidget *parent = nullptr);

    QRect rectOf(int page) const; // null where it is not shown
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentMoved(const QRect &rect);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell
    {
        int page;
        int group;
        int position;
        QRect rect;
    };

    void arrange();
    void onSelection();
    int columns() const;
    const Cell *cellAt(const QPoint &point) const;
    // Where a dragged page would land in its own group; −1 where it would not.
    int dropPosition() const;
    QString cellWords(const Cell &cell) const;
    void paintHead(QPainter &painter, const PageGroup &group, const QRect &rect) const;
    void paintCell(QPainter &painter, const Cell &cell);
    void paintThumbnail(QPainter &painter, const DraftPage &page, const QRect &box);

    MaterialsDesk &m_desk;
    PageImages &m_images;
    QList<Cell> m_cells;
    QList<QRect> m_heads;
    int m_height = 0;
    int m_dragged = 0;
    QPoint m_pressed;
    QPoint m_pointer;
};

} // namespace yichuang
