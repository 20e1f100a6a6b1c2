#include "DeviceSearch.h"

namespace yichuang {

DeviceSearch::DeviceSearch(const ToolOptions &options, DeviceKind kind, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_kind(kind)
{}

void DeviceSearch::start()
{
    for (const DeviceConfiguration &device : std::as_const(m_options.devices)) {
        // A single device is taken as it is, so that its own failure is what is said.
        if (device.id == m_options.device || m_options.devices.size() == 1)
            return Q_EMIT found(device);
    }
    next();
}

void DeviceSearch::next()
{
    if (m_index >= m_options.devices.size())
        return Q_EMIT notFound();
    const DeviceConfiguration device = m_options.devices.at(m_index++);
    m_inquiry = std::make_unique<KindInquiry>(device.plugin, m_options.programs, nullptr);
    const auto decide = [this, device] {
        if (m_inquiry->kind() != m_kind)
            return next();
        m_inquiry.release()->deleteLater();
        Q_EMIT found(device);
    };
    // Queued, because the inquiry that speaks is replaced.
    connect(m_inquiry.get(), &KindInquiry::answered, this, decide, Qt::QueuedConnection);
}

} // namespace yichuang
