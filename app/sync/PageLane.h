#pragma once

#include "store/Store.h"
#include "sync/PlatformClient.h"

#include <QSet>

namespace yichuang {

// Sends the pages that cases name, one after the other. A page that cannot be sent holds up none behind it
// (SYNC.md rule 10), and events that were written meanwhile go before the next page (rule 11).
class PageLane : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        std::optional<Error> failure; // of the line or the platform: nothing more could be sent
        std::optional<Error> parked;  // the last of those that only held for one page
        bool eventsWait = false;      // the lane made way for events; begin it again after them
    };

    PageLane(Store &store, PlatformClient &client, QObject *parent = nullptr);

    // Sends until nothing is left but what was parked; ends with `ended`, once. `yields` where events that
    // are not sent yet go first.
    void start(bool yields);
    // A new round: what was parked is tried again.
    void forgetParked() { m_parked.clear(); }
    // Without an answer; what comes of the step under way is ignored.
    void abandon() { ++m_round; }

Q_SIGNALS:
    void moved(); // a step was answered
    void ended(const yichuang::PageLane::Outcome &outcome);

private:
    void next();
    void choose(const QList<PendingPage> &pending);
    void ask(const QList<PendingPage> &pending);
    void sendOne();
    void sent(const PendingPage &page);
    void failed(const PendingPage &page, const Error &error);
    void end(Outcome outcome);
    template <typename T, typename Function>
    void after(const Pending<T> &pending, Function function);
    template <typename T, typename Next>
    void then(const Pending<T> &pending, Next next);

    Store &m_store;
    PlatformClient &m_client;
    QList<PendingPage> m_wanted; // the platform said that it lacks these
    QSet<QByteArray> m_parked;   // digests
    std::optional<Error> m_problem;
    bool m_yields = true;
    int m_round = 0;
};

} // namespace yichuang
