#include "DeviceTask.h"

#include "ToolText.h"

namespace yichuang {

namespace {

// A host that died in a call is back within two seconds; one that is away for longer does not start.
constexpr std::chrono::seconds longestAway{5};

} // namespace

DeviceTask::DeviceTask(const DeviceConfiguration &device, const ToolOptions &options)
    : m_options(options)
    , m_output(options.json)
    , m_host(device, options.programs)
{
    m_comesUp.setSingleShot(true);
    connect(&m_host, &DeviceHost::conditionChanged, this, &DeviceTask::watchProcess);
    connect(&m_comesUp, &QTimer::timeout, this, [this] {
        m_output.remark(QLatin1String(tooltext::processNotUp));
        const auto code = errorCodeFromShort(m_host.condition().code);
        fail({code.value_or(ErrorCode::DeviceHostDied), m_host.condition().detail});
    });
}

void DeviceTask::watchProcess()
{
    const auto code = errorCodeFromShort(m_host.condition().code);
    if (code != ErrorCode::DeviceHostDied && code != ErrorCode::DeviceHung)
        m_comesUp.stop();
    else if (!m_comesUp.isActive())
        m_comesUp.start(longestAway);
}

void DeviceTask::stop()
{
    if (m_stop)
        m_stop();
}

void DeviceTask::fail(const Error &error)
{
    if (!m_hasEnded)
        m_output.failure(error);
    end(ending::failed);
}

void DeviceTask::end(int code)
{
    m_comesUp.stop();
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    Q_EMIT ended(code);
}

} // namespace yichuang
