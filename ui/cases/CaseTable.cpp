#include "ui/cases/CaseTable.h"

#include "ui/cases/CaseDesk.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace yichuang {

CaseModel::CaseModel(CaseDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{}

int CaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int CaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void CaseModel::reload()
{
    beginResetModel();
    m_count = static_cast<int>(m_desk.rows().size());
    endResetModel();
}

QVariant CaseModel::data(const QModelIndex &index, int role) const
{
    const CaseRow row = m_desk.rows().value(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Remaining:
        return m_desk.remaining(row).words;
    case Applicant:
        return row.applicant;
    case ItemName:
        return row.itemName;
    case State:
        return row.hasUnconfirmedPaper ? tr("paper not confirmed") : stateWords(row.state);
    case Sending:
        return sendWords(row.sending);
    case Visits:
        return QString::number(row.visits);
    case Number:
        return row.number;
    default:
        return {};
    }
}

QVariant CaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(section == Visits ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Remaining:
        return tr("Time left");
    case Applicant:
        return tr("Applicant");
    case ItemName:
        return tr("Item");
    case State:
        return tr("State");
    case Sending:
        return tr("Sync");
    case Visits:
        return tr("Visits");
    case Number:
        return tr("Case number");
    default:
        return {};
    }
}

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
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    m_model->reload();
    if (const int row = m_desk.selectedRow(); row >= 0)
        setCurrentIndex(m_model->index(row, 0));
    m_refreshing = false;
}

// The words that must not be cut get the room they need; names share what is left.
void CaseTable::layOut()
{
    const auto px = [](int size) { return theme().px(size); };
    verticalHeader()->setDefaultSectionSize(px(36));
    const int fixed = px(112) + px(126) + px(126) + px(52) + px(178);
    const int rest = qMax(px(200), viewport()->width() - fixed);
    setColumnWidth(CaseModel::Remaining, px(112));
    setColumnWidth(CaseModel::Applicant, rest * 2 / 5);
    setColumnWidth(CaseModel::ItemName, rest - rest * 2 / 5);
    setColumnWidth(CaseModel::State, px(126));
    setColumnWidth(CaseModel::Sending, px(126));
    setColumnWidth(CaseModel::Visits, px(52));
    setColumnWidth(CaseModel::Number, px(178));
}

void CaseTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

} // namespace yichuang
