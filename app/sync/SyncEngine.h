#pragma once

#include "domain/ClockTrust.h"
#include "store/Store.h"
#include "sync/Backoff.h"
#include "sync/PageLane.h"
#include "sync/PlatformClient.h"
#include "sync/SyncStatus.h"
#include "sync/Triage.h"

#include <QTimer>

namespace yichuang {

// Keeps this station and the platform together: the log first, then the feed, then the pages; by itself when
// something was written, every half minute, and after a pause when the line was down. One step at a time,
// each of which may be cut anywhere: what the platform has acknowledged is remembered, what it has not is
// sent again and answered as known. A run that makes no progress is given up and begun again.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds afterWriting{300};
        std::chrono::milliseconds idle{30000};
        std::chrono::milliseconds firstPause{1000};
        // With the time limit of a request (HttpPlatformClient) at most 30 s: a line that is back is used
        // within that.
        std::chrono::milliseconds longestPause{15000};
        // What a person must look at does not change by asking often.
        std::chrono::milliseconds whileStopped{300000};
        // A step without any sign of life; far above the time limits of single requests.
        std::chrono::milliseconds stall{240000};
        int batchEvents = 500;
        qint64 batchBytes = 700 * 1024; // of event bytes; base64 and JSON add a third
        // From here on an empty answer where this much was acknowledged is a question (SYNC.md rule 9).
        qint64 much = 100;
    };

    SyncEngine(Store &store, PlatformClient &client, const Clock &clock, RandomSource &random, Pace pace,
               QObject *parent = nullptr);

    void start();
    // Now, whatever the pause; F5 and 'try again'.
    void synchroniseNow();
    // After PlatformEmptied, when a person has decided it: everything of this station is sent there again.
    void goOnWithEmptiedPlatform();
    const SyncStatus &status() const { return m_status; }
    const ClockJudge &clockJudge() const { return m_judge; }

Q_SIGNALS:
    void statusChanged(const yichuang::SyncStatus &status);
    // A run ended with everything sent and fetched.
    void caughtUp();
    // Other stations' events came in.
    void received(int events);
    // A person must look. Once for each trouble, however often it is met again.
    void stopped(const yichuang::Error &problem);

private:
    void run();
    void push();
    void pushBatch(const QList<OutboxEvent> &events);
    void pushed(qint64 after, const QList<OutboxEvent> &sent, const Result<PushReply> &reply);
    void pushFailed(qsizetype events, const Error &error);
    void acknowledge(const QList<OutboxEvent> &sent, const PushReply &reply);
    void checkEnd(const PushReply &reply);
    void markPages(const PushReply &reply);
    void pull();
    void pulled(const Result<PullReply> &reply);
    void applied(bool more, int fresh);
    void pages();
    void pagesEnded(const PageLane::Outcome &outcome);
    void finish();
    void succeed(const SyncState &state);
    void restUntilNext(const OutboxStatus &outbox);
    void fail(const Error &error);
    void enterStop(const Error &error);
    void endRun();
    void restart(const Error &error);
    void restarted(const PlatformStatus &status);
    void goBackTo(const PlatformStatus &status);
    void scheduleIn(std::chrono::milliseconds pause);
    void refreshStatus();
    void hear();
    void judgeClock();
    void keepTime(qint64 instant);
    // Goes on with the result, unless the run was given up meanwhile.
    template <typename T, typename Function>
    void after(const Pending<T> &pending, Function function);
    // Goes on with the value, or fails the run.
    template <typename T, typename Next>
    void then(const Pending<T> &pending, Next next);

    Store &m_store;
    PlatformClient &m_client;
    const Clock &m_clock;
    Pace m_pace;
    Backoff m_backoff;
    PageLane m_pages;
    ClockJudge m_judge;
    QTimer m_timer;
    QTimer m_watch; // of the run under way
    SyncState m_state;
    SyncStatus m_status;
    std::optional<Error> m_parked; // what held only for single items of this run
    std::optional<ErrorCode> m_stoppedBy;
    QString m_emptiedAccepted; // the epoch that a person said yes to
    int m_run = 0;
    int m_batchEvents;
    int m_restarts = 0;
    bool m_pushBlocked = false; // one event is refused: the other lanes go on without those behind it
    qint64 m_timeKept = 0;
};

template <typename T, typename Function>
void SyncEngine::after(const Pending<T> &pending, Function function)
{
    whenFinished(pending, this, [this, run = m_run, function = std::move(function)](const Result<T> &result) {
        if (run != m_run)
            return;
        hear();
        function(result);
    });
}

template <typename T, typename Next>
void SyncEngine::then(const Pending<T> &pending, Next next)
{
    after(pending, [this, next = std::move(next)](const Result<T> &result) {
        if (!result)
            return fail(result.error());
        if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

} // namespace yichuang
