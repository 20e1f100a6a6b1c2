// How the column is put together.
#include "ui/intake/StyleWords.h"
#include "ui/intake/VerdictColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::intakeui {

QWidget *VerdictColumn::buildVerdict()
{
    m_verdict = new QFrame(this);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setProperty("verdict", true);
    m_sign = new QLabel(m_verdict);
    m_sign->setProperty("role", QStringLiteral("sign"));
    m_headline = new QLabel(m_verdict);
    m_headline->setObjectName(QStringLiteral("verdictHeadline"));
    m_headline->setProperty("role", QStringLiteral("verdictHeadline"));
    m_headline->setWordWrap(true);
    m_detail = new QLabel(m_verdict);
    m_detail->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_sign);
    head->addWidget(m_headline, 1);
    auto *layout = new QVBoxLayout(m_verdict);
    layout->setContentsMargins(14, 12, 14, 10);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_detail);
    m_gapLayout = new QVBoxLayout;
    m_gapLayout->setSpacing(0);
    layout->addLayout(m_gapLayout);
    m_more = new QLabel(m_verdict);
    m_more->setProperty("role", QStringLiteral("secondary"));
    layout->addWidget(m_more);
    return m_verdict;
}

QWidget *VerdictColumn::buildMaterialsHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(40);
    auto *title = new QLabel(tr("Materials"), head);
    title->setProperty("role", QStringLiteral("panelTitle"));
    m_count = new QLabel(head);
    m_count->setProperty("role", QStringLiteral("secondary"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->addWidget(title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    return head;
}

QWidget *VerdictColumn::buildLineKeys()
{
    m_lineKeys = new QLabel(this);
    m_lineKeys->setObjectName(QStringLiteral("lineKeys"));
    m_lineKeys->setProperty("role", QStringLiteral("secondary"));
    m_lineKeys->setWordWrap(true);
    m_lineKeys->setContentsMargins(14, 4, 14, 4);
    m_lineKeys->hide();
    return m_lineKeys;
}

QWidget *VerdictColumn::buildDue()
{
    auto *due = new QFrame(this);
    due->setObjectName(QStringLiteral("due"));
    due->setProperty("footer", true);
    auto *title = new QLabel(tr("Committed date"), due);
    title->setProperty("role", QStringLiteral("secondary"));
    m_due = new QLabel(due);
    m_due->setObjectName(QStringLiteral("dueHeadline"));
    m_due->setProperty("role", QStringLiteral("figure"));
    m_limits = new QLabel(due);
    m_limits->setObjectName(QStringLiteral("dueLimits"));
    m_skips = new QLabel(due);
    m_skips->setObjectName(QStringLiteral("dueSkips"));
    for (QLabel *label : {m_limits, m_skips}) {
        label->setProperty("role", QStringLiteral("secondary"));
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    auto *layout = new QGridLayout(due);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setVerticalSpacing(2);
    layout->addWidget(title, 0, 0);
    layout->addWidget(m_limits, 0, 1);
    layout->addWidget(m_due, 1, 0);
    layout->addWidget(m_skips, 1, 1);
    layout->setColumnStretch(1, 1);
    return due;
}

QWidget *VerdictColumn::buildButtons()
{
    auto *buttons = new QWidget(this);
    KeyButton *park = keyButton(tr("Park"), QStringLiteral("F6"), buttons);
    KeyButton *notify = keyButton(tr("One-time notice"), QStringLiteral("F7"), buttons);
    park->setObjectName(QStringLiteral("park"));
    notify->setObjectName(QStringLiteral("notify"));
    m_primary = keyButton(QString(), QStringLiteral("F9"), buttons);
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setProperty("rank", QStringLiteral("verdict"));
    for (KeyButton *button : {park, notify})
        button->setProperty("rank", QStringLiteral("action"));
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(park, 2);
    first->addWidget(notify, 3);
    auto *layout = new QVBoxLayout(buttons);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(first);
    layout->addWidget(m_primary);
    connect(park, &QPushButton::clicked, this, &VerdictColumn::parkAsked);
    connect(notify, &QPushButton::clicked, this, &VerdictColumn::notifyAsked);
    connect(m_primary, &QPushButton::clicked, this, &VerdictColumn::primaryAsked);
    return buttons;
}

} // namespace yichuang::intakeui
