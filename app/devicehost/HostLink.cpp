#include "HostLink.h"

#include <cerrno>
#include <unistd.h>

namespace yichuang {

bool HostLink::send(const DeviceMessage &message)
{
    const QByteArray frame = toFrame(message);
    const QMutexLocker locker(&m_sending);
    qsizetype sent = 0;
    while (sent < frame.size()) {
        const ssize_t written =
            ::write(m_out, frame.constData() + sent, static_cast<size_t>(frame.size() - sent));
        if (written < 0 && errno != EINTR)
            return false;
        sent += qMax<ssize_t>(written, 0);
    }
    return true;
}

std::optional<DeviceMessage> HostLink::receive()
{
    while (true) {
        auto message = m_reader.next();
        if (!message)
            return std::nullopt;
        if (*message)
            return std::move(**message);
        QByteArray bytes(64 * 1024, Qt::Uninitialized);
        const ssize_t count = ::read(m_in, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count == 0 || (count < 0 && errno != EINTR))
            return std::nullopt;
        bytes.truncate(qMax<ssize_t>(count, 0));
        m_reader.feed(bytes);
    }
}

} // namespace yichuang
