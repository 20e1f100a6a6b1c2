#include "domain/FieldMerge.h"

namespace yichuang {

namespace {
// Far above what stations can do to each other; it bounds the work that a hostile log can ask for.
constexpr int maximumParallelWriters = 64;
} // namespace

void FieldMerge::write(const QString &field, int event, const QJsonValue &value)
{
    Field &entry = m_fields[field];
    QList<Write> parallel;
    for (const Write &writer : std::as_const(entry.writers)) {
        if (writer.event == event || m_order.knew(event, writer.event))
            continue;
        parallel.append(writer);
        if (writer.value != value && entry.contested.size() < maximumParallelWriters)
            entry.contested.append(writer);
    }
    parallel.append({event, value});
    if (parallel.size() > maximumParallelWriters)
        parallel.removeFirst();
    entry.writers = parallel;
    entry.kept = {event, value};
}

std::optional<QJsonValue> FieldMerge::settle(const QString &field, int merge, const EventId &winner)
{
    const auto entry = m_fields.find(field);
    if (entry == m_fields.end())
        return std::nullopt;
    std::optional<QJsonValue> chosen;
    for (const Write &write : entry->writers + entry->contested + QList<Write>{entry->kept}) {
        if (m_order.at(write.event).id == winner)
            chosen = write.value;
    }
    if (!chosen)
        return std::nullopt;
    const auto known = [&](const Write &write) { return m_order.knew(merge, write.event); };
    entry->contested.removeIf(known);
    write(field, merge, *chosen);
    return chosen;
}

QList<FieldConflict> FieldMerge::conflicts() const
{
    QList<FieldConflict> result;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        QList<EventId> others;
        for (const Write &lost : field->contested) {
            const EventId other = m_order.at(lost.event).id;
            if (lost.value != field->kept.value && !others.contains(other))
                others.append(other);
        }
        std::sort(others.begin(), others.end());
        for (const EventId &other : std::as_const(others))
            result.append({field.key(), m_order.at(field->kept.event).id, other});
    }
    return result;
}

} // namespace yichuang
