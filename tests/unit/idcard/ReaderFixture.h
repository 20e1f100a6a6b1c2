#pragma once

#include "idcard-sdt/SamReader.h"
#include "peers/idreader/SimulatedReader.h"
#include "peers/support/PeerLines.h"
#include "support/ScriptedStop.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTestEventLoop>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace yichuang::sdt {

using namespace std::chrono_literals;

inline constexpr ReaderPatience quick{500ms, 20ms};

// Asked to stop by the test's thread, while the call runs on its own.
class SwitchedStop : public Stop
{
public:
    bool isRequested() const override
    {
        const qint64 now = m_time.elapsed();
        m_longestGap = std::max<qint64>(m_longestGap, now - m_last);
        m_last = now;
        return m_isOn;
    }
    void request() { m_isOn = true; }
    qint64 longestGap() const { return m_longestGap; } // milliseconds; once the call has ended

private:
    std::atomic<bool> m_isOn = false;
    QElapsedTimer m_time = [] {
        QElapsedTimer time;
        time.start();
        return time;
    }();
    mutable qint64 m_last = 0;
    mutable qint64 m_longestGap = 0;
};

// The plugin's reader opposite a fresh reader of software, over TCP.
class ReaderFixture : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        m_line.reset();
        m_peer = std::make_unique<peer::SimulatedReader>();
        m_line = std::make_unique<peer::TcpLine>(*m_peer);
        QVERIFY(m_line->listen(0));
        m_profile = {};
        m_profile.line.host = QStringLiteral("127.0.0.1");
        m_profile.line.port = m_line->port();
    }
    // Runs the call on a thread of its own, as the host does, while the peer answers on this one.
    template <typename Call>
    auto run(Call call)
    {
        std::optional<decltype(call())> result;
        const std::unique_ptr<QThread> thread(QThread::create([&] { result = call(); }));
        QTestEventLoop loop;
        connect(thread.get(), &QThread::finished, &loop, &QTestEventLoop::exitLoop, Qt::QueuedConnection);
        thread->start();
        loop.enterLoop(20);
        thread->wait();
        return *result;
    }
    Result<IdCard> read(SamReader &reader, const Stop &stop = ScriptedStop())
    {
        return run([&] { return reader.readCard(stop); });
    }
    Result<IdCard> read()
    {
        SamReader reader(m_profile, quick);
        return read(reader);
    }
    void say(const QString &command) { QVERIFY2(m_peer->obey(command), qPrintable(command)); }
    // Does something after the peer was asked `count` times more for `command`.
    void after(int count, quint8 command, const std::function<void()> &act)
    {
        auto left = std::make_shared<int>(count);
        connect(m_peer.get(), &peer::SimulatedReader::asked, this,
                [this, left, command, act](quint8 asked, quint8) {
                    if (asked == command && --*left == 0)
                        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
                });
    }

    std::unique_ptr<peer::SimulatedReader> m_peer;
    std::unique_ptr<peer::TcpLine> m_line;
    ReaderProfile m_profile;
};

} // namespace yichuang::sdt
