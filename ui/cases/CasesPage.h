#pragma once

#include "ui/cases/CaseDesk.h"

#include <QWidget>

#include <functional>

class QButtonGroup;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace yichuang {

class CaseDetailPanel;
class CaseTable;

// The cases screen (STYLE.md section 5, 4): the lists with the time that is left, and the chosen case. Works
// the same without a line; what is on the screen stays while the store is asked.
class CasesPage final : public QWidget
{
    Q_OBJECT
public:
    using ErrorWords = std::function<QString(const Error &)>;

    CasesPage(Store &store, const WorkingCalendar &calendar, const Clock &clock, ErrorWords errorWords,
              QWidget *parent = nullptr);

    // A key that works now, for the key bar.
    struct Key
    {
        QString key;
        QString word;
        std::function<void()> act;
    };
    QList<Key> keys() const;

    CaseDesk &desk() { return *m_desk; }
    void setOnline(bool online); // whether the platform is in reach
    void focusSearch();          // Ctrl+K
    // From another screen; the number is searched for, so that it is found in any number of cases.
    void showCase(const CaseId &id, const QString &number);

Q_SIGNALS:
    void reprintAsked(const yichuang::CaseId &id, const QString &paper);
    void refreshAsked(); // F5: also the way to the platform is to be tried
    void keysChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildTabs();
    QWidget *buildSearch();
    QWidget *buildBanners();
    QWidget *buildMessage();
    QWidget *buildFoot();
    void bindKeys();
    void shareWidth();
    void refreshTabs();
    void refreshState();
    void showMessage(const QString &what, const QString &wayOn);
    bool focusFilter();

    CaseDesk *m_desk;
    ErrorWords m_errorWords;
    QButtonGroup *m_tabs;
    QLineEdit *m_search;
    QFrame *m_offline, *m_failed, *m_fresh;
    QLabel *m_failedWords, *m_freshWords;
    QStackedWidget *m_stack;
    CaseTable *m_table;
    QLabel *m_message;
    QPushButton *m_wayOn;
    QLabel *m_foot;
    QLabel *m_loaded;
    CaseDetailPanel *m_detail;
    bool m_asked = false;
};

} // namespace yichuang
