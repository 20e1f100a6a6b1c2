#include "ui/cases/CasesPage.h"

#include "ui/cases/CaseDetailPanel.h"
#include "ui/cases/CaseTable.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>

namespace yichuang {

CasesPage::CasesPage(Store &store, const WorkingCalendar &calendar, const Clock &clock, ErrorWords errorWords,
                     QWidget *parent)
    : QWidget(parent)
    , m_desk(new CaseDesk(store, calendar, clock, this))
    , m_errorWords(std::move(errorWords))
{
    setProperty("page", true);
    setObjectName(QStringLiteral("casesPage"));
    m_detail = new CaseDetailPanel(*m_desk, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addWidget(buildList(), 1);
    layout->addWidget(m_detail);
    connect(m_detail, &CaseDetailPanel::reprintAsked, this, &CasesPage::reprintAsked);
    connect(m_desk, &CaseDesk::countsChanged, this, &CasesPage::refreshTabs);
    connect(m_desk, &CaseDesk::stateChanged, this, &CasesPage::refreshState);
    connect(m_desk, &CaseDesk::rowsChanged, this, &CasesPage::refreshState);
    connect(m_desk, &CaseDesk::detailChanged, this, &CasesPage::keysChanged);
    connect(&theme(), &Theme::changed, this, &CasesPage::shareWidth);
    bindKeys();
    shareWidth();
    refreshTabs();
    refreshState();
}

// With larger text the record gives width to the list before the list has to scroll.
void CasesPage::shareWidth()
{
    const int spare = width() - m_table->comfortableWidth() - 30; // the margins
    m_detail->setFixedWidth(qBound(theme().px(300), spare, theme().px(404)));
}

void CasesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void CasesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        m_desk->refresh();
    m_asked = true;
    m_table->setFocus();
}

void CasesPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CasesPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &key, std::function<void()> act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    bind(Qt::Key_F5, [this] {
        m_desk->refresh();
        Q_EMIT refreshAsked();
    });
    bind(Qt::Key_F10, [this] { m_detail->reprint(); });
    int number = 0;
    for (QAbstractButton *tab : m_tabs->buttons())
        bind(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)), [tab] { tab->click(); });
    m_table->installEventFilter(this);
    m_search->installEventFilter(this);
}

// Single letters and the slash act in the list only, so that they can be typed into the search.
bool CasesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table && key->key() == Qt::Key_Slash)
        return focusFilter();
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
        m_detail->copyNumber();
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return)) {
        m_table->setFocus();
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Escape) {
        m_search->clear();
        m_table->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool CasesPage::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
    return true;
}

QList<CasesPage::Key> CasesPage::keys() const
{
    QList<Key> keys{{QStringLiteral("↑↓"), tr("Choose"), [this] { m_table->setFocus(); }},
                    {QStringLiteral("/"), tr("Find"), [this] { m_search->setFocus(); }},
                    {QStringLiteral("Ctrl+1–7"), tr("List"), [this] { m_table->setFocus(); }},
                    {QStringLiteral("F5"), tr("Refresh"), [this] { m_desk->refresh(); }}};
    if (!m_detail->paperToReprint().isEmpty())
        keys.append({QStringLiteral("F10"), tr("Print again"), [this] { m_detail->reprint(); }});
    if (m_detail->hasCase())
        keys.append({QStringLiteral("Ctrl+C"), tr("Copy number"), [this] { m_detail->copyNumber(); }});
    return keys;
}

void CasesPage::setOnline(bool online)
{
    m_offline->setVisible(!online);
}

void CasesPage::showCase(const CaseId &id, const QString &number)
{
    m_tabs->button(static_cast<int>(CaseFilter::All))->click();
    m_search->setText(number);
    m_desk->select(id);
}

void CasesPage::refreshTabs()
{
    const CaseCounts &counts = m_desk->counts();
    const std::tuple<CaseFilter, QString, int> words[] = {
        {CaseFilter::Open, tr("All open"), counts.open},
        {CaseFilter::Supplement, tr("Wait for papers"), counts.supplement},
        {CaseFilter::Ready, tr("To hand out"), counts.ready},
        {CaseFilter::DueBy, tr("Due"), counts.dueToday},
        {CaseFilter::Today, tr("Today's"), counts.today},
        {CaseFilter::Unsent, tr("To send"), counts.unsent},
        {CaseFilter::All, tr("All"), counts.all},
    };
    for (const auto &[filter, word, count] : words) {
        QAbstractButton *tab = m_tabs->button(static_cast<int>(filter));
        tab->setText(word + u' ' + QString::number(count));
        tab->setAccessibleName(tr("%1, %2 cases").arg(word).arg(count));
        tab->setChecked(m_desk->filter() == filter);
    }
}

void CasesPage::refreshState()
{
    const bool empty = m_desk->rows().isEmpty();
    const bool failed = m_desk->error().has_value();
    m_failed->setVisible(failed);
    if (failed)
        m_failedWords->setText(m_errorWords(*m_desk->error()));
    m_fresh->setVisible(m_desk->newCases() > 0);
    m_freshWords->setText(tr("%n new case(s)", nullptr, m_desk->newCases()));
    if (empty && m_desk->isLoading() && m_desk->isSlow())
        showMessage(tr("Reading the cases…"), {});
    else if (empty && failed)
        showMessage(tr("The cases could not be read."), tr("Try again F5"));
    else if (empty && !m_desk->isLoading() && !m_desk->loadedAt().isNull() && !m_desk->text().isEmpty())
        showMessage(tr("No case fits “%1”.").arg(m_desk->text()), tr("Clear the search"));
    else if (empty && !m_desk->isLoading() && !m_desk->loadedAt().isNull())
        showMessage(tr("There is no case in this list."),
                    m_desk->filter() == CaseFilter::All ? QString() : tr("See all cases"));
    else if (!empty)
        m_stack->setCurrentWidget(m_table);
    m_foot->setText(m_desk->mayHaveMore() ? tr("The first %n case(s), shortest time first", nullptr,
                                               static_cast<int>(m_desk->rows().size()))
                                          : tr("%n case(s), shortest time first", nullptr,
                                               static_cast<int>(m_desk->rows().size())));
    const QDateTime at = m_desk->loadedAt();
    m_loaded->setText(at.isNull() ? QString()
                                  : tr("as of %1").arg(toBusinessTime(at).toString(QStringLiteral("HH:mm"))));
    Q_EMIT keysChanged();
}

void CasesPage::showMessage(const QString &what, const QString &wayOn)
{
    m_message->setText(what);
    m_wayOn->setText(wayOn);
    m_wayOn->setVisible(!wayOn.isEmpty());
    m_stack->setCurrentIndex(1);
}

} // namespace yichuang
