#include "ui/outbox/OutboxTable.h"

#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxWords.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QScrollBar>

namespace yichuang {

namespace {

constexpr int rowHeight = 48;
constexpr int barWidth = 130;

QString underName(const OutboxCase &row)
{
    return shortNumber(row.number) + QStringLiteral(" · ") + pagesWords(row.pages, row.bytes);
}

void drawBar(QPainter &painter, const QRect &place, int percent, const Tokens &t)
{
    painter.fillRect(place, t.line2);
    painter.fillRect(QRect(place.left(), place.top(), place.width() * percent / 100, place.height()),
                     t.local);
}

void drawFrame(QPainter &painter, const QRect &row, bool focused, const Tokens &t)
{
    painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), t.accent);
    if (!focused)
        return;
    painter.fillRect(QRect(row.left(), row.top(), row.width(), 2), t.accent);
    painter.fillRect(QRect(row.left(), row.bottom() - 1, row.width(), 2), t.accent);
    painter.fillRect(QRect(row.right() - 1, row.top(), 2, row.height()), t.accent);
}

// Returns how wide it was.
int drawState(QPainter &painter, const QRect &row, const OutboxRowState &state, const Tokens &t)
{
    const bool hand = state.kind == OutboxRowState::Kind::NeedsHand;
    const bool bar = state.percent >= 0 && !hand;
    painter.setFont(theme().font(14, hand));
    painter.setPen(hand ? t.warn : t.text2);
    const int words = painter.fontMetrics().horizontalAdvance(state.words);
    const int wide = bar ? qMax(words, theme().px(barWidth)) : words;
    QRect place(row.right() - wide, row.top(), wide, row.height());
    if (bar) {
        drawBar(painter,
                QRect(row.right() - theme().px(barWidth), row.center().y() + theme().px(8),
                      theme().px(barWidth), theme().px(6)),
                state.percent, t);
        place.setBottom(row.center().y() + theme().px(6));
    }
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, state.words);
    return wide;
}

} // namespace

OutboxModel::OutboxModel(OutboxDesk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const OutboxCase row = m_desk.rows().value(index.row());
    return QStringList{row.applicant, row.itemName, underName(row), rowState(row, m_desk.line()).words}.join(
        u' ');
}

// Rows that stay keep their places, so that neither the scroll nor the choice moves under the hand.
void OutboxModel::reload()
{
    const int count = static_cast<int>(m_desk.rows().size());
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
    repaintStates();
}

void OutboxModel::repaintStates()
{
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

OutboxDelegate::OutboxDelegate(OutboxDesk &desk, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_desk(desk)
{}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), theme().px(rowHeight)};
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = theme().tokens();
    const OutboxCase row = m_desk.rows().value(index.row());
    const OutboxRowState state = rowState(row, m_desk.line());
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, chosen ? t.selected : t.panel);
    painter->setPen(t.line2);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(theme().px(14), 0, -theme().px(14), 0);
    const int lamp = theme().px(14);
    painter->setRenderHint(QPainter::Antialiasing);
    drawLamp(*painter, QRectF(inner.left(), inner.center().y() - lamp / 2.0, lamp, lamp), lampOf(state.kind),
             t);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const int right = drawState(*painter, inner, state, t);
    QRect words = inner.adjusted(theme().px(28), 0, -right - theme().px(14), 0);
    words.setBottom(option.rect.center().y() + theme().px(2));
    painter->setPen(t.text);
    painter->setFont(theme().font(14, true));
    const QString name = painter->fontMetrics().elidedText(row.applicant, Qt::ElideRight, words.width() / 2);
    const int nameWidth = painter->fontMetrics().horizontalAdvance(name) + theme().px(14);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, name);
    painter->setFont(theme().font(14));
    const QRect item = words.adjusted(nameWidth, 0, 0, 0);
    painter->drawText(item, Qt::AlignLeft | Qt::AlignBottom,
                      painter->fontMetrics().elidedText(row.itemName, Qt::ElideRight, item.width()));
    painter->setFont(theme().font(12));
    painter->setPen(chosen ? t.text2 : t.text3);
    painter->drawText(
        QRect(words.left(), words.bottom() + 1, words.width(), option.rect.bottom() - words.bottom()),
        Qt::AlignLeft | Qt::AlignTop, underName(row));
    const auto *view = qobject_cast<const QWidget *>(option.widget);
    if (chosen)
        drawFrame(*painter, option.rect, view && view->hasFocus(), t);
    painter->restore();
}

OutboxTable::OutboxTable(OutboxDesk &desk, QWidget *parent)
    : QListView(parent)
    , m_desk(desk)
    , m_model(new OutboxModel(desk, this))
{
    setObjectName(QStringLiteral("outboxTable"));
    setAccessibleName(tr("Cases to send"));
    setModel(m_model);
    setItemDelegate(new OutboxDelegate(desk, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&desk, &OutboxDesk::rowsChanged, this, &OutboxTable::refresh);
    connect(&desk, &OutboxDesk::stateChanged, m_model, &OutboxModel::repaintStates);
    connect(&theme(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!m_refreshing && now.isValid())
            m_desk.select(m_desk.rows().value(now.row()).id);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == verticalScrollBar()->maximum())
            m_desk.loadMore();
    });
}

void OutboxTable::refresh()
{
    m_refreshing = true;
    m_model->reload();
    if (const int row = m_desk.selectedRow(); row >= 0)
        setCurrentIndex(m_model->index(row));
    m_refreshing = false;
}

} // namespace yichuang
