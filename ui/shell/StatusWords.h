#pragma once

#include "devices/DeviceTypes.h"
#include "sync/SyncStatus.h"
#include "ui/shell/StatusModel.h"

namespace yichuang {

// What may honestly be said of the way to the platform, in a tag's words.
StatusModel::Tag syncTag(const SyncStatus &status);
// A device's lamp and the word beside it; none while all is well.
DeviceState deviceState(const QString &id, const QString &name, const DeviceCondition &condition);

} // namespace yichuang
