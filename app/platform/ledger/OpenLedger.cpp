#include "platform/ledger/OpenLedger.h"

#include "platform/sqlite/SqliteLedger.h"

namespace yichuang {

Result<std::unique_ptr<Ledger>> openLedger(const LedgerSettings &settings, const Clock &clock)
{
    return SqliteLedger::open(clock, settings.folder, settings.readers);
}

} // namespace yichuang
