#pragma once

#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace yichuang::bench {

// The least that a platform must do: on a thread of its own, writes each body to a file, synchronises it, and
// answers 200. One connection; ends when that is closed.
class KeepingServer final : public QThread
{
public:
    explicit KeepingServer(const QByteArray &path)
        : m_file(::open(path.constData(), O_WRONLY | O_CREAT, 0600))
    {
        start();
        m_listening.acquire();
    }
    ~KeepingServer() override
    {
        wait();
        ::close(m_file);
    }

    quint16 port() const { return m_port; }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        m_listening.release();
        server.waitForNewConnection(-1);
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        while (keepOne(*socket)) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            socket->waitForBytesWritten();
        }
    }

private:
    bool keepOne(QTcpSocket &socket)
    {
        qsizetype end = -1;
        while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
            if (!readMore(socket))
                return false;
        }
        const QByteArray header = m_read.left(end).toLower();
        const qsizetype at = header.indexOf("content-length:") + 15;
        const qsizetype size = header.mid(at, header.indexOf('\r', at) - at).trimmed().toLongLong();
        while (m_read.size() < end + 4 + size) {
            if (!readMore(socket))
                return false;
        }
        const bool kept = ::write(m_file, m_read.constData() + end + 4, static_cast<size_t>(size)) == size &&
                          ::fsync(m_file) == 0;
        m_read.remove(0, end + 4 + size);
        return kept;
    }

    bool readMore(QTcpSocket &socket)
    {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(-1))
            return false;
        m_read += socket.readAll();
        // QNetworkAccessManager leaves Nagle's algorithm on: its last piece of a body waits for the receipt
        // of the one before, which the kernel would hold back for 40 ms.
        const int at = 1;
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &at, sizeof at);
        return true;
    }

    int m_file;
    quint16 m_port = 0;
    QSemaphore m_listening;
    QByteArray m_read;
};

} // namespace yichuang::bench
