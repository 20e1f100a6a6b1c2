#include "ui/shell/MainWindow.h"

#include "ui/shell/HelpDialog.h"
#include "ui/shell/KeyBar.h"
#include "ui/shell/LineBand.h"
#include "ui/shell/LockOverlay.h"
#include "ui/shell/Rail.h"
#include "ui/shell/StatusModel.h"
#include "ui/shell/Toast.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace yichuang {

MainWindow::MainWindow(const StatusModel &status, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_status(status)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(1280, 720);
    auto *centre = new QWidget(this);
    m_rail = new Rail(centre);
    m_top = new TopBar(status, clock, centre);
    m_band = new LineBand(status, centre);
    m_stack = new QStackedWidget(centre);
    m_keys = new KeyBar(centre);
    auto *layout = new QGridLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail, 0, 0, 3, 1);
    layout->addWidget(m_top, 0, 1);
    layout->addWidget(m_band, 1, 1);
    layout->addWidget(m_stack, 2, 1);
    layout->addWidget(m_keys, 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(2, 1);
    setCentralWidget(centre);
    m_toast = new Toast(m_stack);
    m_lock = new LockOverlay(centre);
    connect(m_rail, &Rail::pageAsked, this, &MainWindow::showPage);
    connect(m_rail, &Rail::helpAsked, this, &MainWindow::showHelp);
    connect(m_top, &TopBar::searchAsked, this, &MainWindow::searchAsked);
    connect(m_top, &TopBar::syncAsked, this, &MainWindow::syncAsked);
    connect(m_band, &LineBand::reasonAsked, this, &MainWindow::syncAsked);
    connect(&status, &StatusModel::changed, this, &MainWindow::refreshStatus);
    bind(Qt::Key_F1, [this] { showHelp(); });
    bind(Qt::Key_F12, [this] { Q_EMIT lockAsked(); });
    bind(QKeySequence(QStringLiteral("Ctrl+K")), [this] { Q_EMIT searchAsked(); });
    bind(QKeySequence(QStringLiteral("Ctrl++")),
         [] { theme().setPercent(qMin(150, theme().percent() + 25)); });
    bind(QKeySequence(QStringLiteral("Ctrl+-")),
         [] { theme().setPercent(qMax(100, theme().percent() - 25)); });
}

// Keys of the frame rest while the window is locked.
void MainWindow::bind(const QKeySequence &key, std::function<void()> act)
{
    auto *shortcut = new QShortcut(key, this);
    connect(shortcut, &QShortcut::activated, this, [this, act = std::move(act)] {
        if (!m_lock->isVisible())
            act();
    });
}

void MainWindow::addPage(const ShellPage &page)
{
    m_pages.append(page);
    m_stack->addWidget(page.widget);
    const QString key = QStringLiteral("Alt+%1").arg(m_pages.size());
    m_rail->addPage(page.id, page.icon, page.title, key);
    bind(QKeySequence(key), [this, id = page.id] { showPage(id); });
    if (m_pages.size() == 1)
        showPage(page.id);
}

void MainWindow::showPage(const QString &id)
{
    for (const ShellPage &page : std::as_const(m_pages)) {
        if (page.id != id)
            continue;
        m_current = id;
        m_stack->setCurrentWidget(page.widget);
        m_rail->setCurrent(id);
        m_band->setOutboxShown(id == m_outbox);
        // A page's keys act where the focus is inside it.
        if (!page.widget->isAncestorOf(QApplication::focusWidget()))
            (page.widget->focusWidget() ? page.widget->focusWidget() : page.widget)->setFocus();
        if (page.entered)
            page.entered();
        refreshKeys();
        refreshStatus();
        Q_EMIT pageShown(id);
    }
}

void MainWindow::setOutboxPage(const QString &id, bool always)
{
    m_outbox = id;
    m_outboxAlways = always;
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id)
            m_band->offerOutbox(QStringLiteral("Alt+%1").arg(i + 1));
    }
    refreshStatus();
}

QList<ShellKey> MainWindow::keysNow() const
{
    QList<ShellKey> keys;
    for (const ShellPage &page : m_pages) {
        if (page.id == m_current && page.keys)
            keys = page.keys();
    }
    keys.append(
        {QStringLiteral("F12"), tr("Pause"), [this] { Q_EMIT const_cast<MainWindow *>(this)->lockAsked(); }});
    keys.append(
        {QStringLiteral("F1"), tr("All keys"), [this] { const_cast<MainWindow *>(this)->showHelp(); }});
    return keys;
}

void MainWindow::refreshKeys()
{
    m_keys->setKeys(keysNow());
}

void MainWindow::refreshStatus()
{
    for (const ShellPage &page : std::as_const(m_pages))
        m_rail->setCount(page.id, m_status.count(page.id));
    if (!m_outbox.isEmpty())
        m_rail->setOffered(m_outbox, m_outboxAlways || m_current == m_outbox || m_status.band() ||
                                         m_status.count(m_outbox) > 0);
    m_keys->setNote(m_status.today());
    setWindowTitle(m_status.demonstration ? tr("Yichuang - demonstration") : tr("Yichuang"));
}

void MainWindow::say(const QString &text, bool isError)
{
    m_toast->say(text, isError);
}

void MainWindow::showHelp()
{
    auto *help = new HelpDialog(keysNow(), this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->open();
}

} // namespace yichuang
