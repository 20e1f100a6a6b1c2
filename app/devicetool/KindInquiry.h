#pragma once

#include "devices/DeviceHost.h"

namespace yichuang {

// Asks a host process for the kind of a plugin, without touching a device: it is opened with settings that no
// plugin takes. Ends once with answered(); without a kind where the plugin cannot be loaded or is silent.
class KindInquiry : public QObject
{
    Q_OBJECT
public:
    KindInquiry(const QString &plugin, const DeviceHostPrograms &programs, QObject *parent);

    QString plugin() const { return m_host.device().plugin; }
    std::optional<DeviceKind> kind() const { return m_host.kind(); }

Q_SIGNALS:
    void answered();

private:
    void end();

    DeviceHost m_host;
    QTimer m_deadline;
    bool m_hasEnded = false;
};

} // namespace yichuang
