#pragma once

#include "KindInquiry.h"
#include "Task.h"
#include "ToolOptions.h"
#include "ToolOutput.h"

#include <vector>

namespace yichuang {

// Asks all devices and all plugins at once, and prints them in their order when the last has answered or the
// time is over.
class ListTask final : public Task
{
    Q_OBJECT
public:
    explicit ListTask(const ToolOptions &options);
    void start() override;
    void stop() override;

private:
    struct Asked
    {
        std::unique_ptr<DeviceHost> host;
        DeviceCondition condition;
    };

    void ask(const DeviceConfiguration &device);
    void oneLess();
    void show();
    void showDevice(const Asked &asked);
    void showPlugin(const KindInquiry &inquiry);

    ToolOptions m_options;
    ToolOutput m_output;
    std::vector<std::unique_ptr<Asked>> m_devices;
    std::vector<std::unique_ptr<KindInquiry>> m_plugins;
    qsizetype m_open = 0;
    QTimer m_deadline;
    bool m_hasEnded = false;
};

} // namespace yichuang
