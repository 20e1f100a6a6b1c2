#include "platform/program/LedgerCommand.h"

#include "platform/ledger/OpenLedger.h"

#include <QJsonArray>

namespace yichuang {

Result<std::unique_ptr<Ledger>> ledgerOf(const CommandLine &line, const Clock &clock)
{
    return openLedger({line.settings.text("data"), line.settings.text("database")}, clock);
}

int onLedger(const CommandLine &line, const std::function<Result<QJsonObject>(Ledger &)> &work)
{
    if (line.settings.text("data").isEmpty())
        return failUsage(QStringLiteral("--data"));
    SystemClock clock;
    const auto ledger = ledgerOf(line, clock);
    if (!ledger)
        return fail(ledger.error());
    const auto result = work(**ledger);
    if (!result)
        return fail(result.error());
    printJson(*result);
    return result->value(QLatin1String("broken")).toArray().isEmpty() ? 0 : 1;
}

} // namespace yichuang
