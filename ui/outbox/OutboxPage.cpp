#include "ui/outbox/OutboxPage.h"

#include "ui/outbox/OutboxDetailPanel.h"
#include "ui/outbox/OutboxTable.h"
#include "ui/outbox/OutboxWords.h"
#include "ui/shell/LineWords.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>

namespace yichuang {

OutboxPage::OutboxPage(Store &store, const Clock &clock, EntryWords entryWords, Courier courier,
                       QWidget *parent)
    : QWidget(parent)
    , m_desk(new OutboxDesk(store, clock, this))
    , m_courier(std::move(courier))
{
    setProperty("page", true);
    setObjectName(QStringLiteral("outboxPage"));
    m_detail = new OutboxDetailPanel(*m_desk, std::move(entryWords), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addWidget(buildList(), 1);
    layout->addWidget(m_detail);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &OutboxPage::tick);
    connect(m_detail, &OutboxDetailPanel::caseAsked, this, &OutboxPage::caseAsked);
    connect(m_desk, &OutboxDesk::rowsChanged, this, &OutboxPage::refreshTotals);
    connect(m_desk, &OutboxDesk::stateChanged, this, &OutboxPage::refreshState);
    connect(m_desk, &OutboxDesk::viewChanged, this, &OutboxPage::keysChanged);
    connect(&theme(), &Theme::changed, this, &OutboxPage::shareWidth);
    bindKeys();
    shareWidth();
    refreshTotals();
    refreshState();
}

void OutboxPage::shareWidth()
{
    m_detail->setFixedWidth(qBound(theme().px(280), width() * 3 / 10, theme().px(404)));
}

void OutboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void OutboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk->refresh();
    m_tick.start();
    tick();
    m_table->setFocus();
}

void OutboxPage::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

void OutboxPage::setLine(const SyncStatus &line)
{
    m_desk->setLine(line);
}

void OutboxPage::retry()
{
    m_desk->refresh();
    Q_EMIT retryAsked();
}

void OutboxPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &key, std::function<void()> act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    bind(Qt::Key_F5, [this] { retry(); });
    if (m_courier)
        bind(QKeySequence(QStringLiteral("Ctrl+E")), m_courier);
    m_table->installEventFilter(this);
    m_search->installEventFilter(this);
}

// The slash acts in the list only, so that it can be typed into the search.
bool OutboxPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_table && key == Qt::Key_Slash) {
        m_search->setFocus();
        m_search->selectAll();
        return true;
    }
    if (watched == m_table && enter) {
        m_detail->openCase();
        return true;
    }
    if (watched == m_search && (enter || key == Qt::Key_Down || key == Qt::Key_Escape)) {
        if (key == Qt::Key_Escape)
            m_search->clear();
        m_table->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QList<ShellKey> OutboxPage::keys() const
{
    auto *self = const_cast<OutboxPage *>(this);
    QList<ShellKey> keys{{QStringLiteral("↑↓"), tr("Choose"), [self] { self->m_table->setFocus(); }},
                         {QStringLiteral("/"), tr("Find"), [self] { self->m_search->setFocus(); }},
                         {QStringLiteral("F5"), tr("Try now"), [self] { self->retry(); }}};
    if (m_desk->view())
        keys.append({QStringLiteral("Enter"), tr("See the case"), [self] { self->m_detail->openCase(); }});
    if (m_courier)
        keys.append({QStringLiteral("Ctrl+E"), tr("Export"), m_courier});
    return keys;
}

void OutboxPage::refreshTotals()
{
    const OutboxTotals &totals = m_desk->totals();
    QStringList counts{tr("%n case(s)", nullptr, totals.cases)};
    if (totals.pages > 0)
        counts << tr("%n page(s)", "in the head", totals.pages) << amountWords(totals.bytes);
    if (totals.needHand > 0)
        counts << tr("%n need(s) a hand", nullptr, totals.needHand);
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    m_progressBox->setVisible(totals.cases > 0);
    m_progress->setMaximum(1000);
    m_progress->setValue(totals.bytes > 0 ? static_cast<int>(totals.bytesThere * 1000 / totals.bytes) : 0);
    m_there->setText(totals.bytes > 0 ? tr("%1 of %2 are at the platform, the rest goes on from there")
                                            .arg(amountWords(totals.bytesThere), amountWords(totals.bytes))
                                      : tr("No pages wait, only records."));
    m_progress->setAccessibleName(m_there->text());
    tick();
}

void OutboxPage::refreshState()
{
    const SyncStatus &line = m_desk->line();
    const bool stopped = line.line == LineCondition::Stopped;
    const bool troubled = line.problem && (stopped || line.line == LineCondition::Down);
    const std::optional<Error> error = m_desk->error() ? m_desk->error()
                                       : troubled      ? line.problem
                                                       : std::nullopt;
    m_trouble->setVisible(error.has_value());
    if (error) {
        const ErrorText text = errorText(*error);
        m_troubleWords->setText(tr("%1 (code %2)").arg(text.inOneLine(), text.code));
        const QString tone = m_desk->error() ? QStringLiteral("error")
                             : stopped       ? QStringLiteral("warn")
                                             : QStringLiteral("local");
        if (m_trouble->property("banner").toString() != tone) {
            m_trouble->setProperty("banner", tone);
            m_trouble->style()->unpolish(m_trouble);
            m_trouble->style()->polish(m_trouble);
        }
    }
    refreshMessage();
    tick();
}

void OutboxPage::refreshMessage()
{
    if (!m_desk->rows().isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_desk->error())
        m_message->setText(tr("The outbox could not be read. Try again with F5."));
    else if (!m_desk->wasLoaded())
        m_message->setText(m_desk->isSlow() ? tr("Reading the outbox…") : QString());
    else if (!m_desk->text().isEmpty())
        m_message->setText(tr("No waiting case fits “%1”.").arg(m_desk->text()));
    else
        m_message->setText(emptyWords());
    m_stack->setCurrentIndex(1);
}

// That nothing waits is said of cases; that everything arrived only where the platform has said it.
QString OutboxPage::emptyWords() const
{
    const SyncStatus &line = m_desk->line();
    const bool all = line.outbox.unsentEvents == 0 && line.outbox.unsentPages == 0 && line.lastSuccess;
    if (!all)
        return tr("No case waits.");
    return tr("No case waits. Everything had arrived at %1.")
        .arg(pointWords(*line.lastSuccess, m_desk->now()));
}

void OutboxPage::tick()
{
    m_attempt->setText(attemptWords(m_desk->line(), m_desk->now()));
    const auto &oldest = m_desk->totals().oldest;
    m_age->setVisible(oldest.has_value());
    if (!oldest)
        return;
    const QString age = durationWords(oldest->msecsTo(m_desk->now()));
    const bool late = m_desk->isTooOld();
    const QString limit = QString::number(m_desk->ageLimit());
    QString toDo = tr("If there is still no line after %1 hours, tell the county's IT desk.").arg(limit);
    if (late)
        toDo = m_courier
                   ? tr("More than %1 hours: export it and take it to the town centre.").arg(limit)
                   : tr("More than %1 hours: tell the county's IT desk now. Nothing is lost.").arg(limit);
    else if (m_courier)
        toDo = tr("If there is still no line after %1 hours, export it and take it to the town centre.")
                   .arg(limit);
    m_age->setText(tr("The oldest case has been kept here for %1. ").arg(age) + toDo);
    if (m_age->property("tone").toString() == (late ? QLatin1String("warn") : QLatin1String("")))
        return;
    m_age->setProperty("tone", late ? QStringLiteral("warn") : QString());
    m_age->style()->unpolish(m_age);
    m_age->style()->polish(m_age);
}

} // namespace yichuang
