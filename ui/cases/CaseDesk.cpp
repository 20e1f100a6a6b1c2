#include "ui/cases/CaseDesk.h"

#include <algorithm>

namespace yichuang {

namespace {

// What came in several events at once is asked for once.
constexpr int gatherMilliseconds = 50;

const CaseRow *rowOf(const QList<CaseRow> &rows, const CaseId &id)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&](const CaseRow &row) { return row.id == id; });
    return found == rows.cend() ? nullptr : &*found;
}

} // namespace

CaseDesk::CaseDesk(Store &store, const WorkingCalendar &calendar, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calendar(calendar)
    , m_clock(clock)
{
    for (QTimer *timer : {&m_slowTimer, &m_typing, &m_changes})
        timer->setSingleShot(true);
    m_slowTimer.setInterval(slowMilliseconds);
    m_typing.setInterval(typingMilliseconds);
    m_changes.setInterval(gatherMilliseconds);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        m_slow = true;
        Q_EMIT stateChanged();
    });
    connect(&m_typing, &QTimer::timeout, this, &CaseDesk::ask);
    connect(&m_changes, &QTimer::timeout, this, &CaseDesk::update);
    connect(&store, &Store::caseChanged, &m_changes, qOverload<>(&QTimer::start));
    connect(&store, &Store::outboxChanged, &m_changes, qOverload<>(&QTimer::start));
}

int CaseDesk::selectedRow() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_selected && m_rows[row].id == *m_selected)
            return row;
    }
    return -1;
}

CaseQuery CaseDesk::query() const
{
    CaseQuery query;
    query.filter = m_filter;
    query.text = m_text;
    query.today = today();
    query.limit = m_limit;
    return query;
}

void CaseDesk::choose(CaseFilter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_limit = pageSize;
    ask();
}

void CaseDesk::search(const QString &text)
{
    if (m_text == text.trimmed())
        return;
    m_text = text.trimmed();
    m_limit = pageSize;
    m_typing.start();
}

void CaseDesk::refresh()
{
    ask();
}

void CaseDesk::loadMore()
{
    if (!m_mayHaveMore || m_loading)
        return;
    m_limit += pageSize;
    ask();
}

void CaseDesk::ask()
{
    m_typing.stop();
    m_loading = true;
    m_slow = false;
    m_slowTimer.start();
    Q_EMIT stateChanged();
    const int question = ++m_question;
    whenFinished(m_store.cases(query()), this, [this, question](const Result<QList<CaseRow>> &rows) {
        if (question == m_question)
            take(rows);
    });
    askCounts();
}

void CaseDesk::take(const Result<QList<CaseRow>> &rows)
{
    m_slowTimer.stop();
    m_loading = m_slow = false;
    m_newCases = 0;
    if (rows) {
        m_error.reset();
        m_rows = *rows;
        m_mayHaveMore = rows->size() >= m_limit;
        m_loadedAt = m_clock.now();
        selectSomething();
        Q_EMIT rowsChanged();
    } else {
        m_error = rows.error();
    }
    Q_EMIT stateChanged();
}

// The chosen case stays chosen while it is in the list; else the first one.
void CaseDesk::selectSomething()
{
    if (selectedRow() < 0)
        m_selected = m_rows.isEmpty() ? std::nullopt : std::optional(m_rows.first().id);
    askDetail();
}

void CaseDesk::select(const CaseId &id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    askDetail();
}

void CaseDesk::askDetail()
{
    if (!m_selected) {
        m_detail.reset();
        Q_EMIT detailChanged();
        return;
    }
    const CaseId wanted = *m_selected;
    whenFinished(m_store.loadCase(wanted), this, [this, wanted](const Result<CaseDetail> &detail) {
        if (m_selected != wanted)
            return;
        if (detail)
            m_detail = *detail;
        else
            m_error = detail.error();
        Q_EMIT detailChanged();
        Q_EMIT stateChanged();
    });
}

void CaseDesk::askCounts()
{
    whenFinished(m_store.counts(today()), this, [this](const Result<CaseCounts> &counts) {
        if (!counts)
            return;
        m_counts = *counts;
        Q_EMIT countsChanged();
    });
}

// Something changed behind the list: what it shows is brought up to date where it stands, and cases that are
// new in it wait, so that no row moves under the cursor.
void CaseDesk::update()
{
    askCounts();
    askDetail(); // also where it only reached the platform
    if (m_loading)
        return;
    if (m_rows.isEmpty()) {
        ask();
        return;
    }
    const int question = m_question;
    whenFinished(m_store.cases(query()), this, [this, question](const Result<QList<CaseRow>> &rows) {
        if (question == m_question && rows)
            merge(*rows);
    });
}

void CaseDesk::merge(const QList<CaseRow> &fresh)
{
    QList<CaseRow> kept;
    for (const CaseRow &row : std::as_const(m_rows)) {
        if (const CaseRow *now = rowOf(fresh, row.id))
            kept.append(*now);
        else if (m_selected == row.id)
            kept.append(row); // stays until the clerk leaves it
    }
    const auto added = std::count_if(fresh.cbegin(), fresh.cend(),
                                     [&](const CaseRow &row) { return !rowOf(m_rows, row.id); });
    m_newCases = static_cast<int>(added);
    m_rows = kept;
    m_loadedAt = m_clock.now();
    Q_EMIT rowsChanged();
    Q_EMIT stateChanged();
}

} // namespace yichuang
