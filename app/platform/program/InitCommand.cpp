#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

namespace yichuang {

namespace {

int init(const CommandLine &given)
{
    CommandLine line = given;
    if (!line.arguments.isEmpty()) {
        if (auto done = line.settings.set(QStringLiteral("data"), line.arguments.first()); !done)
            return fail(done.error());
    }
    return onLedger(line, [](Ledger &ledger) -> Result<QJsonObject> {
        return QJsonObject{{QStringLiteral("epoch"), QString::fromLatin1(ledger.epoch())}};
    });
}

} // namespace

Command initCommand()
{
    return {"init", "[FOLDER]", "makes a platform: its database, epoch and key; prints the epoch", {}, init};
}

} // namespace yichuang
