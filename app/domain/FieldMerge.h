#pragma once

#include "domain/Case.h"
#include "domain/CaseOrder.h"

#include <QJsonValue>

namespace yichuang {

// Who wrote which field of a case, and which of those writers did not know of each other. The caller writes
// in the order of CaseOrder; the last write is the value that holds.
class FieldMerge
{
public:
    explicit FieldMerge(const CaseOrder &order)
        : m_order(order)
    {}

    void write(const QString &field, int event, const QJsonValue &value);

    // A person chose: the disagreements that the event at `merge` knew of are settled. Returns the value of
    // the winner; nullopt where that event never wrote the field.
    std::optional<QJsonValue> settle(const QString &field, int merge, const EventId &winner);

    QList<FieldConflict> conflicts() const; // sorted by field, then by event

private:
    struct Write
    {
        int event;
        QJsonValue value;
    };
    struct Field
    {
        QList<Write> writers;   // that no other writer knew of
        QList<Write> contested; // that lost to one who did not know them, not yet settled
        Write kept{-1, {}};
    };

    QMap<QString, Field> m_fields;
    const CaseOrder &m_order;
};

} // namespace yichuang
