#include "support/LineProxy.h"

#include "support/LinePassage.h"

#include <QTcpServer>
#include <QThread>

namespace yichuang {

struct LineProxy::Private
{
    QThread thread;
    LineShared shared;
    QUrl server;
    bool up = true;
    quint16 port = 0;
    QObject *home = nullptr; // lives on the thread; parent of the listener and of the passages
    QObject *passages = nullptr;

    // Runs on the proxy's thread; has been done when this returns.
    template <typename Work>
    void onThread(const Work &work)
    {
        QMetaObject::invokeMethod(home, work,
                                  QThread::currentThread() == &thread ? Qt::DirectConnection
                                                                      : Qt::BlockingQueuedConnection);
    }

    void listen()
    {
        auto *listener = new QTcpServer(home);
        passages = new QObject(home);
        listener->listen(QHostAddress::LocalHost);
        port = listener->serverPort();
        QObject::connect(listener, &QTcpServer::newConnection, listener, [this, listener] {
            while (QTcpSocket *socket = listener->nextPendingConnection())
                take(socket);
        });
    }

    void take(QTcpSocket *socket)
    {
        ++shared.connections;
        if (up) {
            new LinePassage(socket, server, shared, passages);
            return;
        }
        socket->disconnectFromHost();
        socket->deleteLater();
    }

    template <typename Work>
    void forEach(const Work &work)
    {
        const auto all = passages->children();
        for (QObject *child : all)
            work(static_cast<LinePassage &>(*child));
    }

    void cutAll()
    {
        forEach([](LinePassage &passage) { passage.cutByLine(); });
    }
};

LineProxy::LineProxy(const QUrl &server, quint32 seed)
    : d(std::make_unique<Private>())
{
    d->server = server;
    d->shared.random.seed(seed);
    d->shared.clock.start();
    d->home = new QObject;
    d->home->moveToThread(&d->thread);
    d->thread.start();
    d->onThread([this] { d->listen(); });
}

LineProxy::~LineProxy()
{
    d->onThread([this] { delete d->home; });
    d->thread.quit();
    d->thread.wait();
}

quint16 LineProxy::port() const
{
    return d->port;
}

QUrl LineProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port));
}

void LineProxy::set(const LineQuality &state)
{
    d->onThread([&] {
        d->shared.state = state;
        d->forEach([](LinePassage &passage) { passage.wake(); });
    });
}

void LineProxy::setServer(const QUrl &server)
{
    d->onThread([&] { d->server = server; });
}

void LineProxy::setUp(bool up)
{
    d->onThread([&] {
        d->up = up;
        if (!up)
            d->cutAll();
    });
}

void LineProxy::setStalled(bool stalled)
{
    d->onThread([&] {
        d->shared.stalled = stalled;
        d->forEach([](LinePassage &passage) { passage.wake(); });
    });
}

void LineProxy::cutAfter(LineWay way, qint64 bytes)
{
    d->onThread([&] { d->shared.traps[static_cast<int>(way)] = {bytes, true}; });
}

void LineProxy::stallAfter(LineWay way, qint64 bytes)
{
    d->onThread([&] { d->shared.traps[static_cast<int>(way)] = {bytes, false}; });
}

void LineProxy::cutNow()
{
    d->onThread([this] { d->cutAll(); });
}

void LineProxy::setOverride(Override override)
{
    d->onThread([&] { d->shared.override = std::move(override); });
}

int LineProxy::connections() const
{
    return d->shared.connections;
}

int LineProxy::cuts() const
{
    return d->shared.cuts;
}

qint64 LineProxy::passed(LineWay way) const
{
    return d->shared.passed[static_cast<int>(way)];
}

} // namespace yichuang
