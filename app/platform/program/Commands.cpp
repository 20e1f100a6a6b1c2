#include "platform/program/Commands.h"

namespace yichuang {

std::vector<Command> platformCommands()
{
    return {initCommand(),   serveCommand(),     enrolCommand(),  revokeCommand(),
            statusCommand(), verifyLogCommand(), backupCommand(), courierCommand()};
}

} // namespace yichuang
