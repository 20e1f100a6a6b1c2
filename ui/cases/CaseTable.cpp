#include "ui/cases/CaseTable.h"

#include "ui/cases/CaseDesk.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

#include <numeric>

namespace yichuang {

namespace {

QColor colourOf(Remaining::Urgency urgency, const Tokens &t)
{
    switch (urgency) {
    case Remaining::Urgency::Past:
        return t.error;
    case Remaining::Urgency::Soon:
        return t.warn;
    default:
        return t.text2;
    }
}

Lamp lampOf(SendState state)
{
    switch (state) {
    case SendState::OnlyHere:
        return Lamp::Local;
    case SendState::EventsSent:
        return Lamp::Busy;
    case SendState::SetAside:
        return Lamp::Fault;
    case SendState::Sent:
        break;
    }
    return Lamp::Good;
}

void drawWords(QPainter &painter, const QRect &room, const QString &words, bool elide)
{
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     elide ? painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()) : words);
}

} // namespace

CaseDelegate::CaseDelegate(CaseDesk &desk, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_desk(desk)
{}

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &t = theme().tokens();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, chosen ? t.selected : t.panel);
    painter->setPen(t.line2);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (chosen && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    paintCell(*painter, option.rect.adjusted(theme().px(10), 0, -theme().px(6), 0), index);
    const auto *view = qobject_cast<const QWidget *>(option.widget);
    if (chosen && view && view->hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 2), t.accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                          t.accent);
    }
    painter->restore();
}

void CaseDelegate::paintCell(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const Tokens &t = theme().tokens();
    const CaseRow row = m_desk.rows().value(index.row());
    const QString words = index.data().toString();
    const int lamp = theme().px(13);
    const QRectF sign(cell.left(), cell.center().y() - lamp / 2.0, lamp, lamp);
    const QRect beside = cell.adjusted(lamp + theme().px(8), 0, 0, 0);
    painter.setPen(t.text);
    painter.setFont(theme().font(14));
    switch (index.column()) {
    case CaseModel::Remaining: {
        const auto urgency = m_desk.remaining(row).urgency;
        drawLamp(painter, sign, yichuang::lampOf(urgency), t);
        const bool pressing = urgency == Remaining::Urgency::Past || urgency == Remaining::Urgency::Soon;
        painter.setFont(theme().font(14, pressing));
        painter.setPen(colourOf(urgency, t));
        drawWords(painter, beside, words, true);
        return;
    }
    case CaseModel::Sending:
        drawLamp(painter, sign, lampOf(row.sending), t);
        painter.setFont(theme().font(13));
        painter.setPen(row.sending == SendState::OnlyHere ? t.local : t.text2);
        drawWords(painter, beside, words, true);
        return;
    case CaseModel::Visits:
        painter.setFont(theme().font(14, row.visits > 0));
        painter.setPen(row.visits > 1 ? t.error : t.text);
        if (row.visits > 1)
            drawLamp(painter, sign.adjusted(theme().px(4), 2, theme().px(2), -2), Lamp::Fault, t);
        painter.drawText(cell, Qt::AlignCenter, words);
        return;
    case CaseModel::State:
        painter.setPen(row.hasUnconfirmedPaper ? t.warn : t.text);
        drawWords(painter, cell, words, true);
        return;
    case CaseModel::Number:
        painter.setFont(theme().font(13));
        painter.setPen(t.text2);
        drawWords(painter, cell, words, false);
        return;
    default:
        drawWords(painter, cell, words, true);
    }
}

namespace {

int widest(const QStringList &words, const QFont &font)
{
    const QFontMetrics metrics(font);
    int most = 0;
    for (const QString &word : words)
        most = qMax(most, metrics.horizontalAdvance(word));
    return most;
}

} // namespace

CaseTable::CaseTable(CaseDesk &desk, QWidget *parent)
    : QTableView(parent)
    , m_desk(desk)
    , m_model(new CaseModel(desk, this))
{
    setObjectName(QStringLiteral("caseTable"));
    setAccessibleName(tr("Cases"));
    setModel(m_model);
    setItemDelegate(new CaseDelegate(desk, this));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    connect(&desk, &CaseDesk::rowsChanged, this, &CaseTable::refresh);
    connect(&theme(), &Theme::changed, this, &CaseTable::layOut);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!m_refreshing && now.isValid())
            m_desk.select(m_desk.rows().value(now.row()).id);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == verticalScrollBar()->maximum())
            m_desk.loadMore();
    });
    layOut();
}

void CaseTable::refresh()
{
    m_refreshing = true;
    const int column = qMax(0, currentIndex().column()); // where the list was scrolled sideways it stays so
    m_model->reload();
    if (const int row = m_desk.selectedRow(); row >= 0)
        setCurrentIndex(m_model->index(row, column));
    m_refreshing = false;
}

// What the words of each column need, in pixels; names and items can do with less than theirs.
QList<int> CaseTable::needs() const
{
    const auto px = [](int size) { return theme().px(size); };
    QStringList states{CaseModel::tr("paper not confirmed")}, sendings;
    for (int state = 0; state <= static_cast<int>(CaseState::Voided); ++state)
        states << stateWords(static_cast<CaseState>(state));
    for (int sending = 0; sending <= static_cast<int>(SendState::SetAside); ++sending)
        sendings << sendWords(static_cast<SendState>(sending));
    QList<int> needs(CaseModel::ColumnCount);
    needs[CaseModel::Remaining] = px(112);
    needs[CaseModel::Applicant] = px(76);
    needs[CaseModel::ItemName] = px(124);
    needs[CaseModel::State] = px(18) + widest(states, theme().font(14));
    needs[CaseModel::Sending] = px(18 + 13 + 8) + widest(sendings, theme().font(13));
    needs[CaseModel::Visits] = px(52);
    needs[CaseModel::Number] = px(178);
    return needs;
}

int CaseTable::comfortableWidth() const
{
    const QList<int> all = needs();
    return std::accumulate(all.cbegin(), all.cend(), theme().px(20)); // and the scroll bar
}

// The words that must not be cut get the room they need; names share what is left. Where that is too little
// the visits go into the tool tip, and after that the list scrolls sideways: no column is out of reach.
void CaseTable::layOut()
{
    verticalHeader()->setDefaultSectionSize(theme().px(36));
    QList<int> widths = needs();
    int spare = viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    const bool folded = spare < 0;
    if (folded)
        spare += widths[CaseModel::Visits];
    widths[CaseModel::Applicant] += qMax(0, spare) * 2 / 5;
    widths[CaseModel::ItemName] += qMax(0, spare) - qMax(0, spare) * 2 / 5;
    m_model->foldVisits(folded);
    setColumnHidden(CaseModel::Visits, folded);
    for (int column = 0; column < CaseModel::ColumnCount; ++column)
        setColumnWidth(column, widths[column]);
}

void CaseTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

} // namespace yichuang
