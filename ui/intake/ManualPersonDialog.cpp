#include "ui/intake/ManualPersonDialog.h"

#include "domain/Dates.h"
#include "domain/IdNumber.h"
#include "domain/PersonName.h"
#include "domain/PhoneNumber.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yichuang::intakeui {

ManualPersonDialog::ManualPersonDialog(const QString &role, QDate today, QWidget *parent)
    : QDialog(parent)
    , m_role(role)
    , m_today(today)
    , m_number(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_reason(new QComboBox(this))
    , m_fault(new QLabel(this))
    , m_take(new QPushButton(tr("Enter by hand"), this))
{
    setWindowTitle(tr("Person without a card"));
    m_number->setObjectName(QStringLiteral("manualNumber"));
    m_name->setObjectName(QStringLiteral("manualName"));
    m_address->setObjectName(QStringLiteral("manualAddress"));
    m_phone->setObjectName(QStringLiteral("manualPhone"));
    m_reason->setObjectName(QStringLiteral("manualReason"));
    m_fault->setObjectName(QStringLiteral("manualFault"));
    m_take->setObjectName(QStringLiteral("manualTake"));
    build();
}

void ManualPersonDialog::build()
{
    m_reason->addItem(tr("Choose a reason"), QString());
    m_reason->addItem(tr("The reader does not work"), QStringLiteral("reader-out-of-order"));
    m_reason->addItem(tr("The card is damaged"), QStringLiteral("card-damaged"));
    m_reason->addItem(tr("The card was left at home; another document was shown"),
                      QStringLiteral("other-document"));
    m_reason->addItem(tr("An agent hands it in"), QStringLiteral("agent"));
    m_fault->setWordWrap(true);
    m_fault->setProperty("tone", QStringLiteral("error"));
    auto *form = new QFormLayout(this);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto row = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        field->setMinimumWidth(320);
        form->addRow(label, field);
    };
    row(tr("ID number"), m_number);
    row(tr("Name"), m_name);
    row(tr("Address"), m_address);
    row(tr("Telephone"), m_phone);
    row(tr("Why by hand"), m_reason);
    form->addRow(m_fault);
    auto *buttons = new QDialogButtonBox(this);
    m_take->setDefault(true);
    m_take->setProperty("primary", true);
    buttons->addButton(m_take, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Go back"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(m_number, &QLineEdit::editingFinished, this, &ManualPersonDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        check();
        if (m_fault->text().isEmpty())
            accept();
    });
}

QString ManualPersonDialog::fault() const
{
    const auto number = IdNumber::parse(m_number->text(), m_today);
    if (!number && number.error() == IdNumberFault::WrongCheckDigit)
        return tr("The last digit of the number does not fit the others. Compare it with the document.");
    if (!number)
        return tr("This is not an 18-digit ID number. Compare it with the document.");
    if (!PersonName::parse(m_name->text()))
        return tr("Type the name as it stands on the document.");
    if (!m_phone->text().isEmpty() && !PhoneNumber::parse(m_phone->text()))
        return tr("The telephone number has the wrong length or beginning.");
    if (reason().isEmpty())
        return tr("Choose why the person is typed in; it goes into the record.");
    return {};
}

void ManualPersonDialog::check()
{
    const bool untouched = m_name->text().isEmpty() && reason().isEmpty() && sender() == m_number;
    const auto number = IdNumber::parse(m_number->text(), m_today);
    m_fault->setText(untouched && number ? QString() : fault());
}

Party ManualPersonDialog::person() const
{
    Party party;
    party.role = m_role;
    party.kind = QStringLiteral("person");
    party.idType = QStringLiteral("111");
    party.address = m_address->text().trimmed();
    if (const auto name = PersonName::parse(m_name->text()))
        party.name = name->text();
    if (const auto number = IdNumber::parse(m_number->text(), m_today)) {
        party.idNumber = number->text();
        party.sex = toCode(number->sex());
        party.birth = toString(number->birth());
    }
    if (const auto phone = PhoneNumber::parse(m_phone->text()))
        party.phone = phone->text();
    return party;
}

QString ManualPersonDialog::reason() const
{
    return m_reason->currentData().toString();
}

} // namespace yichuang::intakeui
