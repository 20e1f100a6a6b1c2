#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

namespace yichuang {

namespace {

int backup(const CommandLine &line)
{
    const QString target = line.arguments.value(0);
    return onLedger(line, [&](Ledger &ledger) {
        return ledger.backup(target).map([&] { return QJsonObject{{QStringLiteral("backup"), target}}; });
    });
}

} // namespace

Command backupCommand()
{
    return {
        "backup", "FILE", "a verified copy beside the running service; moves the backed-up mark", {}, backup};
}

} // namespace yichuang
