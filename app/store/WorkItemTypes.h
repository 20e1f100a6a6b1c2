#pragma once

#include "base/Id.h"

#include <QString>

namespace yichuang {

enum class WorkItemKind
{
    SameCase,      // one case, it seems, opened at two stations
    FieldConflict, // two stations wrote one field of a case differently
    SamePerson     // one person, it seems, written in two ways
};

// What a person must decide. A conflict is settled by `case-merged`, a twin by `twin-settled`, written into
// either case (EVENTS.md).
struct WorkItem
{
    WorkItemKind kind = WorkItemKind::FieldConflict;
    CaseId first;
    CaseId second;     // null for a conflict
    QString field;     // of a conflict; EVENTS.md, 'Fold'
    EventId kept;      // of a conflict: the value that holds until it is settled
    EventId other;     // and the one that lost
    bool held = false; // a twin that a person looked at and left open
    QString itemName;  // of the first case, as the next three are of each
    QString firstNumber, secondNumber;
    QString firstApplicant, secondApplicant;
    bool operator==(const WorkItem &) const = default;
};

} // namespace yichuang
