#pragma once

#include "devices/DeviceHost.h"
#include "ui/materials/PageSource.h"

#include <memory>

namespace yichuang {

class StationDevices;

// The station's scanners as the materials screen needs them.
class ScannerSource final : public PageSource
{
    Q_OBJECT
public:
    explicit ScannerSource(StationDevices &devices, QObject *parent = nullptr);
    ~ScannerSource() override;

    QList<ScannerChoice> scanners() const override;
    QList<ScanProfile> profiles(const QString &scanner) const override;
    Result<void> start(const ScanOrder &order) override;
    void stop() override;

private:
    void onFinished(const Result<int> &pages);

    StationDevices &m_devices;
    std::unique_ptr<ScanJob> m_job;
};

} // namespace yichuang
