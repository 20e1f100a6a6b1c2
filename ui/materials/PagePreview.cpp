#include "ui/materials/PagePreview.h"

#include "ui/materials/MaterialsDesk.h"
#include "ui/materials/PageImages.h"
#include "ui/materials/PageWords.h"
#include "ui/widgets/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace yichuang {

namespace {
constexpr int margin = 16;
constexpr int maximumZoom = 8;
constexpr double zoomStep = 1.25;
} // namespace

PagePreview::PagePreview(MaterialsDesk &desk, PageImages &images, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_images(images)
{
    setObjectName(QStringLiteral("pagePreview"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 240);
    connect(&desk, &MaterialsDesk::changed, this, &PagePreview::refresh);
    connect(&desk, &MaterialsDesk::selectionChanged, this, &PagePreview::refresh);
    connect(&images, &PageImages::changed, this, &PagePreview::refresh);
    refresh();
}

// The sharpest picture that is there; asks for the one that fits the zoom.
QImage PagePreview::bestImage()
{
    const DraftPage &page = *m_desk.currentPage();
    QImage image = m_zoom > 0 ? m_images.enlarged(page) : QImage();
    if (image.isNull())
        image = m_images.preview(page);
    return image.isNull() ? m_images.thumbnail(page) : image;
}

void PagePreview::refresh()
{
    const DraftPage *page = m_desk.currentPage();
    if (const int id = page ? page->id : 0; id != m_page) {
        m_page = id;
        m_zoom = 0;
        m_offset = {};
        Q_EMIT zoomChanged();
    }
    const QImage best = page ? bestImage() : QImage();
    const int turn = page ? page->rotation : 0;
    if (best.cacheKey() != m_source || turn != m_turn) {
        m_image = turned(best, turn);
        m_scaled = {};
        m_source = best.cacheKey();
        m_turn = turn;
    }
    update();
}

void PagePreview::zoom(int steps)
{
    m_zoom = std::clamp(m_zoom + steps, 0, maximumZoom);
    if (m_zoom == 0)
        m_offset = {};
    refresh();
    Q_EMIT zoomChanged();
}

void PagePreview::fit()
{
    zoom(-maximumZoom);
}

int PagePreview::percent() const
{
    return static_cast<int>(std::lround(100 * std::pow(zoomStep, m_zoom)));
}

QRectF PagePreview::place() const
{
    const QSizeF room = QSizeF(size()) - QSizeF(2 * margin, 2 * margin);
    const QSizeF whole =
        QSizeF(m_image.size()).scaled(room, Qt::KeepAspectRatio) * std::pow(zoomStep, m_zoom);
    QRectF rect({}, whole);
    rect.moveCenter(QRectF(this->rect()).center() + m_offset);
    return rect;
}

void PagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().tokens().canvas);
    const DraftPage *page = m_desk.currentPage();
    if (!page) {
        paintEmpty(painter, tr("No pages yet"), tr("F8 scans onto the chosen line; files can be imported"));
        return;
    }
    if (m_image.isNull()) {
        const PageImages::State state = m_images.state(page->id);
        if (state == PageImages::State::NoPicture)
            paintEmpty(painter, tr("A PDF is kept as it is"), sizeWords(page->size));
        else if (state == PageImages::State::Failed)
            paintEmpty(painter, tr("This page cannot be shown"),
                       tr("It is kept; scan it again with Shift+F8"));
        return;
    }
    paintPage(painter);
}

// The whole page is scaled once and kept; an enlarged one is drawn as far as it is seen.
void PagePreview::paintPage(QPainter &painter)
{
    const QRect box = place().toRect();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_zoom > 0) {
        painter.drawImage(box, m_image);
        return;
    }
    const QSize device = box.size() * devicePixelRatio();
    if (m_scaled.size() != device) {
        m_scaled =
            QPixmap::fromImage(m_image.scaled(device, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(devicePixelRatio());
    }
    painter.drawPixmap(box.topLeft(), m_scaled);
}

void PagePreview::paintEmpty(QPainter &painter, const QString &headline, const QString &hint) const
{
    const Tokens &t = theme().tokens();
    painter.setFont(theme().font(16, true));
    painter.setPen(t.text2);
    painter.drawText(rect().adjusted(0, 0, 0, -theme().px(24)), Qt::AlignCenter, headline);
    painter.setFont(theme().font(14));
    painter.drawText(rect().adjusted(0, theme().px(30), 0, 0), Qt::AlignCenter, hint);
}

void PagePreview::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
}

void PagePreview::mouseMoveEvent(QMouseEvent *event)
{
    if (m_zoom == 0 || !event->buttons().testFlag(Qt::LeftButton))
        return;
    // The page may be moved until its edge is in the middle of the view.
    const QRectF page = place();
    const QPointF wanted = m_offset + (event->pos() - m_pressed);
    m_offset = {std::clamp(wanted.x(), -page.width() / 2, page.width() / 2),
                std::clamp(wanted.y(), -page.height() / 2, page.height() / 2)};
    m_pressed = event->pos();
    update();
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
    else if (event->angleDelta().y() != 0)
        m_desk.step(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

} // namespace yichuang
