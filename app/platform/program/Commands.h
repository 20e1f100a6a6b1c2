#pragma once

#include "platform/program/Command.h"

namespace yichuang {

// Every command of yichuang-platform, in the order of the help.
std::vector<Command> platformCommands();

Command initCommand();
Command serveCommand();
Command enrolCommand();
Command revokeCommand();
Command statusCommand();
Command verifyLogCommand();
Command backupCommand();
Command courierCommand();

} // namespace yichuang
