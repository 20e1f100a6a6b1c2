#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/Secret.h"

#include <QString>

namespace yichuang {

// What makes this station's log and pages its own. It is in the database; a copy lies sealed beside it, so
// that a damaged database costs neither the device's place at the platform nor the page files.
struct StationIdentity
{
    DeviceId device;
    Secret signingSeed; // 32 bytes
    Secret pageKey;     // 32 bytes

    StationIdentity clone() const { return {device, signingSeed.clone(), pageKey.clone()}; }
};

// IdentityUnwritable.
Result<void> writeIdentity(const QString &path, const Secret &dataKey, const StationIdentity &identity);
// IdentityDamaged, also where the file is missing or the key is another.
Result<StationIdentity> readIdentity(const QString &path, const Secret &dataKey);

} // namespace yichuang
