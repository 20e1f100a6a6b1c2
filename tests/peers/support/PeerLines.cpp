#include "PeerLines.h"

#include <QFile>

#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <array>

namespace peer {

TcpLine::TcpLine(PeerDevice &device)
    : m_device(device)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TcpLine::next);
    connect(&device, &PeerDevice::answered, this, [this](const QByteArray &bytes) {
        if (m_client) {
            m_client->write(bytes);
            m_client->flush();
        }
    });
    connect(&device, &PeerDevice::lineBroken, this, [this] {
        if (m_client)
            m_client->abort();
    });
}

bool TcpLine::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void TcpLine::next()
{
    if (m_client || !m_server.hasPendingConnections())
        return;
    m_client = m_server.nextPendingConnection();
    connect(m_client, &QTcpSocket::readyRead, this, [this] { m_device.receive(m_client->readAll()); });
    connect(m_client, &QTcpSocket::disconnected, this, [this] {
        m_client->deleteLater();
        m_client = nullptr;
        m_device.lineClosed();
        QMetaObject::invokeMethod(this, &TcpLine::next, Qt::QueuedConnection);
    });
    if (m_client->bytesAvailable() > 0)
        m_device.receive(m_client->readAll());
}

PtyLine::PtyLine(PeerDevice &device)
    : m_device(device)
{
    connect(&device, &PeerDevice::answered, this, [this](const QByteArray &bytes) {
        if (m_master >= 0 && ::write(m_master, bytes.constData(), size_t(bytes.size())) < 0)
            ::perror("the device's line");
    });
}

PtyLine::~PtyLine()
{
    m_notifier.reset();
    if (m_master < 0)
        return;
    ::close(m_slave);
    ::close(m_master);
    QFile::remove(m_link);
}

bool PtyLine::open(const QString &link)
{
    std::array<char, 128> name{};
    if (::openpty(&m_master, &m_slave, name.data(), nullptr, nullptr) != 0)
        return false;
    termios settings{};
    ::tcgetattr(m_slave, &settings);
    ::cfmakeraw(&settings);
    ::tcsetattr(m_slave, TCSANOW, &settings);
    m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PtyLine::read);
    m_link = link;
    QFile::remove(link);
    return QFile::link(QString::fromLatin1(name.data()), link);
}

void PtyLine::read()
{
    QByteArray bytes(4096, Qt::Uninitialized);
    const ssize_t got = ::read(m_master, bytes.data(), size_t(bytes.size()));
    if (got > 0)
        m_device.receive(bytes.first(got));
}

} // namespace peer
