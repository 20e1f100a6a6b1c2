#pragma once

#include "DeviceTask.h"

namespace yichuang {

// Waits for one card and prints its fields, masked unless they are asked for whole.
class CardTask final : public DeviceTask
{
    Q_OBJECT
public:
    using DeviceTask::DeviceTask;
    void start() override;

private:
    void giveUp();
    void show(const IdCard &card);

    QTimer m_deadline;
    bool m_isLate = false;
};

} // namespace yichuang
