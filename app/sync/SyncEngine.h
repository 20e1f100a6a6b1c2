#pragma once

#include "store/Store.h"
#include "sync/Backoff.h"
#include "sync/PlatformClient.h"
#include "sync/SyncStatus.h"
#include "sync/Triage.h"

#include <QTimer>

namespace yichuang {

// Keeps this station and the platform together: the log first, then the feed, then the pages; by itself when
// something was written, every half minute, and after a pause when the line was down. One step at a time,
// each of which may be cut anywhere: what the platform has acknowledged is remembered, what it has not is
// sent again and answered as known.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds afterWriting{300};
        std::chrono::milliseconds idle{30000};
        std::chrono::milliseconds firstPause{1000};
        std::chrono::milliseconds longestPause{300000};
        int batchEvents = 500;
        qint64 batchBytes = 700 * 1024; // of event bytes; base64 and JSON add a third
    };

    SyncEngine(Store &store, PlatformClient &client, const Clock &clock, RandomSource &random, Pace pace,
               QObject *parent = nullptr);

    void start();
    // Now, whatever the pause; F5 and 'try again'.
    void synchroniseNow();
    const SyncStatus &status() const { return m_status; }

Q_SIGNALS:
    void statusChanged(const yichuang::SyncStatus &status);
    // A run ended with everything sent and fetched.
    void caughtUp();
    // Other stations' events came in.
    void received(int events);

private:
    void run();
    void readState();
    void push();
    void pushed(qint64 after, const QList<OutboxEvent> &sent, const Result<PushReply> &reply);
    void acknowledge(const QList<OutboxEvent> &sent, const PushReply &reply);
    void markPages(const PushReply &reply);
    void pull();
    void pulled(const Result<PullReply> &reply);
    void pages();
    void sendPages(QList<PendingPage> pages);
    void sendPage(const PendingPage &page, QList<PendingPage> rest);
    void succeed();
    void fail(const Error &error);
    void restart(const Error &error);
    void beginFeedAnew(const QString &epoch, qint64 acknowledged);
    void scheduleIn(std::chrono::milliseconds pause);
    void refreshStatus();
    // Goes on with the value, or fails the run.
    template <typename T, typename Next>
    void then(const Pending<T> &pending, Next next);

    Store &m_store;
    PlatformClient &m_client;
    const Clock &m_clock;
    Pace m_pace;
    Backoff m_backoff;
    QTimer m_timer;
    SyncState m_state;
    SyncStatus m_status;
    int m_batchEvents;
    int m_restarts = 0;
    bool m_again = false; // something was written during the run
};

} // namespace yichuang
