#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace yichuang {

// A workstation in the ledger's summary.
struct DeviceLine
{
    QString device;
    qint64 acknowledged = 0;
    qint64 backedUp = 0;
    bool revoked = false;
    qint64 lastSeen = 0;    // Unix ms
    qint64 clockOffset = 0; // ms, device minus platform
    qint64 ahead = 0;       // ms by which an event of it came from the future, at most so far
    qint64 alarms = 0;
    qint64 quarantined = 0;
};

// {"epoch":…,"cases":n,"devices":[…]}; `clockAhead` is true for a device whose clock runs or ran ahead.
QJsonObject summaryOf(const QByteArray &epoch, qint64 cases, const QList<DeviceLine> &devices);

} // namespace yichuang
