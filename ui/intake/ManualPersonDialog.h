#pragma once

#include "domain/Case.h"

#include <QDate>
#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace yichuang::intakeui {

// A person typed in because no card could be read: number, name, and why. The number is checked as it is
// left; sex and birth come from it.
class ManualPersonDialog final : public QDialog
{
    Q_OBJECT
public:
    ManualPersonDialog(const QString &role, QDate today, QWidget *parent = nullptr);

    Party person() const;
    QString reason() const;

private:
    void build();
    void check();
    QString fault() const; // in words; empty where all holds

    QString m_role;
    QDate m_today;
    QLineEdit *m_number;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QComboBox *m_reason;
    QLabel *m_fault;
    QPushButton *m_take;
};

} // namespace yichuang::intakeui
