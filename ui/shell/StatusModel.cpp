#include "ui/shell/StatusModel.h"

namespace yichuang {

void StatusModel::setSync(const Tag &tag)
{
    if (m_sync == tag)
        return;
    m_sync = tag;
    Q_EMIT changed();
}

void StatusModel::setBand(const std::optional<Band> &band)
{
    if (m_band == band)
        return;
    m_band = band;
    Q_EMIT changed();
}

void StatusModel::setDevice(const DeviceState &device)
{
    for (DeviceState &known : m_devices) {
        if (known.id != device.id)
            continue;
        if (known != device) {
            known = device;
            Q_EMIT changed();
        }
        return;
    }
    m_devices.append(device);
    Q_EMIT changed();
}

void StatusModel::setCount(const QString &page, int count)
{
    if (m_counts.value(page) == count)
        return;
    m_counts.insert(page, count);
    Q_EMIT changed();
}

void StatusModel::setToday(const QString &text)
{
    if (m_today == text)
        return;
    m_today = text;
    Q_EMIT changed();
}

} // namespace yichuang
