#include "devices/DeviceLine.h"

#include "devices/DeviceErrors.h"
#include "devices/DevicePlugin.h"

#include <QDeadlineTimer>
#include <QFile>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace yichuang {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds slice{100};

// The events that came for the descriptor; 0 where the time ran out or Stop asked.
int waitFor(int descriptor, short events, const QDeadlineTimer &deadline, const Stop &stop)
{
    while (!stop.isRequested()) {
        const auto left = std::min<qint64>(slice.count(), std::max<qint64>(0, deadline.remainingTime()));
        pollfd entry{descriptor, events, 0};
        const int ready = ::poll(&entry, 1, int(left));
        if (ready > 0)
            return entry.revents;
        if ((ready < 0 && errno != EINTR) || (ready == 0 && deadline.hasExpired()))
            return 0;
    }
    return 0;
}

bool isConnected(int descriptor, const addrinfo &address, const QDeadlineTimer &deadline, const Stop &stop)
{
    if (::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0)
        return true;
    if (errno != EINPROGRESS || waitFor(descriptor, POLLOUT, deadline, stop) == 0)
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

int openTcp(const LineAddress &address, const QDeadlineTimer &deadline, const Stop &stop)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(address.host.toUtf8().constData(), QByteArray::number(address.port).constData(), &hints,
                      &found) != 0)
        return -1;
    int descriptor = -1;
    for (const addrinfo *each = found; each && descriptor < 0; each = each->ai_next) {
        descriptor = ::socket(each->ai_family, each->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (descriptor >= 0 && !isConnected(descriptor, *each, deadline, stop)) {
            ::close(descriptor);
            descriptor = -1;
        }
    }
    ::freeaddrinfo(found);
    return descriptor;
}

speed_t speedOf(int baud)
{
    constexpr std::array known{std::pair{9600, B9600},   std::pair{19200, B19200},   std::pair{38400, B38400},
                               std::pair{57600, B57600}, std::pair{115200, B115200}, std::pair{0, B115200}};
    for (const auto &[rate, speed] : known) {
        if (rate == baud)
            return speed;
    }
    return B115200;
}

bool isRawSerial(int descriptor, const LineAddress &address)
{
    termios settings{};
    // The lock as well, because a superuser's process passes TIOCEXCL.
    if (::ioctl(descriptor, TIOCEXCL) != 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 ||
        ::tcgetattr(descriptor, &settings) != 0)
        return false;
    ::cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~(CSTOPB | CRTSCTS);
    if (address.flowControl)
        settings.c_cflag |= CRTSCTS;
    ::cfsetspeed(&settings, speedOf(address.baud));
    return ::tcsetattr(descriptor, TCSANOW, &settings) == 0;
}

int openPath(const LineAddress &address)
{
    const int descriptor =
        ::open(QFile::encodeName(address.path).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor >= 0 && address.kind == LineAddress::Kind::Serial && !isRawSerial(descriptor, address)) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

// A socket whose other side has gone must not end the process by a signal.
ssize_t put(int descriptor, const char *bytes, size_t count)
{
    const ssize_t sent = ::send(descriptor, bytes, count, MSG_NOSIGNAL);
    return sent < 0 && errno == ENOTSOCK ? ::write(descriptor, bytes, count) : sent;
}

} // namespace

QString LineAddress::text() const
{
    if (kind == Kind::Tcp)
        return QStringLiteral("%1:%2").arg(host).arg(port);
    return kind == Kind::Serial ? QStringLiteral("%1 at %2").arg(path).arg(baud) : path;
}

Result<DeviceLine> DeviceLine::open(const LineAddress &address, milliseconds patience, const Stop &stop)
{
    errno = 0;
    const int descriptor = address.kind == LineAddress::Kind::Tcp
                               ? openTcp(address, QDeadlineTimer(patience), stop)
                               : openPath(address);
    const int error = errno;
    if (descriptor >= 0)
        return DeviceLine(descriptor);
    if (stop.isRequested())
        return deviceStopped(address.text());
    return deviceUnreachable(
        QStringLiteral("%1: %2").arg(address.text(), QString::fromLocal8Bit(std::strerror(error))));
}

DeviceLine::DeviceLine(DeviceLine &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_broken(other.m_broken)
{}

DeviceLine &DeviceLine::operator=(DeviceLine &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_broken, other.m_broken);
    return *this;
}

DeviceLine::~DeviceLine()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 DeviceLine::write(const QByteArray &bytes, milliseconds patience, const Stop &stop)
{
    const QDeadlineTimer deadline(patience);
    qint64 sent = 0;
    while (sent < bytes.size() && !m_broken && waitFor(m_descriptor, POLLOUT, deadline, stop) != 0) {
        const ssize_t taken = put(m_descriptor, bytes.constData() + sent, size_t(bytes.size() - sent));
        if (taken >= 0)
            sent += taken;
        else
            m_broken = errno != EAGAIN && errno != EINTR;
    }
    return sent;
}

QByteArray DeviceLine::read(qint64 most, milliseconds patience, const Stop &stop)
{
    const QDeadlineTimer deadline(patience);
    QByteArray bytes(most, Qt::Uninitialized);
    while (!m_broken && waitFor(m_descriptor, POLLIN, deadline, stop) != 0) {
        const ssize_t got = ::read(m_descriptor, bytes.data(), size_t(most));
        if (got > 0)
            return bytes.first(got);
        m_broken = got == 0 || (errno != EAGAIN && errno != EINTR);
    }
    return {};
}

void DeviceLine::discard()
{
    std::array<char, 256> bytes{};
    while (::read(m_descriptor, bytes.data(), bytes.size()) > 0) {
    }
}

} // namespace yichuang
