#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace yichuang {

class MaterialsDesk;
class PageImages;

// The current page, whole or enlarged. The mouse drags what does not fit.
class PagePreview final : public QWidget
{
    Q_OBJECT
public:
    PagePreview(MaterialsDesk &desk, PageImages &images, QWidget *parent = nullptr);

    void zoom(int steps); // + larger, − smaller
    void fit();           // the whole page
    int percent() const;  // of the size at which the whole page fits: 100
    bool isFitted() const { return m_zoom == 0; }

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void refresh();
    QImage bestImage();
    QRectF place() const;
    void paintPage(QPainter &painter);
    void paintEmpty(QPainter &painter, const QString &headline, const QString &hint) const;

    MaterialsDesk &m_desk;
    PageImages &m_images;
    QImage m_image;      // turned; a thumbnail until something better is there
    qint64 m_source = 0; // of which picture m_image was made, and how it is turned
    int m_turn = 0;
    QPixmap m_scaled; // m_image at the size at which it is shown
    int m_page = 0;
    int m_zoom = 0;
    QPointF m_offset; // of the enlarged page's middle from the view's
    QPoint m_pressed;
};

} // namespace yichuang
