#include "platform/ledger/OpenLedger.h"

#include "platform/postgres/PostgresLedger.h"
#include "platform/sqlite/SqliteLedger.h"

namespace yichuang {

Result<std::unique_ptr<Ledger>> openLedger(const LedgerSettings &settings, const Clock &clock)
{
    if (!settings.database.isEmpty())
        return PostgresLedger::open(clock, {settings.database.toUtf8(), {}}, settings.readers);
    return SqliteLedger::open(clock, settings.folder, settings.readers);
}

} // namespace yichuang
