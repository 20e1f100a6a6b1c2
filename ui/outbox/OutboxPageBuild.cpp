// How the screen is put together.
#include "ui/outbox/OutboxPage.h"
#include "ui/outbox/OutboxTable.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>

namespace yichuang {

namespace {

QFrame *strip(const char *kind, const QVariant &value, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty(kind, value);
    return made;
}

QLabel *label(const char *name, const char *role, QWidget *parent, const QString &words = {})
{
    auto *made = new QLabel(words, parent);
    made->setObjectName(QLatin1String(name));
    made->setProperty("role", QLatin1String(role));
    return made;
}

} // namespace

QWidget *OutboxPage::buildHead()
{
    QFrame *head = strip("head", true, this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(10);
    m_counts = label("outboxCounts", "secondary", head);
    auto *here = label("outboxHere", "tag", head, tr("all kept on this machine"));
    here->setProperty("tone", QStringLiteral("local"));
    m_search = new QLineEdit(head);
    m_search->setObjectName(QStringLiteral("outboxSearch"));
    m_search->setPlaceholderText(tr("Name, item, number  /"));
    m_search->setAccessibleName(tr("Find a waiting case"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(60);
    atEveryTextSize(m_search, [](QLineEdit *search) { search->setFixedWidth(theme().px(210)); });
    connect(m_search, &QLineEdit::textChanged, m_desk, &OutboxDesk::search);
    layout->addWidget(label("outboxTitle", "panelTitle", head, tr("To send")));
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_search);
    layout->addWidget(here);
    return head;
}

QWidget *OutboxPage::buildProgress()
{
    m_progressBox = strip("bar", true, this);
    m_progress = new QProgressBar(m_progressBox);
    m_progress->setTextVisible(false);
    m_progress->setProperty("tone", QStringLiteral("local"));
    m_there = label("outboxThere", "secondary", m_progressBox);
    m_attempt = label("outboxAttempt", "secondary", m_progressBox);
    auto *words = new QHBoxLayout;
    words->addWidget(m_there, 1);
    words->addWidget(m_attempt);
    auto *layout = new QVBoxLayout(m_progressBox);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_progress);
    layout->addLayout(words);
    return m_progressBox;
}

QWidget *OutboxPage::buildTrouble()
{
    m_trouble = strip("banner", QStringLiteral("local"), this);
    m_trouble->setObjectName(QStringLiteral("outboxTrouble"));
    m_troubleWords = label("outboxTroubleWords", "secondary", m_trouble);
    m_troubleWords->setWordWrap(true);
    auto *layout = new QHBoxLayout(m_trouble);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->addWidget(m_troubleWords);
    m_trouble->hide();
    return m_trouble;
}

QWidget *OutboxPage::buildMessage()
{
    auto *message = new QWidget(this);
    m_message = label("outboxMessage", "panelTitle", message);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    auto *layout = new QVBoxLayout(message);
    layout->addStretch(2);
    layout->addWidget(m_message);
    layout->addStretch(3);
    return message;
}

QWidget *OutboxPage::buildFoot()
{
    auto *foot = new QWidget(this);
    QFrame *note = strip("footer", true, foot);
    m_age = label("outboxAge", "secondary", note);
    m_age->setWordWrap(true);
    auto *inNote = new QVBoxLayout(note);
    inNote->setContentsMargins(14, 6, 14, 6);
    inNote->addWidget(m_age);
    QFrame *bar = strip("footer", true, foot);
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(12, 10, 12, 10);
    buttons->setSpacing(8);
    if (m_courier) {
        auto *carry = new KeyButton(tr("Export to a USB stick"), QStringLiteral("Ctrl+E"), bar);
        carry->setObjectName(QStringLiteral("outboxCourier"));
        carry->setProperty("rank", QStringLiteral("action"));
        connect(carry, &QPushButton::clicked, this, m_courier);
        buttons->addWidget(carry, 1);
    }
    auto *again = new KeyButton(tr("Try now"), QStringLiteral("F5"), bar);
    again->setObjectName(QStringLiteral("outboxRetry"));
    again->setProperty("rank", QStringLiteral("action"));
    again->setProperty("primary", true);
    again->setProperty("ready", true);
    connect(again, &QPushButton::clicked, this, &OutboxPage::retry);
    buttons->addWidget(again, 1);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(note);
    layout->addWidget(bar);
    return foot;
}

QWidget *OutboxPage::buildList()
{
    QFrame *frame = strip("panel", true, this);
    m_stack = new QStackedWidget(frame);
    m_table = new OutboxTable(*m_desk, m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(buildMessage());
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(buildProgress());
    layout->addWidget(buildTrouble());
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildFoot());
    return frame;
}

} // namespace yichuang
