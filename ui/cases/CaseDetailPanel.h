#pragma once

#include "ui/cases/CaseDesk.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QListView;

namespace yichuang {

class CaseLogModel;
class KeyButton;

// The chosen case: who and what, how often she came, how much time is left, its papers with their print
// state, and everything that happened.
class CaseDetailPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit CaseDetailPanel(CaseDesk &desk, QWidget *parent = nullptr);

    bool hasCase() const;
    // The paper that F10 prints again: one whose print was not confirmed, else the one printed last.
    QString paperToReprint() const;
    void copyNumber();
    void reprint();

Q_SIGNALS:
    void reprintAsked(const yichuang::CaseId &id, const QString &paper);
    void numberCopied(const QString &number);

private:
    QWidget *buildHead();
    QWidget *buildFigures();
    QWidget *buildPapers();
    QWidget *buildFoot();
    void refresh();
    void showFigures(const Case &value);
    void showPapers(const QList<PrintedPaper> &papers);
    void showNotice(const CaseDetail &detail);
    QWidget *paperRow(const PrintedPaper &paper);

    CaseDesk &m_desk;
    QWidget *m_content;
    QLabel *m_empty;
    QLabel *m_item, *m_state, *m_person, *m_number;
    QLabel *m_visits, *m_left, *m_due;
    QFrame *m_notice;
    QLabel *m_noticeWords;
    QFrame *m_papers;
    QBoxLayout *m_paperRows;
    QLabel *m_logCount;
    CaseLogModel *m_log;
    KeyButton *m_copy, *m_reprint;
};

} // namespace yichuang
