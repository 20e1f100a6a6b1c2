#pragma once

#include "ui/shell/ShellPage.h"

#include <QMainWindow>

class QStackedWidget;

namespace yichuang {

class Clock;
class KeyBar;
class LineBand;
class LockOverlay;
class Rail;
class StatusModel;
class Toast;
class TopBar;

// The frame of the work: rail, top bar, one page, key bar. The pages come from outside.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const StatusModel &status, const Clock &clock, QWidget *parent = nullptr);

    void addPage(const ShellPage &page);
    void showPage(const QString &id);
    QString currentPage() const { return m_current; }
    void refreshKeys();
    void say(const QString &text, bool isError);
    LockOverlay &lockOverlay() { return *m_lock; }

    // The page behind the state of the line, which the band and the tag lead to. In a frame where it is not
    // always on the rail it stands there while something waits or the line is not up.
    void setOutboxPage(const QString &id, bool always);

Q_SIGNALS:
    void lockAsked();
    void syncAsked();
    void searchAsked();
    void pageShown(const QString &id);

private:
    void bind(const QKeySequence &key, std::function<void()> act);
    void refreshStatus();
    void showHelp();
    QList<ShellKey> keysNow() const;

    const StatusModel &m_status;
    Rail *m_rail;
    TopBar *m_top;
    LineBand *m_band;
    QStackedWidget *m_stack;
    KeyBar *m_keys;
    Toast *m_toast;
    LockOverlay *m_lock;
    QList<ShellPage> m_pages;
    QString m_current;
    QString m_outbox; // the page's id
    bool m_outboxAlways = true;
};

} // namespace yichuang
