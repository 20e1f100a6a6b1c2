#pragma once

#include "HostLink.h"
#include "devices/DevicePlugin.h"

#include <atomic>

namespace yichuang {

// The stop of one call. That the plugin asks it shows that it lives, so each question, at most five a second,
// is passed on to the client as a sign of life.
class CallStop final : public Stop
{
public:
    CallStop(HostLink &link, qint64 call, const std::atomic<qint64> &stopped)
        : m_link(link)
        , m_call(call)
        , m_stopped(stopped)
    {
        m_sinceSign.start();
    }

    bool isRequested() const override
    {
        if (m_sinceSign.elapsed() > 200) {
            m_sinceSign.restart();
            m_link.send({{{QStringLiteral("alive"), m_call}}, {}});
        }
        return m_stopped >= m_call;
    }

private:
    HostLink &m_link;
    qint64 m_call;
    const std::atomic<qint64> &m_stopped; // calls are numbered upwards, so this one says enough
    mutable QElapsedTimer m_sinceSign;
};

} // namespace yichuang
