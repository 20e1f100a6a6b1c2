#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

// The byte line to a device, for plugins: blocking, with a time limit on every call, and looking at Stop at
// least every 100 ms. Used on a host's call thread; one thread at a time.

namespace yichuang {

class Stop;

struct LineAddress
{
    enum class Kind
    {
        Tcp,    // `host`, `port`
        Serial, // `path`, `baud`, `flowControl`: 8N1
        File    // `path`, such as /dev/usb/lp0
    };
    Kind kind = Kind::Tcp;
    QString host;
    int port = 0;
    QString path;
    int baud = 115200;
    bool flowControl = false; // RTS/CTS
    bool operator==(const LineAddress &) const = default;

    QString text() const; // for the log
};

class DeviceLine
{
public:
    // DeviceUnreachable where it cannot be opened within `patience`; DeviceStopped. A serial line is opened
    // exclusively.
    static Result<DeviceLine> open(const LineAddress &address, std::chrono::milliseconds patience,
                                   const Stop &stop);
    DeviceLine(DeviceLine &&other) noexcept;
    DeviceLine &operator=(DeviceLine &&other) noexcept;
    ~DeviceLine(); // closes; bytes that were written still go out

    // How many bytes the line took; fewer than all of them where it broke, the time ran out, or Stop asked.
    qint64 write(const QByteArray &bytes, std::chrono::milliseconds patience, const Stop &stop);
    // What has arrived, at most `most` bytes, as soon as there is some. Empty after `patience`, where Stop
    // asked, or where the line is broken (then isBroken()).
    QByteArray read(qint64 most, std::chrono::milliseconds patience, const Stop &stop);
    // Throws away what has arrived and was not read.
    void discard();
    bool isBroken() const { return m_broken; }

private:
    explicit DeviceLine(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor = -1;
    bool m_broken = false;
};

} // namespace yichuang
