#include "workstation/ScannerSource.h"

#include "ui/materials/ScanProfiles.h"
#include "workstation/StationDevices.h"

namespace yichuang {

ScannerSource::ScannerSource(StationDevices &devices, QObject *parent)
    : PageSource(parent)
    , m_devices(devices)
{
    connect(&devices, &StationDevices::changed, this, &ScannerSource::scannersChanged);
}

ScannerSource::~ScannerSource() = default;

QList<ScannerChoice> ScannerSource::scanners() const
{
    QList<ScannerChoice> choices;
    const QList<DeviceHost *> hosts = m_devices.ofKind(DeviceKind::Scanner);
    for (const DeviceHost *host : hosts)
        choices.append(
            {host->device().id, host->device().name, host->condition().lamp != DeviceLamp::Broken});
    return choices;
}

QList<ScanProfile> ScannerSource::profiles(const QString &) const
{
    return scanProfiles();
}

Result<void> ScannerSource::start(const ScanOrder &order)
{
    const auto host = m_devices.named(order.scanner, DeviceKind::Scanner);
    if (!host)
        return passOn(host);
    ScanSettings settings = settingsOf(order.profile);
    settings.single = order.singlePage;
    m_job = (*host)->scan(settings);
    connect(m_job.get(), &ScanJob::pageScanned, this,
            [this](const ScannedPage &page) { Q_EMIT pageScanned(page.bytes, page.mediaType); });
    connect(m_job.get(), &ScanJob::finished, this, &ScannerSource::onFinished);
    return {};
}

void ScannerSource::stop()
{
    if (m_job)
        m_job->stop();
}

// What the clerk stopped is no failure.
void ScannerSource::onFinished(const Result<int> &pages)
{
    m_job.release()->deleteLater(); // it is speaking
    if (!pages && pages.error().code != ErrorCode::DeviceStopped)
        Q_EMIT failed(pages.error());
    Q_EMIT ended();
}

} // namespace yichuang
