#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

namespace yichuang {

namespace {

int revoke(const CommandLine &line)
{
    const DeviceId device = DeviceId::fromString(line.option("device"));
    return onLedger(line, [&](Ledger &ledger) {
        return ledger.revoke(device).map(
            [&] { return QJsonObject{{QStringLiteral("revoked"), device.toString()}}; });
    });
}

} // namespace

Command revokeCommand()
{
    return {"revoke", "", "lets a workstation in no more", {{"device", "the workstation's id"}}, revoke};
}

} // namespace yichuang
