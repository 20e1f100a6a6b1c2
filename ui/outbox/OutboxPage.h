#pragma once

#include "ui/outbox/OutboxDesk.h"
#include "ui/shell/ShellPage.h"

#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace yichuang {

class KeyButton;
class OutboxDetailPanel;
class OutboxTable;

// 待上传 (STYLE.md section 5, 6): which cases wait, in which order, how much of them is at the platform, what
// needs a hand, and when the line is tried again. The data is this machine's; it works the same without a
// line.
class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    // `courier` begins an export to a USB stick; without one it is not offered.
    using Courier = std::function<void()>;
    // Says in words what an event of a case is.
    using EntryWords = std::function<QString(const HistoryEntry &)>;

    OutboxPage(Store &store, const Clock &clock, EntryWords entryWords, Courier courier,
               QWidget *parent = nullptr);

    QList<ShellKey> keys() const;
    OutboxDesk &desk() { return *m_desk; }
    void setLine(const SyncStatus &line);

Q_SIGNALS:
    void retryAsked(); // F5: the line is to be tried now
    void caseAsked(const yichuang::CaseId &id, const QString &number);
    void keysChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildHead();
    QWidget *buildProgress();
    QWidget *buildTrouble();
    QWidget *buildMessage();
    QWidget *buildFoot();
    void bindKeys();
    void retry();
    void shareWidth();
    void refreshTotals();
    void refreshState();
    void refreshMessage();
    void tick(); // what counts in seconds
    QString emptyWords() const;

    OutboxDesk *m_desk;
    Courier m_courier;
    QLabel *m_counts, *m_there, *m_attempt, *m_troubleWords, *m_message, *m_age;
    QFrame *m_trouble;
    QWidget *m_progressBox;
    QProgressBar *m_progress;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    OutboxTable *m_table;
    OutboxDetailPanel *m_detail;
    QTimer m_tick;
};

} // namespace yichuang
