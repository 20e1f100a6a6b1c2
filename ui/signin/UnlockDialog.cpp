#include "ui/signin/UnlockDialog.h"

#include "ui/widgets/KeyButton.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace yichuang {

UnlockDialog::UnlockDialog(const QString &why, QWidget *parent)
    : QDialog(parent)
    , m_passphrase(new QLineEdit(this))
    , m_wrong(new QLabel(this))
{
    setObjectName(QStringLiteral("unlockDialog"));
    setWindowTitle(tr("Open this station's data"));
    auto *reason = new QLabel(why, this);
    reason->setWordWrap(true);
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase of this station"));
    m_passphrase->setPlaceholderText(m_passphrase->accessibleName());
    m_wrong->setProperty("role", QStringLiteral("banner"));
    m_wrong->setWordWrap(true);
    auto *open = new KeyButton(tr("Open"), QStringLiteral("Enter"), this);
    open->setProperty("primary", true);
    open->setProperty("ready", true);
    open->setProperty("rank", QStringLiteral("action"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(10);
    for (QWidget *widget : {static_cast<QWidget *>(reason), static_cast<QWidget *>(m_passphrase),
                            static_cast<QWidget *>(m_wrong), static_cast<QWidget *>(open)})
        layout->addWidget(widget);
    setMinimumWidth(460);
    connect(open, &QPushButton::clicked, this, [this] {
        if (!m_passphrase->text().isEmpty())
            Q_EMIT passphraseGiven(m_passphrase->text());
    });
}

void UnlockDialog::showWrong(const QString &words)
{
    m_wrong->setText(words);
    m_passphrase->selectAll();
    m_passphrase->setFocus();
}

} // namespace yichuang
