#pragma once

#include "base/Error.h"

namespace yichuang {

// What a failed exchange means for the run (SYNC.md rules 9 and 10). Pure.
enum class Remedy
{
    TryLater,  // no line, or the platform is busy or full: keep all, come back after the back-off
    Halve,     // the batch is too large or holds an item that is refused: send a smaller one at once
    AskPerson, // revoked, cloned, too old, or the clock is wrong: intake goes on, sending stops until a
               // person has looked
    Restart,   // the platform is elsewhere than this side thought: begin this step again from what it says
};

Remedy remedyFor(const Error &error);

// True where the failure is of this one page, so that the pages behind it are sent all the same.
bool isOfOnePage(const Error &error);

} // namespace yichuang
