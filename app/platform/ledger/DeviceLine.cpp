#include "platform/ledger/DeviceLine.h"

#include "platform/ledger/Judgement.h"

#include <QJsonArray>

namespace yichuang {

QJsonObject summaryOf(const QByteArray &epoch, qint64 cases, const QList<DeviceLine> &devices)
{
    QJsonArray lines;
    for (const DeviceLine &line : devices)
        lines.append(
            QJsonObject{{QStringLiteral("device"), line.device},
                        {QStringLiteral("acknowledged"), line.acknowledged},
                        {QStringLiteral("backedUp"), line.backedUp},
                        {QStringLiteral("revoked"), line.revoked},
                        {QStringLiteral("lastSeen"), line.lastSeen},
                        {QStringLiteral("clockOffset"), line.clockOffset},
                        {QStringLiteral("clockAhead"), qMax(line.ahead, line.clockOffset) > mostAhead},
                        {QStringLiteral("alarms"), line.alarms},
                        {QStringLiteral("quarantined"), line.quarantined}});
    return {{QStringLiteral("epoch"), QString::fromLatin1(epoch)},
            {QStringLiteral("cases"), cases},
            {QStringLiteral("devices"), lines}};
}

} // namespace yichuang
