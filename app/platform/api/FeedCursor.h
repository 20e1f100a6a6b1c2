#pragma once

#include "base/Signing.h"

#include <QString>

#include <optional>

namespace yichuang {

// The place in a device's feed, as epoch.position.seal in base64url: opaque to the other side, bound to this
// epoch, and sealed, so that no place can be asked for that was never given: behind the end of the feed
// nothing would ever come.
QString cursorOf(const QByteArray &epoch, qint64 position, const SigningKey &key);
// 0 for an empty one; nullopt where it was not given by this platform in this epoch.
std::optional<qint64> positionOf(const QString &cursor, const QByteArray &epoch, const SigningKey &key);

} // namespace yichuang
