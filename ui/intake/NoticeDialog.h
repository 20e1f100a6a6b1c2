#pragma once

#include "intake/Outcome.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace yichuang::intakeui {

// The one-time notice before it is issued: everything that is missing, what it is for and how to get it. The
// clerk may word it, strike a line out or add one; it can be issued once only, so the list is shown whole.
class NoticeDialog final : public QDialog
{
    Q_OBJECT
public:
    NoticeDialog(const QString &itemName, const QList<MissingThing> &missing, QWidget *parent = nullptr);

    QList<MissingThing> missing() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &itemName);
    void addRow(const MissingThing &thing);
    void refresh();

    QTableWidget *m_table;
    QPushButton *m_issue = nullptr;
};

} // namespace yichuang::intakeui
