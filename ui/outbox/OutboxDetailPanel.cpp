#include "ui/outbox/OutboxDetailPanel.h"

#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxWords.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yichuang {

namespace {

// More events than a person reads; the rest is counted.
constexpr int mostLines = 30;

QLabel *label(const char *name, const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setProperty("role", QLatin1String(role));
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::NoTextInteraction);
    return made;
}

} // namespace

OutboxDetailPanel::OutboxDetailPanel(OutboxDesk &desk, EntryWords entryWords, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_entryWords(std::move(entryWords))
    , m_content(new QWidget(this))
    , m_person(label("outboxPerson", "title", m_content))
    , m_item(label("outboxItem", "", m_content))
    , m_number(label("outboxNumber", "secondary", m_content))
    , m_why(label("outboxWhy", "", m_content))
    , m_unsent(label("outboxUnsent", "groupHead", m_content))
    , m_open(new KeyButton(tr("See the case"), QStringLiteral("Enter"), this))
{
    setProperty("panel", true);
    setAccessibleName(tr("The chosen case"));
    m_number->setWordWrap(false); // case numbers never break
    auto *lines = new QWidget(m_content);
    m_lines = new QVBoxLayout(lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(14, 12, 14, 12);
    inside->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_item), static_cast<QWidget *>(m_number),
          static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_unsent), lines})
        inside->addWidget(part);
    inside->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    auto *foot = new QFrame(this);
    foot->setProperty("footer", true);
    m_open->setObjectName(QStringLiteral("outboxOpen"));
    m_open->setProperty("rank", QStringLiteral("action"));
    (new QVBoxLayout(foot))->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(foot);
    connect(m_open, &QPushButton::clicked, this, &OutboxDetailPanel::openCase);
    connect(&desk, &OutboxDesk::viewChanged, this, &OutboxDetailPanel::refresh);
    connect(&desk, &OutboxDesk::stateChanged, this, &OutboxDetailPanel::refreshWhy);
    refresh();
}

void OutboxDetailPanel::openCase()
{
    if (m_desk.view())
        Q_EMIT caseAsked(m_desk.view()->row.id, m_desk.view()->row.number);
}

void OutboxDetailPanel::refresh()
{
    const bool any = m_desk.view().has_value();
    m_content->setVisible(any);
    m_open->setEnabled(any);
    if (!any)
        return;
    const OutboxCase &row = m_desk.view()->row;
    m_person->setText(row.applicant);
    m_item->setText(row.itemName);
    m_number->setText(row.number);
    const OutboxParts &parts = m_desk.view()->parts;
    qint64 bytes = 0;
    for (const OutboxParts::Page &page : parts.pages)
        bytes += page.bytes - page.bytesThere;
    QStringList left;
    if (!parts.events.isEmpty())
        left << tr("%n record(s)", nullptr, static_cast<int>(parts.events.size()));
    if (!parts.pages.isEmpty())
        left << pagesWords(static_cast<int>(parts.pages.size()), bytes);
    if (!parts.refused.isEmpty())
        left << tr("%n record(s) set aside", nullptr, static_cast<int>(parts.refused.size()));
    m_unsent->setText(tr("Not at the platform: %1").arg(left.join(QStringLiteral("，"))));
    showParts();
    refreshWhy();
}

void OutboxDetailPanel::refreshWhy()
{
    if (!m_desk.view())
        return;
    const OutboxCase &row = m_desk.view()->row;
    const bool hand = !row.refusal.isEmpty();
    m_why->setText(whyWords(row, m_desk.line()));
    m_why->setStyleSheet(hand ? QStringLiteral("color: %1").arg(theme().tokens().warn.name()) : QString());
}

void OutboxDetailPanel::showParts()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const OutboxCaseView &view = *m_desk.view();
    int lines = 0, unsaid = 0;
    for (const HistoryEntry &entry : view.history) {
        const auto refused = std::find_if(view.parts.refused.begin(), view.parts.refused.end(),
                                          [&](const auto &each) { return each.event == entry.event; });
        const bool isRefused = refused != view.parts.refused.end();
        if (!isRefused && !view.parts.events.contains(entry.event))
            continue;
        if (++lines > mostLines) {
            ++unsaid;
            continue;
        }
        addLine(m_entryWords(entry),
                isRefused ? tr("set aside by the platform") : tr("only on this machine"));
    }
    if (unsaid > 0)
        addLine(tr("and %n more", nullptr, unsaid), {});
    int number = 0;
    for (const OutboxParts::Page &page : view.parts.pages) {
        if (++number > mostLines)
            break;
        addLine(tr("Page %1, %2").arg(number).arg(amountWords(page.bytes)),
                page.bytesThere > 0
                    ? tr("%1 % there").arg(page.bytesThere * 100 / qMax<qint64>(1, page.bytes))
                    : tr("only on this machine"));
    }
}

void OutboxDetailPanel::addLine(const QString &words, const QString &detail)
{
    auto *line = new QWidget(m_content);
    auto *what = label("outboxPart", "", line);
    what->setText(words);
    auto *how = label("outboxPartState", "secondary", line);
    how->setText(detail);
    how->setWordWrap(false);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(what, 1);
    layout->addWidget(how);
    m_lines->addWidget(line);
}

} // namespace yichuang
