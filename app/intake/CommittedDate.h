#pragma once

#include "domain/TimeLimit.h"

#include <optional>

namespace yichuang {

// By when the authority has promised, and must by law, decide the case if it is accepted now, with what the
// calendar skipped. Both limits are zero for a case that is decided on the spot. A date is missing where the
// calendar of the year it falls into is not published yet: the limit in days stands, and no date is guessed.
struct CommittedDate
{
    QDate acceptedOn;
    TimeLimit committedLimit;
    TimeLimit statutoryLimit;
    std::optional<DueDate> committed;
    std::optional<DueDate> statutory;
    bool operator==(const CommittedDate &) const = default;
};

} // namespace yichuang
