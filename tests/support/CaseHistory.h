#pragma once

#include "domain/Event.h"

#include <vector>

namespace yichuang::test {

template <typename T>
T numberedId(int number)
{
    return T::fromString(QStringLiteral("0198c0de-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

// Writes the events of one case as several workstations would: each event gets its place in its device's log,
// a later time, and, unless told otherwise, the last event as its parent.
class CaseHistory
{
public:
    explicit CaseHistory(int caseNumber = 1)
        : m_case(numberedId<CaseId>(caseNumber))
    {}

    // Returns the event's id; `parents` empty means the event added last.
    EventId add(const QString &type, const QJsonObject &payload = {}, int device = 1,
                QList<EventId> parents = {})
    {
        const int number = static_cast<int>(m_events.size()) + 1;
        Event event;
        event.id = numberedId<EventId>(1000 + number);
        event.device = numberedId<DeviceId>(100 + device);
        event.sequence = ++m_sequences[device];
        event.caseId = m_case;
        event.parents = parents.isEmpty() && !m_events.empty() ? QList{m_events.back().id} : parents;
        event.type = type;
        event.time = {1795401730000 + number, 0};
        event.clerk = QStringLiteral("HN-0317");
        event.payload = payload;
        m_events.push_back(event);
        return event.id;
    }

    std::vector<Event> &events() { return m_events; }
    const std::vector<Event> &events() const { return m_events; }
    CaseId caseId() const { return m_case; }

private:
    CaseId m_case;
    QHash<int, qint64> m_sequences;
    std::vector<Event> m_events;
};

} // namespace yichuang::test
