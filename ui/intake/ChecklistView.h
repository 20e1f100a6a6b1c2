#pragma once

#include "intake/ChecklistLine.h"

#include <QAbstractListModel>
#include <QListView>

namespace yichuang::intakeui {

class VerdictPresenter;

// The materials checklist as rows: sign, name, how it stands, and its tag. Keys on the row in focus: Enter or
// Space seen at the counter, S scan, R reuse, M exempt, Q defer, Del takes the statement back.
class ChecklistView final : public QListView
{
    Q_OBJECT
public:
    explicit ChecklistView(VerdictPresenter &presenter, QWidget *parent = nullptr);

    void focusLine(const QString &line);
    QString currentLine() const;

Q_SIGNALS:
    void checkAsked(const QString &line);
    void scanAsked(const QString &line);
    void reuseAsked(const QString &line);
    void exemptAsked(const QString &line);
    void deferAsked(const QString &line);
    void clearAsked(const QString &line);
    void focusMoved(); // another row, or the focus came or went

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    VerdictPresenter &m_presenter;
};

} // namespace yichuang::intakeui
