#include "ui/intake/DeclineDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace yichuang::intakeui {

DeclineDialog::DeclineDialog(const QString &itemName, const MatterVerdict &verdict, const QString &ground,
                             QWidget *parent)
    : QDialog(parent)
    , m_outcome(new QComboBox(this))
    , m_reason(new QPlainTextEdit(this))
    , m_ground(new QLineEdit(verdict.ground.isEmpty() ? ground : verdict.ground, this))
    , m_authority(new QLineEdit(verdict.authority, this))
    , m_remedy(new QLineEdit(tr("Ask for review within 60 days, or sue within 6 months"), this))
    , m_fault(new QLabel(this))
{
    setWindowTitle(tr("Do not accept"));
    m_outcome->setObjectName(QStringLiteral("declineOutcome"));
    m_reason->setObjectName(QStringLiteral("declineReason"));
    m_ground->setObjectName(QStringLiteral("declineGround"));
    m_authority->setObjectName(QStringLiteral("declineAuthority"));
    m_remedy->setObjectName(QStringLiteral("declineRemedy"));
    m_reason->setPlainText(verdict.reason);
    build(itemName);
}

void DeclineDialog::build(const QString &itemName)
{
    m_outcome->addItem(tr("Not accepted: not for this authority, or not permitted"),
                       QStringLiteral("not-accepted"));
    m_outcome->addItem(tr("No application needed for this matter"), QStringLiteral("not-required"));
    m_reason->setTabChangesFocus(true);
    m_reason->setMinimumHeight(72);
    m_fault->setWordWrap(true);
    m_fault->setProperty("tone", QStringLiteral("error"));
    auto *form = new QFormLayout(this);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *title = new QLabel(itemName, this);
    title->setProperty("role", QStringLiteral("title"));
    form->addRow(title);
    const auto row = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        field->setMinimumWidth(420);
        form->addRow(label, field);
    };
    row(tr("Outcome"), m_outcome);
    row(tr("Reason"), m_reason);
    row(tr("Legal ground"), m_ground);
    row(tr("Where to go instead"), m_authority);
    row(tr("Remedy"), m_remedy);
    form->addRow(m_fault);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *back = buttons->addButton(tr("Go back"), QDialogButtonBox::RejectRole);
    QPushButton *issue = buttons->addButton(tr("Issue and print"), QDialogButtonBox::AcceptRole);
    issue->setObjectName(QStringLiteral("declineIssue"));
    issue->setProperty("danger", true);
    // Enter in a text neither closes nor issues; on a button it does what the button says.
    for (QPushButton *button : {back, issue}) {
        button->setAutoDefault(false);
        auto *enter = new QShortcut(Qt::Key_Return, button);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, button, &QPushButton::click);
    }
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &DeclineDialog::check);
}

void DeclineDialog::check()
{
    const Refusal typed = refusal();
    const bool needsAll = typed.outcome == u"not-accepted";
    if (typed.reason.isEmpty())
        m_fault->setText(tr("Write the reason in words the person can follow."));
    else if (needsAll && (typed.ground.isEmpty() || typed.remedy.isEmpty()))
        m_fault->setText(tr("A refusal needs its legal ground and what the person may do about it."));
    else
        accept();
}

Refusal DeclineDialog::refusal() const
{
    return {m_outcome->currentData().toString(), m_reason->toPlainText().trimmed(),
            m_ground->text().trimmed(), m_authority->text().trimmed(), m_remedy->text().trimmed()};
}

} // namespace yichuang::intakeui
