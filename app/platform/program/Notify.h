#pragma once

#include <QByteArray>

namespace yichuang {

// Tells systemd how the service does (sd_notify(3)), over the socket that NOTIFY_SOCKET names; without one it
// does nothing. False where it could not be said.
bool notifySystemd(const QByteArray &state);

} // namespace yichuang
