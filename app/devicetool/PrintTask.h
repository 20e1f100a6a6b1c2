#pragma once

#include "DeviceTask.h"

namespace yichuang {

// Prints the test slip, and says whether the printer confirmed it.
class PrintTask final : public DeviceTask
{
    Q_OBJECT
public:
    using DeviceTask::DeviceTask;
    void start() override;
    void stop() override;

private:
    void show(PrintProof proof);

    bool m_wasStopped = false;
};

} // namespace yichuang
