#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace yichuang {

// One message between the device host and its client: a JSON header and bytes (PROTOCOL.md).
struct DeviceMessage
{
    QJsonObject header;
    QByteArray body;
    bool operator==(const DeviceMessage &) const = default;
};

inline constexpr quint32 mostHeaderBytes = 64 * 1024;
inline constexpr quint32 mostBodyBytes = 128 * 1024 * 1024; // a page of 600 dpi, uncompressed, fits

QByteArray toFrame(const DeviceMessage &message);

// Takes the stream apart. After DeviceMessageMalformed nothing that follows can be trusted.
class DeviceFrameReader
{
public:
    void feed(const QByteArray &bytes) { m_bytes.append(bytes); }
    // The next whole message; nothing where more bytes are needed.
    Result<std::optional<DeviceMessage>> next();

private:
    QByteArray m_bytes;
};

// A message that is not of the protocol.
tl::unexpected<Error> malformedMessage(const QString &what);

} // namespace yichuang
