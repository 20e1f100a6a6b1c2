#pragma once

#include "base/Result.h"

// Failures that more than one plugin, or a plugin and the host, can meet; each begins here, so that its code
// names one line of the source. The details name lines and settings, never a person.

namespace yichuang {

inline tl::unexpected<Error> deviceUnreachable(const QString &detail)
{
    return raise(ErrorCode::DeviceUnreachable, detail);
}

inline tl::unexpected<Error> deviceSettingsWrong(const QString &detail)
{
    return raise(ErrorCode::DeviceSettingsWrong, detail);
}

inline tl::unexpected<Error> deviceStopped(const QString &detail = {})
{
    return raise(ErrorCode::DeviceStopped, detail);
}

} // namespace yichuang
