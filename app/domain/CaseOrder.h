#pragma once

#include "domain/Event.h"

#include <QHash>

#include <span>
#include <vector>

namespace yichuang {

// The one order in which a case's events are applied (EVENTS.md, 'Fold'), and which of them knew of which.
// Built from any order with any repetition. Hostile input, such as cycles, missing parents, one id for two
// events, gives some fixed order and takes no longer.
class CaseOrder
{
public:
    explicit CaseOrder(std::span<const Event> events);

    int size() const { return static_cast<int>(m_events.size()); }
    const Event &at(int index) const { return *m_events[static_cast<size_t>(index)]; }
    QList<EventId> heads() const; // nobody's parents, in the order of the fold

    // Whether the event at `later` builds, directly or not, on the one at `earlier`.
    bool knew(int later, int earlier) const;

private:
    void choose(std::span<const Event> events);
    void arrange();

    std::vector<const Event *> m_events;     // in the order of the fold, after arrange()
    std::vector<std::vector<int>> m_parents; // indices into m_events, each smaller than its child's
    std::vector<bool> m_hasChildren;
    // The last question's answers: merging asks about one event for each of its fields.
    mutable std::vector<int> m_visited;
    mutable int m_stamp = 0;
    mutable int m_askedLater = -1;
    mutable QHash<int, bool> m_answers;
};

} // namespace yichuang
