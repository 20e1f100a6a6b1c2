#include "ui/intake/ChecklistView.h"

#include "ui/intake/ChecklistDelegate.h"
#include "ui/intake/VerdictPresenter.h"

#include <QKeyEvent>

namespace yichuang::intakeui {

namespace {

class ChecklistModel final : public QAbstractListModel
{
public:
    ChecklistModel(const VerdictPresenter &presenter, QObject *parent)
        : QAbstractListModel(parent)
        , m_presenter(presenter)
        , m_lines(presenter.lines())
    {}

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_lines.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const ChecklistLine line = m_lines.value(index.row());
        if (role == Qt::DisplayRole)
            return line.name;
        if (role == Qt::ToolTipRole)
            return QString(line.name + u'\n' + m_presenter.lineNote(line));
        if (role == Qt::UserRole)
            return line.line;
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1 %2 %3")
                .arg(line.name, m_presenter.stateWord(line.state), m_presenter.lineNote(line));
        return {};
    }

    // The row under the cursor keeps its line even where the order changed.
    void refresh()
    {
        beginResetModel();
        m_lines = m_presenter.lines();
        endResetModel();
    }

private:
    const VerdictPresenter &m_presenter;
    QList<ChecklistLine> m_lines;
};

} // namespace

ChecklistView::ChecklistView(VerdictPresenter &presenter, QWidget *parent)
    : QListView(parent)
    , m_presenter(presenter)
{
    auto *model = new ChecklistModel(presenter, this);
    setObjectName(QStringLiteral("checklist"));
    setAccessibleName(tr("Materials"));
    setModel(model);
    setItemDelegate(new ChecklistDelegate(presenter, this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&presenter, &VerdictPresenter::changed, this, [this, model] {
        const QString line = currentLine();
        model->refresh();
        if (!line.isEmpty())
            focusLine(line);
    });
    connect(this, &QListView::doubleClicked, this, [this] { Q_EMIT checkAsked(currentLine()); });
}

QString ChecklistView::currentLine() const
{
    return currentIndex().data(Qt::UserRole).toString();
}

void ChecklistView::focusLine(const QString &line)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(Qt::UserRole).toString() == line)
            setCurrentIndex(index);
    }
}

// The line of keys that appears under the list must not push the row that it is about out of sight.
void ChecklistView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (hasFocus() && currentIndex().isValid())
        scrollTo(currentIndex());
}

void ChecklistView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    Q_EMIT focusMoved();
}

void ChecklistView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    Q_EMIT focusMoved();
}

void ChecklistView::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QListView::currentChanged(now, before);
    Q_EMIT focusMoved();
}

void ChecklistView::keyPressEvent(QKeyEvent *event)
{
    const QString line = currentLine();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!plain || line.isEmpty()) {
        QListView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT checkAsked(line);
        break;
    case Qt::Key_S:
        Q_EMIT scanAsked(line);
        break;
    case Qt::Key_R:
        Q_EMIT reuseAsked(line);
        break;
    case Qt::Key_M:
        Q_EMIT exemptAsked(line);
        break;
    case Qt::Key_Q:
        Q_EMIT deferAsked(line);
        break;
    case Qt::Key_Delete:
        Q_EMIT clearAsked(line);
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

} // namespace yichuang::intakeui
