// What the list of cases shows, as a table.
#include "ui/cases/CaseDesk.h"
#include "ui/cases/CaseTable.h"

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
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const CaseRow row = m_desk.rows().value(index.row());
    const QString words = wordsOf(row, index.column());
    return role == Qt::ToolTipRole && m_visitsFolded ? tr("%1\nVisits: %2").arg(words).arg(row.visits)
                                                     : words;
}

QString CaseModel::wordsOf(const CaseRow &row, int column) const
{
    switch (column) {
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

} // namespace yichuang
