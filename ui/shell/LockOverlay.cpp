#include "ui/shell/LockOverlay.h"

#include "ui/widgets/KeyButton.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace yichuang {

LockOverlay::LockOverlay(QWidget *parent)
    : QFrame(parent)
    , m_who(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_open(new KeyButton(tr("Go on"), QStringLiteral("Enter"), this))
    , m_other(new KeyButton(tr("Another clerk"), QStringLiteral("F4"), this))
    , m_wrong(new QLabel(this))
{
    setObjectName(QStringLiteral("lockOverlay"));
    setProperty("page", true);
    setAttribute(Qt::WA_StyledBackground);
    setAutoFillBackground(true);
    m_who->setProperty("role", QStringLiteral("title"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setObjectName(QStringLiteral("unlockPassword"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setFixedWidth(300);
    m_open->setProperty("primary", true);
    m_open->setProperty("ready", true);
    m_open->setProperty("rank", QStringLiteral("action"));
    m_open->setFixedWidth(300);
    m_other->setObjectName(QStringLiteral("otherClerk"));
    m_other->setProperty("rank", QStringLiteral("action"));
    m_other->setFixedWidth(300);
    auto *changes = new QShortcut(Qt::Key_F4, this);
    changes->setContext(Qt::WidgetWithChildrenShortcut);
    connect(changes, &QShortcut::activated, this, &LockOverlay::otherClerkAsked);
    connect(m_other, &QPushButton::clicked, this, &LockOverlay::otherClerkAsked);
    m_wrong->setProperty("role", QStringLiteral("banner"));
    auto *note = new QLabel(tr("The window is paused. What is filled in is kept as it is."), this);
    note->setProperty("role", QStringLiteral("secondary"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_who), static_cast<QWidget *>(note), static_cast<QWidget *>(m_password),
          static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_other), static_cast<QWidget *>(m_wrong)})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_password, &QLineEdit::returnPressed, this, &LockOverlay::give);
    connect(m_open, &QPushButton::clicked, this, &LockOverlay::give);
    parent->installEventFilter(this);
    hide();
}

void LockOverlay::cover(const QString &clerk)
{
    m_before = QApplication::focusWidget();
    m_who->setText(clerk);
    m_password->clear();
    m_wrong->clear();
    setGeometry(parentWidget()->rect());
    setBehindEnabled(false);
    show();
    raise();
    m_password->setFocus();
}

void LockOverlay::showWrong(const QString &words)
{
    m_wrong->setText(words);
    m_password->selectAll();
    m_password->setFocus();
}

void LockOverlay::uncover()
{
    hide();
    m_password->clear();
    setBehindEnabled(true);
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    m_before = nullptr;
}

// A disabled widget's shortcuts rest, and no key walks the focus behind the cover.
void LockOverlay::setBehindEnabled(bool enabled)
{
    for (QWidget *behind : parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (behind != this)
            behind->setEnabled(enabled);
    }
}

void LockOverlay::give()
{
    if (!m_password->text().isEmpty())
        Q_EMIT passwordGiven(m_password->text());
}

bool LockOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QFrame::eventFilter(watched, event);
}

} // namespace yichuang
