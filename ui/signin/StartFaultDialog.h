#pragma once

#include "ui/widgets/ErrorText.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace yichuang {

// Says why the workstation cannot open. Where the data is damaged it offers to bring out what can be read,
// which moves the damaged files aside and deletes nothing.
class StartFaultDialog final : public QDialog
{
    Q_OBJECT

public:
    StartFaultDialog(const ErrorText &text, bool mayBringOut, QWidget *parent = nullptr);

    void showReport(qint64 events, qint64 lost, int drafts, const QString &quarantine);

Q_SIGNALS:
    void bringOutAsked();
    void goOnAsked(); // after the report

private:
    QLabel *addLine(const QString &text, const char *role);
    void addButton(const QString &text, const QString &key, bool isPrimary,
                   void (StartFaultDialog::*asked)());

    QVBoxLayout *m_lines;
    QList<QWidget *> m_buttons;
};

} // namespace yichuang
