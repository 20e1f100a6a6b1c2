#pragma once

#include "platform/ledger/Ledger.h"
#include "platform/program/Command.h"

namespace yichuang {

// The ledger that the settings name.
Result<std::unique_ptr<Ledger>> ledgerOf(const CommandLine &line, const Clock &clock);

// Opens the ledger that the settings name, beside a running service or without one, does `work` and prints
// what it returns.
int onLedger(const CommandLine &line, const std::function<Result<QJsonObject>(Ledger &)> &work);

} // namespace yichuang
