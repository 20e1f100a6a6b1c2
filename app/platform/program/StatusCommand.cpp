#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

namespace yichuang {

Command statusCommand()
{
    return {"status", "", "prints what the platform has", {}, [](const CommandLine &line) {
                return onLedger(line, [](Ledger &ledger) { return ledger.summary(); });
            }};
}

} // namespace yichuang
