#include "ui/outbox/OutboxDesk.h"

#include <algorithm>

namespace yichuang {

namespace {

constexpr int typingMilliseconds = 120;
// A long backlog on its way changes many times a second; it is asked for a few times.
constexpr int gatherMilliseconds = 250;

} // namespace

OutboxDesk::OutboxDesk(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
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
    connect(&m_typing, &QTimer::timeout, this, &OutboxDesk::ask);
    connect(&m_changes, &QTimer::timeout, this, &OutboxDesk::ask);
    // Not started anew by each change: then a steady stream of them would never be shown.
    const auto gather = [this] {
        if (wasLoaded() && !m_changes.isActive())
            m_changes.start();
    };
    connect(&store, &Store::outboxChanged, this, gather);
    connect(&store, &Store::uploadAdvanced, this, gather);
    connect(&store, &Store::caseChanged, this, gather);
}

bool OutboxDesk::isTooOld() const
{
    const auto &oldest = m_list.totals.oldest;
    return oldest && oldest->secsTo(m_clock.now()) >= 3600LL * m_ageLimit;
}

int OutboxDesk::selectedRow() const
{
    for (int row = 0; row < m_list.cases.size(); ++row) {
        if (m_selected && m_list.cases[row].id == *m_selected)
            return row;
    }
    return -1;
}

void OutboxDesk::setLine(const SyncStatus &line)
{
    m_line = line;
    Q_EMIT stateChanged();
}

void OutboxDesk::refresh()
{
    askAgeLimit();
    ask();
}

void OutboxDesk::search(const QString &text)
{
    if (m_text == text.simplified())
        return;
    m_text = text.simplified();
    m_limit = pageSize;
    m_typing.start();
}

void OutboxDesk::loadMore()
{
    if (!m_mayHaveMore || m_loading)
        return;
    m_limit += pageSize;
    ask();
}

void OutboxDesk::ask()
{
    m_typing.stop();
    m_loading = true;
    m_slow = false;
    m_slowTimer.start();
    Q_EMIT stateChanged();
    const int question = ++m_question;
    whenFinished(m_store.outboxCases({m_text, m_limit, 0}), this,
                 [this, question](const Result<OutboxList> &list) {
                     if (question == m_question)
                         take(list);
                 });
}

void OutboxDesk::take(const Result<OutboxList> &list)
{
    m_slowTimer.stop();
    m_loading = m_slow = false;
    if (list) {
        m_error.reset();
        m_mayHaveMore = list->cases.size() >= m_limit;
        m_list = *list;
        m_loadedAt = m_clock.now();
        if (selectedRow() < 0)
            m_selected = m_list.cases.isEmpty() ? std::nullopt : std::optional(m_list.cases.first().id);
        Q_EMIT rowsChanged();
        askView();
    } else {
        m_error = list.error();
    }
    Q_EMIT stateChanged();
}

void OutboxDesk::select(const CaseId &id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    askView();
}

void OutboxDesk::askView()
{
    const int question = ++m_viewQuestion;
    const int row = selectedRow();
    if (row < 0) {
        m_view.reset();
        Q_EMIT viewChanged();
        return;
    }
    OutboxCaseView view;
    view.row = m_list.cases[row];
    const auto parts =
        chained(m_store.outboxParts(view.row.id), this, [this, view](const OutboxParts &found) {
            OutboxCaseView with = view;
            with.parts = found;
            return chained(m_store.loadCase(view.row.id), this, [with](const CaseDetail &detail) {
                OutboxCaseView whole = with;
                whole.history = detail.value.history;
                return finished(Result<OutboxCaseView>(whole));
            });
        });
    whenFinished(parts, this, [this, question](const Result<OutboxCaseView> &found) {
        if (question != m_viewQuestion)
            return;
        if (found)
            m_view = *found;
        else
            m_error = found.error();
        Q_EMIT viewChanged();
        Q_EMIT stateChanged();
    });
}

void OutboxDesk::askAgeLimit()
{
    whenFinished(m_store.setting(QLatin1String(ageSetting)), this, [this](const Result<QByteArray> &value) {
        const int hours = value ? value->toInt() : 0;
        m_ageLimit = hours > 0 ? hours : mostHours;
        Q_EMIT stateChanged();
    });
}

} // namespace yichuang
