#pragma once

#include "platform/ledger/Ledger.h"

namespace yichuang {

struct LedgerSettings
{
    QString folder;   // of the platform; SQLite's file is in it
    QString database; // postgres://… or libpq's keywords; empty for SQLite
    int readers = 4;  // connections that read side by side
};

// The ledger that the settings name, brought to this program's version.
Result<std::unique_ptr<Ledger>> openLedger(const LedgerSettings &settings, const Clock &clock);

} // namespace yichuang
