#pragma once

#include "intake/MatterView.h"
#include "intake/Outcome.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace yichuang::intakeui {

// Why a matter is not taken: no permit needed, or not accepted, with reason, legal ground, who is competent
// instead and what the person may do about it (行政许可法 32).
class DeclineDialog final : public QDialog
{
    Q_OBJECT
public:
    // What the verdict already knows is filled in; the clerk may word it.
    DeclineDialog(const QString &itemName, const MatterVerdict &verdict, const QString &ground,
                  QWidget *parent = nullptr);

    Refusal refusal() const;

private:
    void build(const QString &itemName);
    void check();

    QComboBox *m_outcome;
    QPlainTextEdit *m_reason;
    QLineEdit *m_ground;
    QLineEdit *m_authority;
    QLineEdit *m_remedy;
    QLabel *m_fault;
};

} // namespace yichuang::intakeui
