#include "ui/intake/NoticeDialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace yichuang::intakeui {

NoticeDialog::NoticeDialog(const QString &itemName, const QList<MissingThing> &missing, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 3, this))
{
    setWindowTitle(tr("One-time notice"));
    m_table->setObjectName(QStringLiteral("noticeTable"));
    build(itemName);
    for (const MissingThing &thing : missing)
        addRow(thing);
    refresh();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, 0);
}

void NoticeDialog::build(const QString &itemName)
{
    resize(820, 460);
    m_table->setHorizontalHeaderLabels({tr("Missing"), tr("Why it is needed"), tr("How to get it")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(36);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Everything that is missing"));
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(itemName, this);
    title->setProperty("role", QStringLiteral("title"));
    layout->addWidget(title);
    auto *note = new QLabel(tr("All is said at once; nothing can be asked for afterwards. F2 edits, Del "
                               "strikes a line out, Ins adds one."),
                            this);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addWidget(m_table);
    auto *buttons = new QDialogButtonBox(this);
    m_issue = buttons->addButton(tr("Issue and print"), QDialogButtonBox::AcceptRole);
    m_issue->setObjectName(QStringLiteral("noticeIssue"));
    m_issue->setProperty("primary", true);
    m_issue->setDefault(true);
    QPushButton *back = buttons->addButton(tr("Go back"), QDialogButtonBox::RejectRole);
    back->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::itemChanged, this, &NoticeDialog::refresh);
}

bool NoticeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Delete) {
        m_table->removeRow(m_table->currentRow());
        refresh();
        return true;
    }
    if (key == Qt::Key_Insert) {
        addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void NoticeDialog::addRow(const MissingThing &thing)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(thing.what));
    m_table->setItem(row, 1, new QTableWidgetItem(thing.why));
    m_table->setItem(row, 2, new QTableWidgetItem(thing.how));
}

void NoticeDialog::refresh()
{
    m_issue->setEnabled(!missing().isEmpty());
}

QList<MissingThing> NoticeDialog::missing() const
{
    QList<MissingThing> list;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto text = [&](int column) {
            const QTableWidgetItem *cell = m_table->item(row, column);
            return cell ? cell->text().trimmed() : QString();
        };
        if (!text(0).isEmpty())
            list.append({text(0), text(1), text(2)});
    }
    return list;
}

} // namespace yichuang::intakeui
