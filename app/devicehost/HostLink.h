#pragma once

#include "devices/DeviceFrames.h"

#include <QElapsedTimer>
#include <QMutex>

#include <functional>

namespace yichuang {

// The host's side of the line to its client: frames on two file descriptors. send() may be called from any
// thread and blocks while the client does not read.
class HostLink
{
public:
    HostLink(int in, int out)
        : m_in(in)
        , m_out(out)
    {}

    // False where the client is gone.
    bool send(const DeviceMessage &message);
    // Blocks until a message is there; nothing where the client is gone or speaks another language.
    std::optional<DeviceMessage> receive();

private:
    int m_in;
    int m_out;
    QMutex m_sending;
    DeviceFrameReader m_reader;
};

} // namespace yichuang
