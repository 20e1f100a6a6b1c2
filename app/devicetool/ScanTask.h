#pragma once

#include "DeviceTask.h"
#include "PageFolder.h"

namespace yichuang {

// Scans into a folder and prints each page's file. Pages that came before a failure stay.
class ScanTask final : public DeviceTask
{
    Q_OBJECT
public:
    ScanTask(const DeviceConfiguration &device, const ToolOptions &options);
    void start() override;

private:
    void keep(const ScannedPage &page);
    void finish(const Result<int> &pages);

    PageFolder m_folder;
    std::unique_ptr<ScanJob> m_job;
    bool m_lostPage = false;
};

} // namespace yichuang
