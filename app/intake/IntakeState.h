#pragma once

#include <QString>

namespace yichuang {

// Where the flow stands.
enum class IntakeState
{
    Empty,        // nobody, nothing
    PersonKnown,  // somebody, no item
    ItemChosen,   // an item, nobody
    Filling,      // both
    Accepting,    // an outcome is being written; nothing else may change
    Accepted,     // 受理
    NotifiedOnce, // 一次性告知
    Collected,    // 收件, at a site that may only collect
    Declined      // 不予受理 or 不需要办理
};

// What a clerk may ask of the flow.
enum class IntakeCommand
{
    ReadCard,
    ChooseItem,
    Edit, // any change of answers, materials, pages or parties
    Accept,
    Collect,
    Notify,
    Decline,
    Park,    // keep the draft and take the next person
    Discard, // throw the draft away
    Print,   // a paper of the case that was just committed
    Next     // leave a finished case
};

// The flow as a table: whether the command is lawful in the state.
bool allows(IntakeState state, IntakeCommand command);

// An outcome has been reached: nothing of the draft may change.
bool isFinished(IntakeState state);

// Where an unfinished flow stands, by what is known.
IntakeState openState(bool personKnown, bool itemChosen);

} // namespace yichuang
