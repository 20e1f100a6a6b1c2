#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

namespace yichuang {

Command verifyLogCommand()
{
    return {"verify-log",
            "",
            "checks every workstation's chain and signatures; exits with 1 for a broken one",
            {},
            [](const CommandLine &line) {
                return onLedger(line, [](Ledger &ledger) { return ledger.verify(); });
            }};
}

} // namespace yichuang
