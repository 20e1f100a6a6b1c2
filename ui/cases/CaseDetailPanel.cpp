#include "ui/cases/CaseDetailPanel.h"

#include "domain/Mask.h"
#include "ui/cases/CaseLog.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStyle>

#include <algorithm>

namespace yichuang {

namespace {

QLabel *label(const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QFrame *section(const char *kind, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty(kind, true);
    return made;
}

void put(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setTone(QWidget *widget, const char *tone)
{
    put(widget, "tone", QString::fromLatin1(tone));
}

const char *toneOf(CaseState state)
{
    switch (state) {
    case CaseState::AwaitSupplement:
    case CaseState::Suspended:
        return "warn";
    case CaseState::NotAccepted:
    case CaseState::Voided:
        return "error";
    case CaseState::Received:
    case CaseState::InProcess:
        return "info";
    default:
        return "ok";
    }
}

const char *toneOf(Remaining::Urgency urgency)
{
    switch (urgency) {
    case Remaining::Urgency::Past:
        return "error";
    case Remaining::Urgency::Soon:
        return "warn";
    default:
        return "";
    }
}

} // namespace

CaseDetailPanel::CaseDetailPanel(CaseDesk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_content(new QWidget(this))
    , m_empty(label("secondary", this))
{
    setObjectName(QStringLiteral("caseDetail"));
    setProperty("panel", true);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(buildHead());
    content->addWidget(buildFigures());
    m_notice = section("bar", this);
    m_notice->setObjectName(QStringLiteral("caseNotice"));
    m_noticeWords = label("secondary", m_notice);
    m_noticeWords->setWordWrap(true);
    auto *notice = new QVBoxLayout(m_notice);
    notice->setContentsMargins(14, 10, 14, 10);
    notice->addWidget(m_noticeWords);
    content->addWidget(m_notice);
    content->addWidget(buildPapers());
    auto *log = new QListView(this);
    m_log = new CaseLogModel(this);
    log->setModel(m_log);
    log->setItemDelegate(new CaseLogDelegate(this));
    log->setObjectName(QStringLiteral("caseLog"));
    log->setAccessibleName(tr("Record of the case"));
    log->setSelectionMode(QAbstractItemView::NoSelection);
    log->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 10, 14, 6);
    head->setSpacing(8);
    auto *title = label("panelTitle", this);
    title->setText(tr("Record"));
    m_logCount = label("secondary", this);
    head->addWidget(title);
    head->addWidget(m_logCount, 1);
    content->addLayout(head);
    content->addWidget(log, 1);
    content->addWidget(buildFoot());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("Choose a case to see its record."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_content);
    layout->addWidget(m_empty);
    connect(&desk, &CaseDesk::detailChanged, this, &CaseDetailPanel::refresh);
    refresh();
}

QWidget *CaseDetailPanel::buildHead()
{
    QFrame *head = section("bar", this);
    m_item = label("title", head);
    m_item->setWordWrap(true);
    m_state = label("tag", head);
    m_state->setObjectName(QStringLiteral("caseState"));
    m_person = label("secondary", head);
    m_person->setWordWrap(true);
    m_number = label("secondary", head);
    m_number->setObjectName(QStringLiteral("caseNumber"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *first = new QHBoxLayout;
    first->addWidget(m_item, 1);
    first->addWidget(m_state, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(14, 12, 14, 10);
    layout->setSpacing(3);
    layout->addLayout(first);
    layout->addWidget(m_person);
    layout->addWidget(m_number);
    return head;
}

QWidget *CaseDetailPanel::buildFigures()
{
    QFrame *bar = section("bar", this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 8, 14, 10);
    layout->setSpacing(14);
    const auto figure = [&](const QString &caption) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        auto *name = label("secondary", bar);
        name->setText(caption);
        auto *value = label("verdictHeadline", bar);
        column->addWidget(name);
        column->addWidget(value);
        column->addStretch(1);
        layout->addLayout(column, 1);
        return value;
    };
    m_visits = figure(tr("Visits"));
    m_visits->setWordWrap(true); // "too many" goes under its number before a date is cut
    m_left = figure(tr("Time left"));
    m_due = figure(tr("Promised by"));
    return bar;
}

QWidget *CaseDetailPanel::buildPapers()
{
    m_papers = section("bar", this);
    m_papers->setObjectName(QStringLiteral("casePapers"));
    auto *title = label("panelTitle", m_papers);
    title->setText(tr("Papers"));
    auto *layout = new QVBoxLayout(m_papers);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(4);
    layout->addWidget(title);
    m_paperRows = new QVBoxLayout;
    m_paperRows->setSpacing(2);
    layout->addLayout(m_paperRows);
    return m_papers;
}

QWidget *CaseDetailPanel::buildFoot()
{
    QFrame *foot = section("footer", this);
    m_copy = new KeyButton(tr("Copy number"), QStringLiteral("Ctrl+C"), foot);
    m_reprint = new KeyButton(tr("Print again"), QStringLiteral("F10"), foot);
    m_reprint->setObjectName(QStringLiteral("reprint"));
    m_reprint->setProperty("primary", true);
    for (KeyButton *button : {m_copy, m_reprint})
        button->setProperty("rank", QStringLiteral("action"));
    connect(m_copy, &QPushButton::clicked, this, &CaseDetailPanel::copyNumber);
    connect(m_reprint, &QPushButton::clicked, this, &CaseDetailPanel::reprint);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(m_copy);
    layout->addWidget(m_reprint, 1);
    return foot;
}

bool CaseDetailPanel::hasCase() const
{
    return m_desk.detail().has_value();
}

void CaseDetailPanel::refresh()
{
    m_content->setVisible(hasCase());
    m_empty->setVisible(!hasCase());
    if (!hasCase())
        return;
    const CaseDetail &detail = *m_desk.detail();
    const Case &value = detail.value;
    m_item->setText(value.itemName);
    m_state->setText(stateWords(value.state));
    setTone(m_state, toneOf(value.state));
    const Party *applicant = value.applicant();
    QStringList person;
    if (applicant)
        person << applicant->name << mask::idNumber(applicant->idNumber) << mask::phone(applicant->phone);
    person.removeAll(QString());
    m_person->setText(person.join(QStringLiteral(" · ")));
    m_number->setText(value.number);
    showFigures(value);
    showNotice(detail);
    showPapers(value.papers);
    m_logCount->setText(tr("%n entries", nullptr, static_cast<int>(value.history.size())));
    m_log->show(value.history, m_desk.today());
}

void CaseDetailPanel::showFigures(const Case &value)
{
    CaseRow row;
    row.state = value.state;
    row.committedDue = value.committedDue;
    row.respondBy = value.respondBy;
    const Remaining left = m_desk.remaining(row);
    m_left->setText(left.words);
    setTone(m_left, toneOf(left.urgency));
    m_due->setText(value.committedDue.isValid() ? dayWords(value.committedDue, m_desk.today())
                                                : QStringLiteral("—"));
    const int visits = value.visitCount();
    m_visits->setText(visits > 1 ? tr("%1, too many").arg(visits) : QString::number(visits));
    setTone(m_visits, visits > 1 ? "error" : "");
}

// What the clerk must know before anything else: two versions, a paper that perhaps is not out, not sent yet.
void CaseDetailPanel::showNotice(const CaseDetail &detail)
{
    const QList<PrintedPaper> &papers = detail.value.papers;
    const bool unconfirmed = std::any_of(papers.cbegin(), papers.cend(),
                                         [](const PrintedPaper &paper) { return !paper.confirmed; });
    QString words;
    const char *kind = "local";
    if (!detail.value.conflicts.isEmpty()) {
        words = tr("Two stations changed this case. Both versions are kept; settle it under To do.");
        kind = "warn";
    } else if (unconfirmed) {
        words = tr(
            "A paper was sent to the printer and not confirmed. Look whether it came out; if not, print it "
            "again with F10. The number stays.");
        kind = "warn";
    } else if (detail.sending == SendState::SetAside) {
        words = tr("The platform sent a part of this case back. It is kept here; see the outbox.");
        kind = "error";
    } else if (detail.sending != SendState::Sent) {
        words = tr("Kept on this machine; %1 entries and %2 pages wait to be sent. Nothing needs to be done.")
                    .arg(detail.eventsToSend)
                    .arg(detail.pagesToSend);
    }
    m_notice->setVisible(!words.isEmpty());
    m_noticeWords->setText(words);
    put(m_notice, "banner", QString::fromLatin1(kind));
}

QWidget *CaseDetailPanel::paperRow(const PrintedPaper &paper)
{
    auto *row = new QWidget(m_papers);
    auto *name = new QLabel(paperWords(paper.paper), row);
    auto *number = label("secondary", row);
    number->setText(paper.copy > 1 ? tr("copy %1").arg(paper.copy) : QString());
    auto *tag = label("tag", row);
    tag->setText(paper.confirmed ? tr("printed") : paper.refused ? tr("not printed") : tr("not confirmed"));
    tag->setProperty("tone", QString::fromLatin1(paper.confirmed ? "ok" : "warn"));
    auto *again = new QPushButton(tr("Print again"), row);
    again->setProperty("bare", true);
    again->setAccessibleName(tr("Print %1 again").arg(paperWords(paper.paper)));
    connect(again, &QPushButton::clicked, this, [this, code = paper.paper] {
        if (m_desk.selected())
            Q_EMIT reprintAsked(*m_desk.selected(), code);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name);
    layout->addWidget(number, 1);
    layout->addWidget(tag);
    layout->addWidget(again);
    return row;
}

void CaseDetailPanel::showPapers(const QList<PrintedPaper> &papers)
{
    while (QLayoutItem *old = m_paperRows->takeAt(0)) {
        old->widget()->deleteLater();
        delete old;
    }
    // Of each paper the last copy tells how it stands.
    QStringList shown;
    for (auto paper = papers.crbegin(); paper != papers.crend(); ++paper) {
        if (shown.contains(paper->paper))
            continue;
        shown.append(paper->paper);
        m_paperRows->addWidget(paperRow(*paper));
    }
    m_papers->setVisible(!papers.isEmpty());
    m_reprint->setEnabled(!papers.isEmpty());
    put(m_reprint, "ready", !papers.isEmpty());
}

QString CaseDetailPanel::paperToReprint() const
{
    if (!hasCase() || m_desk.detail()->value.papers.isEmpty())
        return {};
    const QList<PrintedPaper> &papers = m_desk.detail()->value.papers;
    const auto open = std::find_if(papers.crbegin(), papers.crend(),
                                   [](const PrintedPaper &paper) { return !paper.confirmed; });
    return open == papers.crend() ? papers.last().paper : open->paper;
}

void CaseDetailPanel::reprint()
{
    if (const QString paper = paperToReprint(); !paper.isEmpty())
        Q_EMIT reprintAsked(m_desk.detail()->value.id, paper);
}

void CaseDetailPanel::copyNumber()
{
    if (!hasCase())
        return;
    QGuiApplication::clipboard()->setText(m_desk.detail()->value.number);
    Q_EMIT numberCopied(m_desk.detail()->value.number);
}

} // namespace yichuang
