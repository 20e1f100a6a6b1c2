#include "intake/IntakeState.h"

#include <algorithm>
#include <initializer_list>

namespace yichuang {

namespace {

using S = IntakeState;
using C = IntakeCommand;

struct Row
{
    S state;
    std::initializer_list<C> commands;
};

const Row table[] = {
    {S::Empty, {C::ReadCard, C::ChooseItem, C::Edit}},
    {S::PersonKnown, {C::ReadCard, C::ChooseItem, C::Edit, C::Park, C::Discard}},
    {S::ItemChosen, {C::ReadCard, C::ChooseItem, C::Edit, C::Park, C::Discard}},
    {S::Filling,
     {C::ReadCard, C::ChooseItem, C::Edit, C::Accept, C::Collect, C::Notify, C::Decline, C::Park,
      C::Discard}},
    {S::Accepting, {}},
    {S::Accepted, {C::Print, C::Next}},
    {S::NotifiedOnce, {C::Print, C::Next}},
    {S::Collected, {C::Print, C::Next}},
    {S::Declined, {C::Print, C::Next}},
};

} // namespace

bool allows(IntakeState state, IntakeCommand command)
{
    for (const Row &row : table) {
        if (row.state == state)
            return std::find(row.commands.begin(), row.commands.end(), command) != row.commands.end();
    }
    return false;
}

bool isFinished(IntakeState state)
{
    return allows(state, IntakeCommand::Next);
}

IntakeState openState(bool personKnown, bool itemChosen)
{
    if (itemChosen)
        return personKnown ? S::Filling : S::ItemChosen;
    return personKnown ? S::PersonKnown : S::Empty;
}

} // namespace yichuang
