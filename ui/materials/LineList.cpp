#include "ui/materials/LineList.h"

#include "ui/materials/MaterialsDesk.h"
#include "ui/materials/PageWords.h"
#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace yichuang {

namespace {
constexpr int rowHeight = 38;

QColor wordColour(const ChecklistLine &line, const Tokens &t)
{
    if (line.state == LineState::Missing)
        return line.required ? t.error : t.text3;
    if (line.state == LineState::Deferred)
        return t.warn;
    return line.pages > 0 ? t.ok : t.text2;
}
} // namespace

LineModel::LineModel(MaterialsDesk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_desk.lines().size());
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (index.row() >= m_desk.lines().size())
        return {};
    const ChecklistLine &line = m_desk.lines().at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return line.name;
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1 %2, %3").arg(line.number).arg(line.name, lineWords(line));
    return {};
}

void LineModel::reload()
{
    beginResetModel();
    endResetModel();
}

LineDelegate::LineDelegate(MaterialsDesk &desk, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_desk(desk)
{}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(300), theme().px(rowHeight)};
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &t = theme().tokens();
    const ChecklistLine line = m_desk.lines().value(index.row());
    const bool target = !line.line.isEmpty() && line.line == m_desk.targetLine();
    const QRect row = option.rect;
    const auto px = [](int size) { return theme().px(size); };
    painter->save();
    painter->fillRect(row, target                                           ? t.selected
                           : option.state.testFlag(QStyle::State_MouseOver) ? t.hover
                                                                            : t.panel);
    painter->setPen(t.line2);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    const int middle = row.center().y();
    // Two digits cannot be typed as one key; such a line is reached by M.
    if (line.number <= 9)
        drawKeyCap(*painter, QPointF(row.left() + px(12), middle + 0.5), QString::number(line.number), t);
    const QRectF sign(row.left() + px(44), middle - px(9), px(20), px(20));
    if (line.state == LineState::Missing && !line.required)
        drawLamp(*painter, sign.adjusted(px(3), px(3), -px(3), -px(3)), Lamp::Off,
                 t); // may be missing: no alarm
    else
        drawMaterialSign(*painter, sign, line.state, t);
    const QString words = lineWords(line);
    painter->setFont(theme().font(13));
    painter->setPen(wordColour(line, t));
    painter->drawText(row.adjusted(0, 0, -px(12), 0), Qt::AlignRight | Qt::AlignVCenter, words);
    const int taken = painter->fontMetrics().horizontalAdvance(words) + px(22);
    painter->setFont(theme().font(14, target));
    painter->setPen(t.text);
    const QRect room = row.adjusted(px(74), 0, -taken, 0);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(line.name, Qt::ElideRight, room.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.accent, 2));
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

LineList::LineList(MaterialsDesk &desk, QWidget *parent)
    : QListView(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("lineList"));
    setModel(new LineModel(desk, this));
    setItemDelegate(new LineDelegate(desk, this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Materials checklist"));
    connect(&desk, &MaterialsDesk::changed, this, &LineList::refresh);
    connect(&desk, &MaterialsDesk::selectionChanged, this, &LineList::showTarget);
    showTarget();
}

QSize LineList::sizeHint() const
{
    return {theme().px(300), theme().px(rowHeight) * std::max(1, model()->rowCount())};
}

void LineList::refresh()
{
    m_showing = true;
    static_cast<LineModel *>(model())->reload();
    m_showing = false;
    showTarget();
}

void LineList::showTarget()
{
    m_showing = true;
    QModelIndex target;
    for (int row = 0; row < m_desk.lines().size(); ++row) {
        if (m_desk.lines().at(row).line == m_desk.targetLine())
            target = model()->index(row, 0);
    }
    setCurrentIndex(target);
    m_showing = false;
    viewport()->update();
}

void LineList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_showing && current.isValid())
        m_desk.chooseLine(m_desk.lines().at(current.row()).line);
}

// Digits and letters belong to the page; a list would search with them.
void LineList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListView::keyPressEvent(event);
        break;
    default:
        event->ignore();
    }
}

} // namespace yichuang
