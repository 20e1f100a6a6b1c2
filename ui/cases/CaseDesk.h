#pragma once

#include "base/Clock.h"
#include "domain/WorkingCalendar.h"
#include "store/Store.h"
#include "ui/cases/CaseWords.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace yichuang {

// What the cases screen shows, without its window: one list of the store, the search in it, the chosen case.
// Every question to the store is asynchronous; an answer to an older question is dropped. What is on the
// screen stays there, with its time, while the store is asked again or does not answer.
class CaseDesk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 200;
    static constexpr int slowMilliseconds = 300;
    static constexpr int typingMilliseconds = 120;

    // All of them outlive the desk.
    CaseDesk(Store &store, const WorkingCalendar &calendar, const Clock &clock, QObject *parent = nullptr);

    CaseFilter filter() const { return m_filter; }
    const QString &text() const { return m_text; }
    const QList<CaseRow> &rows() const { return m_rows; }
    const CaseCounts &counts() const { return m_counts; }
    bool mayHaveMore() const { return m_mayHaveMore; }
    int newCases() const { return m_newCases; } // that came since; shown by refresh()

    std::optional<CaseId> selected() const { return m_selected; }
    int selectedRow() const; // -1 where it is not in the list
    const std::optional<CaseDetail> &detail() const { return m_detail; }

    bool isLoading() const { return m_loading; }
    bool isSlow() const { return m_slow; } // long enough to say so
    const std::optional<Error> &error() const { return m_error; }
    QDateTime loadedAt() const { return m_loadedAt; } // null before the first answer
    QDate today() const { return businessDate(m_clock.now()); }
    Remaining remaining(const CaseRow &row) const { return remainingOf(row, m_calendar, today()); }

    void choose(CaseFilter filter);
    void search(const QString &text); // asked when the typing pauses
    void select(const CaseId &id);
    void refresh();
    void loadMore();

Q_SIGNALS:
    void rowsChanged();
    void countsChanged();
    void detailChanged();
    void stateChanged();

private:
    CaseQuery query() const;
    void ask();
    void take(const Result<QList<CaseRow>> &rows);
    void update();
    void merge(const QList<CaseRow> &fresh);
    void askCounts();
    void askDetail();
    void selectSomething();

    Store &m_store;
    const WorkingCalendar &m_calendar;
    const Clock &m_clock;
    CaseFilter m_filter = CaseFilter::Open;
    QString m_text;
    QList<CaseRow> m_rows;
    CaseCounts m_counts;
    std::optional<CaseId> m_selected;
    std::optional<CaseDetail> m_detail;
    std::optional<Error> m_error;
    QDateTime m_loadedAt;
    QTimer m_slowTimer, m_typing, m_changes;
    int m_question = 0; // the number of the last one asked
    int m_limit = pageSize;
    int m_newCases = 0;
    bool m_loading = false;
    bool m_slow = false;
    bool m_mayHaveMore = false;
};

} // namespace yichuang
