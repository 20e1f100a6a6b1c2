#include "platform/program/LedgerCommand.h"

#include <QJsonArray>

namespace yichuang {

int onLedger(const CommandLine &line, const std::function<Result<QJsonObject>(Ledger &)> &work)
{
    const QString data = line.settings.text("data");
    if (data.isEmpty())
        return failUsage(QStringLiteral("--data"));
    SystemClock clock;
    Ledger ledger(clock, data);
    if (auto opened = ledger.open(); !opened)
        return fail(opened.error());
    const auto result = work(ledger);
    if (!result)
        return fail(result.error());
    printJson(*result);
    return result->value(QLatin1String("broken")).toArray().isEmpty() ? 0 : 1;
}

} // namespace yichuang
