#pragma once

#include "platform/http/HttpServer.h"
#include "platform/program/Settings.h"

namespace yichuang {

// What the settings say of the sockets: limits, lanes, certificate (read), log. TlsUnusable, or
// PlatformSettingWrong where two settings do not go together.
Result<HttpSetup> serveSetup(const Settings &settings);

} // namespace yichuang
