#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

#include <QJsonArray>

namespace yichuang {

namespace {

QJsonObject stationOf(const CommandLine &line)
{
    QJsonObject station;
    const std::pair<const char *, const char *> keys[] = {
        {"site", "siteCode"}, {"name", "siteName"},   {"authority", "authorityName"}, {"level", "level"},
        {"region", "region"}, {"segment", "segment"}, {"window", "window"},           {"hotline", "hotline"}};
    for (const auto &[option, key] : keys)
        station.insert(QLatin1String(key), line.option(option));
    station.insert(QStringLiteral("windows"), QJsonArray::fromStringList(line.option("windows").split(
                                                  QLatin1Char(','), Qt::SkipEmptyParts)));
    return station;
}

int enrol(const CommandLine &line)
{
    return onLedger(line, [&](Ledger &ledger) {
        return ledger.invite(stationOf(line)).map([](const QString &code) {
            return QJsonObject{{QStringLiteral("code"), code}};
        });
    });
}

} // namespace

Command enrolCommand()
{
    return {"enrol",
            "",
            "prints a one-time code for one workstation",
            {{"site", "the site's code"},
             {"name", "the site's full name"},
             {"authority", "in whose name papers are given"},
             {"level", "city, county, township or village", "county"},
             {"region", "six digits"},
             {"segment", "the workstation's part of a case number"},
             {"window", "its window"},
             {"windows", "the site's windows, with commas"},
             {"hotline", "the citizens' telephone"}},
            enrol};
}

} // namespace yichuang
