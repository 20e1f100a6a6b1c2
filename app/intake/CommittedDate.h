#pragma once

#include "domain/TimeLimit.h"

#include <optional>

namespace yichuang {

// By when the authority has promised, and must by law, decide the case if it is accepted now, with what the
// calendar skipped. Both limits are zero for a case that is decided on the spot.
struct CommittedDate
{
    QDate acceptedOn;
    TimeLimit committedLimit;
    TimeLimit statutoryLimit;
    DueDate committed;
    std::optional<DueDate> statutory; // none where the calendar of its year is not published yet
    bool operator==(const CommittedDate &) const = default;
};

} // namespace yichuang
