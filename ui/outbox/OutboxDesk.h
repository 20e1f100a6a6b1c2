#pragma once

#include "base/Clock.h"
#include "domain/Case.h"
#include "store/Store.h"
#include "sync/SyncStatus.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace yichuang {

// What of the chosen case is not at the platform, with what is known of the case itself.
struct OutboxCaseView
{
    OutboxCase row;
    OutboxParts parts;
    QList<HistoryEntry> history; // of the case, for the words of its parts
};

// What the outbox screen shows, without its window: the cases that wait, a page at a time, the search in
// them, the chosen one, and the state of the line. Every question to the store is asynchronous; an answer to
// an older question is dropped, and what is on the screen stays there meanwhile.
class OutboxDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 200;
    static constexpr int slowMilliseconds = 300;
    // How old the oldest unsent part may be before it is to be carried by hand; a setting of the store, in
    // hours, under this name.
    static constexpr const char *ageSetting = "outbox.most-hours";
    static constexpr int mostHours = 72;

    // Both outlive the desk.
    OutboxDesk(Store &store, const Clock &clock, QObject *parent = nullptr);

    const QList<OutboxCase> &rows() const { return m_list.cases; }
    const OutboxTotals &totals() const { return m_list.totals; }
    const SyncStatus &line() const { return m_line; }
    const QString &text() const { return m_text; }
    QDateTime now() const { return m_clock.now(); }
    int ageLimit() const { return m_ageLimit; } // hours
    bool isTooOld() const;

    std::optional<CaseId> selected() const { return m_selected; }
    int selectedRow() const; // -1 where it is not in the list
    const std::optional<OutboxCaseView> &view() const { return m_view; }

    bool isLoading() const { return m_loading; }
    bool isSlow() const { return m_slow; }
    bool wasLoaded() const { return !m_loadedAt.isNull(); }
    const std::optional<Error> &error() const { return m_error; }

    void setLine(const SyncStatus &line);
    void refresh();
    void search(const QString &text); // asked when the typing pauses
    void loadMore();
    void select(const CaseId &id);

Q_SIGNALS:
    void rowsChanged();
    void viewChanged();
    void stateChanged();

private:
    void ask();
    void take(const Result<OutboxList> &list);
    void askView();
    void askAgeLimit();

    Store &m_store;
    const Clock &m_clock;
    OutboxList m_list;
    SyncStatus m_line;
    QString m_text;
    std::optional<CaseId> m_selected;
    std::optional<OutboxCaseView> m_view;
    std::optional<Error> m_error;
    QDateTime m_loadedAt;
    QTimer m_slowTimer, m_typing, m_changes;
    int m_limit = pageSize;
    int m_ageLimit = mostHours;
    int m_question = 0;
    int m_viewQuestion = 0;
    bool m_loading = false;
    bool m_slow = false;
    bool m_mayHaveMore = false;
};

} // namespace yichuang
