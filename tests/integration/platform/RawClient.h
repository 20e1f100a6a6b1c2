#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace yichuang {

// A client that sends what it is told, byte for byte, and sees how the connection ends. Blocking, with a time
// limit.
class RawClient
{
public:
    explicit RawClient(unsigned short port, int receiveBuffer = 0)
    {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (receiveBuffer > 0)
            ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected =
            ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_descriptor); }
    RawClient(const RawClient &) = delete;

    bool isConnected() const { return m_connected; }

    // False where the other side has gone.
    bool send(const QByteArray &bytes)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t done = ::send(m_descriptor, bytes.constData() + at,
                                        static_cast<size_t>(bytes.size() - at), MSG_NOSIGNAL);
            if (done <= 0)
                return false;
            at += done;
        }
        return true;
    }

    // Everything that comes until the other side ends, or for so long.
    QByteArray everything(int milliseconds = 10'000)
    {
        const QDeadlineTimer limit(milliseconds);
        while (!m_ended && !limit.hasExpired())
            readSome(limit);
        return std::exchange(m_got, {});
    }
    // True where the other side has ended, in order or not, in that time.
    bool ends(int milliseconds = 10'000)
    {
        everything(milliseconds);
        return m_ended;
    }

    // One whole reply with its body; empty where none came whole.
    QByteArray reply(int milliseconds = 10'000)
    {
        const QDeadlineTimer limit(milliseconds);
        while (lengthOfReply() < 0 && !m_ended && !limit.hasExpired())
            readSome(limit);
        const qsizetype length = lengthOfReply();
        if (length < 0)
            return {};
        const QByteArray one = m_got.left(length);
        m_got.remove(0, length);
        return one;
    }
    int status(int milliseconds = 10'000) { return reply(milliseconds).mid(9, 3).toInt(); }
    // Bytes of a reply that has begun and is not whole.
    QByteArray leftOver() const { return m_got; }

private:
    void readSome(const QDeadlineTimer &limit)
    {
        pollfd ready{m_descriptor, POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(limit.remainingTime())) <= 0)
            return;
        char bytes[65536];
        const ssize_t count = ::recv(m_descriptor, bytes, sizeof bytes, 0);
        m_ended = count <= 0;
        if (count > 0)
            m_got.append(bytes, count);
    }

    qsizetype lengthOfReply() const
    {
        const qsizetype end = m_got.indexOf("\r\n\r\n");
        if (end < 0)
            return -1;
        const QByteArray head = m_got.left(end).toLower();
        const qsizetype at = head.indexOf("content-length: ");
        const qsizetype body = at < 0 ? 0 : head.mid(at + 16).split('\r').first().toLongLong();
        return m_got.size() < end + 4 + body ? -1 : end + 4 + body;
    }

    int m_descriptor = -1;
    bool m_connected = false;
    bool m_ended = false;
    QByteArray m_got;
};

} // namespace yichuang
