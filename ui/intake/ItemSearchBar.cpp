#include "ui/intake/ItemSearchBar.h"

#include "ui/intake/ItemHitDelegate.h"
#include "ui/intake/ItemSearchPresenter.h"
#include "ui/intake/StyleWords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

constexpr int rowHeight = 36;
constexpr int rowsShown = 6;

} // namespace

ItemSearchBar::ItemSearchBar(ItemSearchPresenter &presenter, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_query(new QLineEdit(this))
    , m_keys(new QLabel(this))
    , m_chosen(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("itemSearchBar"));
    setProperty("panel", true);
    m_query->setObjectName(QStringLiteral("itemQuery"));
    m_query->setPlaceholderText(tr("Item: name, everyday name, pinyin initials or code"));
    m_query->setAccessibleName(tr("Item search"));
    m_query->setMinimumHeight(36);
    m_query->installEventFilter(this);
    m_keys->setProperty("role", QStringLiteral("secondary"));
    m_chosen->setObjectName(QStringLiteral("chosenItem"));
    m_chosen->setProperty("role", QStringLiteral("tag"));
    setTone(m_chosen, QLatin1String("info"));
    m_list->setObjectName(QStringLiteral("itemHits"));
    m_list->setAccessibleName(tr("Items found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ItemHitDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *top = new QHBoxLayout;
    top->addWidget(m_chosen);
    top->addWidget(m_query, 1);
    top->addStretch(0);
    top->addWidget(m_keys);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_list);
    connect(m_query, &QLineEdit::textChanged, &presenter, &ItemSearchPresenter::search);
    connect(&presenter, &ItemSearchPresenter::changed, this, &ItemSearchBar::refresh);
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
    refresh();
}

bool ItemSearchBar::isOpen() const
{
    return m_query->isVisibleTo(this);
}

void ItemSearchBar::open()
{
    m_query->show();
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
    m_presenter.search(m_query->text());
    refresh();
}

void ItemSearchBar::fold()
{
    if (m_name.isEmpty())
        return;
    m_query->clear();
    m_query->hide();
    refresh();
    Q_EMIT folded();
}

void ItemSearchBar::showChosen(const QString &name)
{
    m_name = name;
    m_chosen->setText(QStringLiteral("✓ ") + name);
    m_query->setVisible(name.isEmpty());
    m_query->clear();
    refresh();
}

void ItemSearchBar::refresh()
{
    const bool isShown = isOpen();
    m_chosen->setVisible(!isShown && !m_name.isEmpty());
    m_list->clear();
    const QList<ItemHit> hits = isShown ? m_presenter.hits() : QList<ItemHit>();
    for (const ItemHit &hit : hits) {
        auto *row = new QListWidgetItem(hit.name, m_list);
        row->setData(Qt::UserRole, QVariant::fromValue(hit));
        row->setData(Qt::AccessibleTextRole,
                     QStringLiteral("%1 %2 %3").arg(hit.name, hit.limit, hit.service));
        row->setSizeHint({100, rowHeight});
    }
    m_list->setCurrentRow(hits.isEmpty() ? -1 : 0);
    m_list->setVisible(isShown && !hits.isEmpty());
    m_list->setFixedHeight(qMin(int(hits.size()), rowsShown) * rowHeight + 2);
    if (!isShown)
        m_keys->setText(tr("Change the item Ctrl+L · what is filled in stays"));
    else if (m_query->text().isEmpty())
        m_keys->setText(tr("Ctrl+L"));
    else if (hits.isEmpty())
        m_keys->setText(tr("Nothing found · try another name"));
    else
        m_keys->setText(tr("%1 found · ↑↓ · Enter takes · Esc folds").arg(hits.size()));
}

void ItemSearchBar::take(int row)
{
    const QList<ItemHit> &hits = m_presenter.hits();
    if (row >= 0 && row < hits.size())
        Q_EMIT chosen(ItemHit(hits.at(row)));
}

bool ItemSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        fold();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace yichuang::intakeui
