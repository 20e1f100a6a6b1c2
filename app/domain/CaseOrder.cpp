#include "domain/CaseOrder.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace yichuang {

namespace {

bool precedes(const Event &a, const Event &b)
{
    return std::tie(a.time, a.device, a.sequence, a.id) < std::tie(b.time, b.device, b.sequence, b.id);
}

// Two events of one id exist only where somebody lies; their bytes then decide which one counts.
bool precedesStrictly(const Event *a, const Event *b)
{
    if (precedes(*a, *b) || precedes(*b, *a))
        return precedes(*a, *b);
    return *a != *b && serialise(*a) < serialise(*b);
}

struct Graph
{
    std::vector<std::vector<int>> parents, children;
    std::vector<int> waiting; // parents that are not yet placed

    explicit Graph(const std::vector<const Event *> &events)
        : parents(events.size())
        , children(events.size())
        , waiting(events.size())
    {
        QHash<EventId, int> indices;
        for (size_t i = 0; i < events.size(); ++i)
            indices.insert(events[i]->id, static_cast<int>(i));
        for (size_t i = 0; i < events.size(); ++i) {
            for (const EventId &parent : events[i]->parents)
                link(static_cast<int>(i), indices.value(parent, -1));
        }
    }

    void link(int child, int parent)
    {
        auto &known = parents[static_cast<size_t>(child)];
        if (parent < 0 || parent == child || std::find(known.begin(), known.end(), parent) != known.end())
            return;
        known.push_back(parent);
        children[static_cast<size_t>(parent)].push_back(child);
        ++waiting[static_cast<size_t>(child)];
    }

    // Kahn's algorithm; among the ready ones the smallest index first. Where only cycles are left, the
    // smallest of them is placed as if it were ready.
    std::vector<int> order()
    {
        const int size = static_cast<int>(parents.size());
        std::priority_queue<int, std::vector<int>, std::greater<>> ready;
        std::vector<bool> placed(parents.size());
        std::vector<int> result;
        int next = 0;
        for (int i = 0; i < size; ++i) {
            if (waiting[static_cast<size_t>(i)] == 0)
                ready.push(i);
        }
        while (static_cast<int>(result.size()) < size) {
            if (ready.empty()) {
                while (placed[static_cast<size_t>(next)])
                    ++next;
                ready.push(next);
            }
            const auto index = static_cast<size_t>(ready.top());
            ready.pop();
            if (placed[index])
                continue;
            placed[index] = true;
            result.push_back(static_cast<int>(index));
            for (const int child : children[index]) {
                if (--waiting[static_cast<size_t>(child)] == 0)
                    ready.push(child);
            }
        }
        return result;
    }
};

} // namespace

CaseOrder::CaseOrder(std::span<const Event> events)
{
    choose(events);
    arrange();
    m_visited.assign(m_events.size(), 0);
}

void CaseOrder::choose(std::span<const Event> events)
{
    std::vector<const Event *> sorted;
    for (const Event &event : events)
        sorted.push_back(&event);
    std::sort(sorted.begin(), sorted.end(), precedesStrictly);
    QSet<EventId> seen;
    for (const Event *event : sorted) {
        // Events of another case never belong here; the first one says which case this is.
        const bool sameCase = m_events.empty() || event->caseId == m_events.front()->caseId;
        if (sameCase && !seen.contains(event->id)) {
            seen.insert(event->id);
            m_events.push_back(event);
        }
    }
}

void CaseOrder::arrange()
{
    Graph graph(m_events);
    const std::vector<int> order = graph.order();
    std::vector<int> placeOf(order.size());
    std::vector<const Event *> arranged;
    for (size_t place = 0; place < order.size(); ++place) {
        placeOf[static_cast<size_t>(order[place])] = static_cast<int>(place);
        arranged.push_back(m_events[static_cast<size_t>(order[place])]);
    }
    m_parents.resize(order.size());
    m_hasChildren.assign(order.size(), false);
    for (size_t place = 0; place < order.size(); ++place) {
        for (const int parent : graph.parents[static_cast<size_t>(order[place])]) {
            const int parentPlace = placeOf[static_cast<size_t>(parent)];
            m_hasChildren[static_cast<size_t>(parentPlace)] = true;
            if (parentPlace < static_cast<int>(place)) // not so only in a cycle
                m_parents[place].push_back(parentPlace);
        }
    }
    m_events = std::move(arranged);
}

QList<EventId> CaseOrder::heads() const
{
    QList<EventId> result;
    for (size_t i = 0; i < m_events.size(); ++i) {
        if (!m_hasChildren[i])
            result.append(m_events[i]->id);
    }
    return result;
}

bool CaseOrder::knew(int later, int earlier) const
{
    if (later != m_askedLater) {
        m_askedLater = later;
        m_answers.clear();
    }
    if (const auto known = m_answers.constFind(earlier); known != m_answers.constEnd())
        return *known;
    // Back along the parents, never past the place of the one that is looked for.
    ++m_stamp;
    bool found = false;
    std::vector<int> open{later};
    while (!open.empty() && !found) {
        const auto current = static_cast<size_t>(open.back());
        open.pop_back();
        for (const int parent : m_parents[current]) {
            found = found || parent == earlier;
            if (parent > earlier && m_visited[static_cast<size_t>(parent)] != m_stamp) {
                m_visited[static_cast<size_t>(parent)] = m_stamp;
                open.push_back(parent);
            }
        }
    }
    m_answers.insert(earlier, found);
    return found;
}

} // namespace yichuang
