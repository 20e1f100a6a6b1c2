#include "ui/materials/PageGrid.h"

#include "ui/materials/MaterialsDesk.h"
#include "ui/materials/PageImages.h"
#include "ui/materials/PageWords.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace yichuang {

namespace {

constexpr int inset = 10;
constexpr int headHeight = 36;
constexpr int cellWidth = 72;
constexpr int cellHeight = 108;
constexpr int thumbnailHeight = 84;

int px(int size)
{
    return theme().px(size);
}

} // namespace

PageGrid::PageGrid(MaterialsDesk &desk, PageImages &images, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_images(images)
{
    setObjectName(QStringLiteral("pageGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(false);
    connect(&desk, &MaterialsDesk::changed, this, &PageGrid::arrange);
    connect(&desk, &MaterialsDesk::selectionChanged, this, &PageGrid::onSelection);
    connect(&images, &PageImages::changed, this, [this](int page) { update(rectOf(page)); });
    connect(&theme(), &Theme::changed, this, &PageGrid::arrange);
    arrange();
}

int PageGrid::columns() const
{
    return std::max(1, (width() - 2 * px(inset) + px(4)) / px(cellWidth + 4));
}

void PageGrid::arrange()
{
    m_cells.clear();
    m_heads.clear();
    const int perRow = columns();
    int y = 0;
    for (int g = 0; g < m_desk.groups().size(); ++g) {
        m_heads.append(QRect(0, y, width(), px(headHeight)));
        y += px(headHeight) + px(6);
        const auto count = static_cast<int>(m_desk.groups().at(g).pages.size());
        for (int i = 0; i < count; ++i) {
            const QPoint at(px(inset) + i % perRow * px(cellWidth + 4), y + i / perRow * px(cellHeight + 4));
            m_cells.append({m_desk.groups().at(g).pages.at(i).id, g, i,
                            QRect(at, QSize(px(cellWidth), px(cellHeight)))});
        }
        y += (count + perRow - 1) / perRow * px(cellHeight + 4) + px(4);
    }
    m_height = y;
    setMinimumHeight(y);
    updateGeometry();
    update();
}

QSize PageGrid::sizeHint() const
{
    return {px(250), m_height};
}

QRect PageGrid::rectOf(int page) const
{
    for (const Cell &cell : m_cells) {
        if (cell.page == page)
            return cell.rect;
    }
    return {};
}

void PageGrid::onSelection()
{
    const QRect rect = rectOf(m_desk.current());
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.page == m_desk.current())
            setAccessibleDescription(cellWords(cell));
    }
    update();
    if (!rect.isNull())
        Q_EMIT currentMoved(rect);
}

const PageGrid::Cell *PageGrid::cellAt(const QPoint &point) const
{
    for (const Cell &cell : m_cells) {
        if (cell.rect.contains(point))
            return &cell;
    }
    return nullptr;
}

QString PageGrid::cellWords(const Cell &cell) const
{
    const PageGroup &group = m_desk.groups().at(cell.group);
    return tr("%1, page %2 of %3").arg(groupWords(group)).arg(cell.position + 1).arg(group.pages.size());
}

void PageGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (int g = 0; g < m_heads.size(); ++g) {
        if (m_heads.at(g).intersects(event->rect()))
            paintHead(painter, m_desk.groups().at(g), m_heads.at(g));
    }
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.rect.adjusted(-4, -4, 4, 4).intersects(event->rect()))
            paintCell(painter, cell);
    }
}

void PageGrid::paintHead(QPainter &painter, const PageGroup &group, const QRect &rect) const
{
    const Tokens &t = theme().tokens();
    painter.fillRect(rect, t.subtle);
    painter.setPen(t.line2);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    const QRect words = rect.adjusted(px(12), 0, -px(12), 0);
    painter.setFont(theme().font(13));
    painter.setPen(t.text2);
    const QString count = tr("%n page(s)", nullptr, static_cast<int>(group.pages.size()));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, count);
    const int room = words.width() - painter.fontMetrics().horizontalAdvance(count) - px(10);
    painter.setFont(theme().font(14, true));
    painter.setPen(t.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(groupWords(group), Qt::ElideRight, room));
}

void PageGrid::paintCell(QPainter &painter, const Cell &cell)
{
    const Tokens &t = theme().tokens();
    const DraftPage &page = m_desk.groups().at(cell.group).pages.at(cell.position);
    const bool current = page.id == m_desk.current();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_desk.isSelected(page.id)) {
        painter.setPen(current ? QPen(t.accent, hasFocus() ? 2 : 1.5) : Qt::NoPen);
        painter.setBrush(t.selected);
        painter.drawRoundedRect(QRectF(cell.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    paintThumbnail(painter, page,
                   QRect(cell.rect.left() + px(6), cell.rect.top() + px(4), px(cellWidth - 12),
                         px(thumbnailHeight - 4)));
    painter.setFont(theme().font(12));
    painter.setPen(t.text2);
    const QString number = QString::number(cell.position + 1);
    painter.drawText(cell.rect.adjusted(0, px(thumbnailHeight), 0, 0), Qt::AlignCenter,
                     page.mediaType == QLatin1String("application/pdf") ? number + QStringLiteral(" PDF")
                                                                        : number);
    if (m_dragged != 0 && cell.group == m_cells.value(0).group && dropPosition() == cell.position)
        painter.fillRect(QRect(cell.rect.left() - px(3), cell.rect.top(), px(3), cell.rect.height()),
                         t.accent);
}

void PageGrid::paintThumbnail(QPainter &painter, const DraftPage &page, const QRect &box)
{
    const Tokens &t = theme().tokens();
    const QImage image = turned(m_images.thumbnail(page), page.rotation);
    const QSize size =
        image.isNull() ? QSize(px(56), px(79)) : image.size().scaled(box.size(), Qt::KeepAspectRatio);
    const QRect place(
        QPoint(box.center().x() - size.width() / 2, box.top() + (box.height() - size.height()) / 2), size);
    painter.fillRect(place, Qt::white);
    if (!image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, image);
    } else if (m_images.state(page.id) != PageImages::State::Loading) {
        painter.setFont(theme().font(12));
        painter.setPen(lightTokens().text3);
        painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, pictureWords(m_images.state(page.id)));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(t.line);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

void PageGrid::mousePressEvent(QMouseEvent *event)
{
    const Cell *cell = cellAt(event->pos());
    if (!cell || event->button() != Qt::LeftButton)
        return;
    const auto extend = event->modifiers().testFlag(Qt::ControlModifier) ? MaterialsDesk::Extend::Toggle
                        : event->modifiers().testFlag(Qt::ShiftModifier) ? MaterialsDesk::Extend::Range
                                                                         : MaterialsDesk::Extend::No;
    m_pressed = event->pos();
    const int page = cell->page; // selecting rearranges nothing, but be safe
    m_desk.select(page, extend);
}

void PageGrid::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (event->buttons().testFlag(Qt::LeftButton) && far && m_dragged == 0) {
        if (const Cell *cell = cellAt(m_pressed))
            m_dragged = cell->page;
    }
    if (m_dragged != 0)
        update();
}

int PageGrid::dropPosition() const
{
    const Cell *under = cellAt(m_pointer);
    for (const Cell &cell : m_cells) {
        if (under && cell.page == m_dragged && cell.group == under->group && cell.page != under->page)
            return under->position;
    }
    return -1;
}

void PageGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    const int position = m_dragged != 0 ? dropPosition() : -1;
    const int page = std::exchange(m_dragged, 0);
    if (position >= 0)
        m_desk.movePage(page, position);
    update();
}

void PageGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

bool PageGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const Cell *cell = cellAt(help->pos()))
        QToolTip::showText(help->globalPos(), cellWords(*cell), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace yichuang
