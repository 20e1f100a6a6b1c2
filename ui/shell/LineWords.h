#pragma once

#include "sync/SyncStatus.h"
#include "ui/shell/StatusModel.h"

namespace yichuang {

// What stands over every screen while the way to the platform is down or stopped: since when, what goes on
// all the same, and why; none while there is nothing to say. Never says of anything that it was sent.
std::optional<StatusModel::Band> lineBand(const SyncStatus &status, const QDateTime &now);

// "less than 1 min", "35 min", "1 h 35 min", "3 d 2 h": in whole units, the second one only where it says
// something.
QString durationWords(qint64 milliseconds);
// "09:12", on another business day "11-22 09:12".
QString pointWords(const QDateTime &at, const QDateTime &now);

} // namespace yichuang
